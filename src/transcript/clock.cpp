// SPDX-License-Identifier: MIT
#include "transcript/clock.h"

#include <charconv>
#include <cmath>

#include "transcript/trim.h"

namespace attune::transcript {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Reads the digits at `at` and moves past them.
double number_at(std::string_view text, std::size_t& at) {
    double value = 0;
    for (; at < text.size() && is_digit(text[at]); ++at) value = value * 10 + (text[at] - '0');
    return value;
}

}  // namespace

std::optional<Clock> clock_at(std::string_view text) {
    constexpr std::size_t digits_at_most = 4;
    std::size_t at = 0;
    double seconds = number_at(text, at);
    if (at == 0 || at > digits_at_most) return std::nullopt;
    int parts = 1;
    while (parts < 3 && at + 2 < text.size() && text[at] == ':' && is_digit(text[at + 1]) &&
           is_digit(text[at + 2])) {
        const std::size_t begin = ++at;
        const double part = number_at(text, at);
        if (at != begin + 2 || part >= 60) return std::nullopt;
        seconds = seconds * 60 + part;
        ++parts;
    }
    if (parts == 1) return std::nullopt;
    if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_digit(text[at + 1])) {
        double place = 0.1;
        for (++at; at < text.size() && is_digit(text[at]); ++at, place /= 10)
            seconds += place * (text[at] - '0');
    }
    return Clock{seconds, at};
}

std::optional<double> parse_number(std::string_view text) {
    text = trimmed(text);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<double> parse_moment(std::string_view text) {
    text = trimmed(text);
    if (const auto clock = clock_at(text); clock && clock->size == text.size()) return clock->seconds;
    return parse_number(text);
}

}  // namespace attune::transcript
