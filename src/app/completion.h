// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune {

struct Completion {
    std::string added;                 // what all fitting lines go on with
    std::vector<std::string> choices;  // their last words
};

// How what was typed so far may go on to one of `lines` (":deck friend"); a line that fits alone is closed by
// a blank, so that one can type on.
Completion complete_line(std::string_view typed, std::span<const std::string> lines);

// Words side by side, as many to a line as fit.
std::string list_choices(std::span<const std::string> choices, std::size_t width);

}  // namespace attune
