// SPDX-License-Identifier: MIT
//
// UTF-8 as attune needs it: decoding that never fails, counting, and making text safe to show.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attune {

struct CodePoint {
    char32_t value = 0;      // U+FFFD where the bytes are not UTF-8
    std::uint32_t size = 0;  // bytes consumed, at least 1 (0 only at the end of the text)
    bool valid = true;
};

// The code point that starts at byte `at`.
CodePoint decode_utf8(std::string_view text, std::size_t at);

// How many code points `text` has; a byte that is not UTF-8 counts as one.
std::size_t count_code_points(std::string_view text);

// Converts byte offsets to code point offsets, moving forward only: ask in rising order and the whole is
// linear.
class CodePointCounter {
  public:
    explicit CodePointCounter(std::string_view text) : text_(text) {}
    std::size_t at(std::size_t byte);

  private:
    std::string_view text_;
    std::size_t byte_ = 0;
    std::size_t count_ = 0;
};

// `text` with every byte that is not UTF-8 replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

// `text` made safe for a screen: control characters, escapes, bidi controls and invalid bytes become visible
// stand-ins (␛, U+FFFD …); tab and line feed stay.
std::string printable(std::string_view text);

// Columns that `text` takes on a terminal (wide and combining characters counted as such).
std::size_t display_width(std::string_view text);

// Simple lower-casing, code point by code point.
std::string to_lower(std::string_view text);

}  // namespace attune
