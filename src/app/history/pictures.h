// SPDX-License-Identifier: MIT
//
// Courses over weeks, drawn with what the terminal has.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "practice/figures.h"

namespace attune {

enum class Pictures : std::uint8_t {
    blocks,  // eight heights of block
    ascii,   // eight marks, light to dark
    words,   // none: numbers, which read well aloud
};

// Blocks where the locale is UTF-8 and $TERM is more than "dumb"; words when they are asked for.
Pictures find_pictures(bool plain);

// A mark for each week, its height the share; a blank for a week that holds nothing. With `words`, "2 of 5,
// none, 1 of 4".
std::string draw_weeks(std::span<const Share> weeks, Pictures pictures);

}  // namespace attune
