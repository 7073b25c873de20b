// SPDX-License-Identifier: MIT
//
// What the user's screen can show: colour or not, and how many columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace attune {

enum class Ink : std::uint8_t { bold, faint, miss, keep, offer, gone };

struct Screen {
    bool color = false;
    bool plain = false;      // for ears: no marks below words, no ornament
    std::size_t width = 80;  // columns to fill, 20 or more

    // `text` in that ink, or as it is on a screen without colour.
    [[nodiscard]] std::string in(Ink ink, std::string_view text) const;
};

enum class ColorChoice : std::uint8_t { automatic, always, never };

// What fits on a line of that screen and is still easy to read; the window may have changed since.
std::size_t find_width(int descriptor);

// Looks at the descriptor, $NO_COLOR, $TERM and $COLUMNS.
Screen find_screen(int descriptor, ColorChoice choice);

// For screen readers: no colour, no ornament, and lines that are not broken, so that a paragraph is read in
// one go.
Screen plain_screen();

// The codes that start an ink and end any.
std::string_view ink_code(Ink ink);
inline constexpr std::string_view ink_end = "\x1b[0m";

}  // namespace attune
