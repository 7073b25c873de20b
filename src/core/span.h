// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace attune {

// A stretch of a text: byte offsets, half-open. Whoever holds a Span says which text it counts in.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] std::uint32_t length() const { return end - begin; }
    [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
    friend bool operator==(Span, Span) = default;
};

}  // namespace attune
