// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "app/presenter.h"

namespace attune {

// Where a byte of a reply stands for an editor: line and column of its file, both from 1, the column in code
// points. A record's line is its own in the file, with the column counted in its reply. Linear over a reply
// whose bytes are asked for in rising order.
class ReplyPlaces {
  public:
    explicit ReplyPlaces(const Entry& entry);

    struct Place {
        std::uint64_t line = 1, column = 1;
    };
    [[nodiscard]] Place at(std::size_t byte);

  private:
    std::string_view text_;
    bool in_rows_;
    std::size_t byte_ = 0;
    Place start_, place_;
};

// The finding's words without the blanks and breaks behind them, for formats that mark them in a file.
Span words_of(const Finding& finding, std::string_view reply);

// Whether the reply stands in a file that others can open: not what was piped in or typed as a flag.
bool stands_in_file(const Origin& origin);

}  // namespace attune
