// SPDX-License-Identifier: MIT
#include "app/reply_place.h"

#include <algorithm>

#include "app/input.h"
#include "text/utf8.h"

namespace attune {

ReplyPlaces::ReplyPlaces(const Entry& entry)
    : text_(entry.exchange.reply),
      in_rows_(!entry.origin.is_record),
      start_{std::max<std::uint64_t>(entry.origin.line, 1), 1},
      place_(start_) {}

ReplyPlaces::Place ReplyPlaces::at(std::size_t byte) {
    if (byte < byte_) {
        byte_ = 0;
        place_ = start_;
    }
    while (byte_ < byte) {
        const CodePoint point = decode_utf8(text_, byte_);
        byte_ += std::max<std::size_t>(point.size, 1);
        if (in_rows_ && point.value == U'\n')
            place_ = {place_.line + 1, 1};
        else
            ++place_.column;
    }
    return place_;
}

Span words_of(const Finding& finding, std::string_view reply) {
    Span span = finding.span;
    while (span.length() > 0 &&
           std::string_view(" \t\r\n").find(reply[span.end - 1]) != std::string_view::npos)
        --span.end;
    return span;
}

bool stands_in_file(const Origin& origin) {
    return !origin.source.empty() && origin.source != Input::standard_input;
}

}  // namespace attune
