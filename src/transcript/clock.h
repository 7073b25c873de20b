// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace attune::transcript {

// A clock at the beginning of a text: "1:02", "00:01:02.345", "01:02,5".
struct Clock {
    double seconds = 0;
    std::size_t size = 0;  // bytes it takes
};
std::optional<Clock> clock_at(std::string_view text);

// All of `text` as a moment: a clock, or seconds ("75.5").
std::optional<double> parse_moment(std::string_view text);

// All of `text` as a number, with "." whatever the locale.
std::optional<double> parse_number(std::string_view text);

}  // namespace attune::transcript
