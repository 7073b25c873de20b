// SPDX-License-Identifier: MIT
//
// A block of bytes is read and its lines are cut with memchr. simdjson wants readable padding behind a line;
// the next line is that, and the buffer ends with room to spare.
#include "app/json_lines.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

namespace attune {
namespace {

constexpr std::size_t block = 1U << 18;

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

JsonLines::JsonLines(Input& input) : input_(input), buffer_(block + simdjson::SIMDJSON_PADDING) {}

bool JsonLines::fill() {
    if (ended_) return false;
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
    const std::size_t room = buffer_.size() - simdjson::SIMDJSON_PADDING - end_;
    if (room < block / 2) {
        buffer_.resize(std::min(buffer_.size() * 2, longest + block + simdjson::SIMDJSON_PADDING));
    }
    const std::size_t got =
        input_.read(buffer_.data() + end_, buffer_.size() - simdjson::SIMDJSON_PADDING - end_);
    end_ += got;
    ended_ = got == 0;
    return !ended_;
}

// The next line without its break; nothing at the end. `too_long`: the line was dropped.
bool JsonLines::cut(std::string_view& line, bool& too_long) {
    too_long = false;
    std::size_t searched = begin_;
    for (;;) {
        const char* from = buffer_.data() + searched;
        if (const void* found = std::memchr(from, '\n', end_ - searched)) {
            const auto newline = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
            line = {buffer_.data() + begin_, newline - begin_};
            too_long = too_long || line.size() > longest;
            begin_ = newline + 1;
            ++number_;
            return true;
        }
        if (end_ - begin_ > longest) {  // drop it as it comes in
            too_long = true;
            begin_ = end_;
        }
        searched = end_ - begin_;
        if (!fill()) break;
    }
    line = {buffer_.data() + begin_, end_ - begin_};
    begin_ = end_;
    if (line.empty() && !too_long) return false;
    ++number_;
    return true;
}

bool JsonLines::next(JsonLine& line) {
    do {
        if (!cut(line.text, line.too_long)) return false;
        if (number_ == 1 && line.text.starts_with("\xEF\xBB\xBF")) line.text.remove_prefix(3);
    } while (!line.too_long && is_blank(line.text));
    line.number = number_;
    line.readable = buffer_.size() - static_cast<std::size_t>(line.text.data() - buffer_.data());
    return true;
}

}  // namespace attune
