// SPDX-License-Identifier: MIT
//
// Marks in a text that silence findings:
//
//   You should rest.  # attune:ignore fixing         what stands on this line
//   You should rest.  <!-- attune:ignore -->         the same in Markdown, and of every pattern
//   <!-- attune:ignore fixing, minimizing -- asked for -->
//
// A mark with a line of its own speaks for the whole reply it stands in. `#` may be `//`, and neither is
// needed on a line of its own. Names are patterns, kinds or rules; what follows ` -- ` is a reason. A mark is
// no part of the reply: spaces are read in its place, so that every offset holds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/finding_name.h"
#include "core/span.h"

namespace attune {

struct IgnoreMark {
    std::uint64_t row = 0;  // line of the text, from 0
    Span covers;            // bytes of the text: its line, or all
    std::vector<FindingName> names;
    std::vector<std::string> unknown;  // what stood for a name and is none
    bool of_all = false;               // no name was given
    bool used = false;
};

class IgnoreMarks {
  public:
    explicit IgnoreMarks(const Knowledge& knowledge) : knowledge_(knowledge) {}

    // Reads the marks of `text` and gives what is left of it, which lasts as long as `text` and until the
    // next call.
    std::string_view read(std::string_view text);

    // Whether a mark silences the finding; then the mark was of use.
    bool silence(const Finding& finding);

    [[nodiscard]] const std::vector<IgnoreMark>& all() const { return marks_; }

  private:
    void read_line(std::string_view text, Span line, std::uint64_t row);
    void add(std::string_view names, Span written, Span line, std::string_view text, std::uint64_t row);

    const Knowledge& knowledge_;
    std::vector<IgnoreMark> marks_;
    std::string left_;
};

}  // namespace attune
