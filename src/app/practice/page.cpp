// SPDX-License-Identifier: MIT
#include "app/practice/page.h"

#include <algorithm>

#include "app/wrap.h"

namespace attune {

void Page::say(std::string_view words) {
    put("\n" + hang("", words, 0, screen()));
}

void Page::label(std::string_view words) {
    put("\n");
    for (const LaidLine& line : lay_out(words, {}, screen().width, false))
        put(screen().in(Ink::faint, line.text) + "\n");
}

void Page::quote(std::string_view who, std::string_view words) {
    if (screen().plain) {  // one breath of a voice
        put("\n" + hang("", std::string(who) + " " + std::string(words), 0, screen()));
        return;
    }
    label(who);
    for (const LaidLine& line : lay_out(words, {}, screen().width - 2, false))
        put("  " + screen().in(Ink::bold, line.text) + "\n");
}

void Page::part() {
    if (!screen().plain) put("\n" + screen().in(Ink::faint, "* * *") + "\n");
}

void Page::entry(std::string_view name, std::string_view about) {
    constexpr std::size_t column = 16;
    if (screen().plain) {
        put(std::string(name) + ": " + std::string(about) + "\n");
        return;
    }
    const std::string lead = "  " + screen().in(Ink::bold, name);
    const std::size_t used = name.size() + 2;
    // A name too long for its column, or a narrow screen, puts the rest below.
    if (used >= column || screen().width < 3 * column)
        put(lead + "\n" + hang("    ", about, 4, screen()));
    else
        put(hang(lead + std::string(column - used, ' '), about, column, screen()));
}

void Page::turn(std::string_view breaks) {
    if (text_.empty()) return;
    text_.erase(text_.find_last_not_of('\n') + 1);
    console_.out.write(text_.append(breaks));
    text_.clear();
}

void Page::tick(std::string_view piece) {
    turn("\n");
    console_.out.write(piece);
    console_.out.flush();
}

}  // namespace attune
