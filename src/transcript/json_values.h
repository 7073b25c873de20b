// SPDX-License-Identifier: MIT
//
// The values of a JSON file of any size, one at a time: the lines of JSONL, the elements of one great array,
// or documents one behind another. Only brackets and strings are looked at here; what is between is for
// simdjson.
//
// Lines are cut at line feeds, so that a broken one harms no other. They are told from the rest by the first
// line being a whole value with something behind it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "transcript/bytes.h"
#include "transcript/lines.h"
#include "transcript/problems.h"

namespace attune::transcript {

struct JsonValue {
    std::string_view
        text;  // with ByteStream::padding readable bytes behind it; valid until the next is asked for
    std::size_t line = 0;         // where it begins
    bool whole_document = false;  // neither a line nor an element
};

class JsonValues {
  public:
    static constexpr std::size_t longest = 1U << 26;  // bytes of one value

    JsonValues(ByteStream& bytes, Problems& problems);
    // False at the end. What is cut off or too long is told and left out.
    bool next(JsonValue& out);

  private:
    bool next_line(JsonValue& out);
    bool next_value(JsonValue& out);
    // To the next byte of a value, over blanks, commas and the brackets of the great array; false at the end.
    bool find_value();
    void take(std::size_t count);

    ByteStream& bytes_;
    Problems& problems_;
    Lines lines_;
    bool by_lines_;
    bool in_array_ = false;
    std::size_t line_ = 1;  // of what the window begins with
    std::size_t held_ = 0;  // bytes of the value at hand
};

}  // namespace attune::transcript
