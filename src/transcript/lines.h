// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "transcript/bytes.h"
#include "transcript/problems.h"

namespace attune::transcript {

enum class Line : std::uint8_t { read, too_long, ended };

// The lines of a stream, without their breaks (LF or CRLF).
class Lines {
  public:
    static constexpr std::size_t longest_text = 1U << 20;  // bytes; no line of talk is longer

    explicit Lines(ByteStream& bytes, std::size_t longest = longest_text)
        : bytes_(bytes), longest_(longest) {}

    // `line` is valid until the next call, and void when it was too long: then its bytes are lost.
    Line next(std::string_view& line);
    // Of the line that was read last, from 1.
    [[nodiscard]] std::size_t number() const { return number_; }

  private:
    void forget() {
        bytes_.take(taken_);
        taken_ = 0;
    }

    ByteStream& bytes_;
    std::size_t longest_;
    std::size_t taken_ =
        0;  // the length of the line at hand, which stays in the window till the next is asked for
    std::size_t number_ = 0;
};

// The next line of talk; one that is too long is told and passed over. False at the end.
bool next_line(Lines& lines, Problems& problems, std::string_view& line);

}  // namespace attune::transcript
