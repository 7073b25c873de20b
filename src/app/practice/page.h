// SPDX-License-Identifier: MIT
//
// What gathers between two prompts of a practice session, and is then shown at once.
#pragma once

#include <string>
#include <string_view>

#include "app/console.h"

namespace attune {

class Page {
  public:
    // `console` must outlive the page.
    explicit Page(Console& console) : console_(console) {}

    [[nodiscard]] const Screen& screen() const { return console_.screen; }

    // What stands before a line that is to be typed.
    [[nodiscard]] std::string prompt() const { return screen().plain ? "You: " : "> "; }

    void put(std::string_view text) { text_ += text; }
    // A paragraph.
    void say(std::string_view words);
    // A line above what follows it.
    void label(std::string_view words);
    // Somebody's words, below who says them.
    void quote(std::string_view who, std::string_view words);
    // A line between two moments.
    void part();
    // `name` and what it is, in a list.
    void entry(std::string_view name, std::string_view about);

    // Shows what has gathered, closed by those line breaks.
    void turn(std::string_view breaks);
    // Shows a piece of a line at once.
    void tick(std::string_view piece);

  private:
    Console& console_;
    std::string text_;
};

}  // namespace attune
