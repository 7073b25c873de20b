// SPDX-License-Identifier: MIT
//
// The lines of a JSONL input, each ready for simdjson where it lies: nothing is copied, and a broken line
// cannot harm its neighbours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "app/input.h"

namespace attune {

// Views are valid until the next line is read.
struct JsonLine {
    std::uint64_t number = 0;  // from 1, blank lines counted
    std::string_view text;     // without its break
    std::size_t readable = 0;  // bytes that may be read from its start on, as simdjson's parsers want to know
    bool too_long = false;     // more than JsonLines::longest: the text is void
};

class JsonLines {
  public:
    static constexpr std::size_t longest = 1U << 20;  // bytes

    explicit JsonLines(Input& input);

    // False at the end. Blank lines are passed over, and a byte order mark too.
    bool next(JsonLine& line);

  private:
    bool cut(std::string_view& line, bool& too_long);
    bool fill();

    Input& input_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0, end_ = 0;  // bytes that were read and not yet used
    std::uint64_t number_ = 0;
    bool ended_ = false;
};

// What is wrong with a line that is too long.
inline constexpr std::string_view line_too_long = "the line is longer than 1 MiB";

}  // namespace attune
