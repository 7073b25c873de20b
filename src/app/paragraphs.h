// SPDX-License-Identifier: MIT
//
// Cuts a stream of text into paragraphs: runs of lines that are not blank. Memory stays flat: a paragraph
// that does not end is cut at `longest` bytes (between code points) and goes on as the next one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/input.h"

namespace attune {

struct Paragraph {
    std::string_view text;   // without the line break that ends it; valid until the next call
    std::uint64_t line = 1;  // of its first character
};

class Paragraphs {
  public:
    static constexpr std::size_t longest = 1U << 20;

    explicit Paragraphs(Input& input, std::size_t longest_paragraph = longest)
        : input_(input), longest_(longest_paragraph) {}

    std::optional<Paragraph> next();

  private:
    bool fill();  // more bytes; false at the end
    Paragraph take(std::size_t end, std::size_t resume);
    Paragraph take_cut();  // the first `longest_` bytes

    Input& input_;
    std::size_t longest_;
    std::string buffer_;
    std::size_t begin_ = 0;    // of what was not given yet
    std::size_t scanned_ = 0;  // lines before this are known to belong to the paragraph
    std::uint64_t line_ = 1;   // line of begin_
    bool started_ = false;
    bool ended_ = false;
};

}  // namespace attune
