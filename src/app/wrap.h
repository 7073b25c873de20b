// SPDX-License-Identifier: MIT
//
// Lays text out for a screen: wrapped at a width, made safe to show, with the marked stretches known column
// by column.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/screen.h"
#include "core/span.h"

namespace attune {

struct LaidLine {
    std::string text;   // printable
    std::string marks;  // "" or spaces and '~' below the marked columns
};

// Lines of at most `width` columns. Breaks at spaces, keeps the text's own line breaks, and splits only words
// that are wider than a line. With `inked`, marked stretches carry screen codes in place of `marks`.
std::vector<LaidLine> lay_out(std::string_view text, std::span<const Span> marked, std::size_t width,
                              bool inked);

// `text` wrapped below a first line that starts with `lead`, the others indented by `indent` columns.
std::string hang(std::string_view lead, std::string_view text, std::size_t indent, const Screen& screen);

// At most `columns` columns of `text` on one line, made printable; what is cut becomes "…".
std::string shorten(std::string_view text, std::size_t columns);

}  // namespace attune
