// SPDX-License-Identifier: MIT
#include "transcript/json_values.h"

#include <algorithm>

#include "transcript/trim.h"

namespace attune::transcript {
namespace {

constexpr std::size_t first_line_at_most = 1U << 20;

// Finds where a value ends that comes in pieces. The text begins with the value each time and only grows.
class ValueEnd {
  public:
    // The size of the value; npos when it goes on behind the text.
    std::size_t find(std::string_view text) {
        while (at_ < text.size()) {
            if (in_string_) {
                if (!leave_string(text)) break;
                continue;
            }
            const char c = text[at_];
            if (c == '"') {
                in_string_ = true;
            } else if (c == '{' || c == '[') {
                ++depth_;
            } else if (c == '}' || c == ']') {
                if (depth_ < 2) return depth_ == 0 ? std::max<std::size_t>(at_, 1) : at_ + 1;
                --depth_;
            } else if (depth_ == 0 && (c == ',' || is_blank(c))) {
                return std::max<std::size_t>(at_, 1);
            }
            ++at_;
        }
        return std::string_view::npos;
    }

  private:
    // Moves behind the closing quote; false when it is not there yet. A quote behind an odd number of
    // backslashes closes nothing.
    bool leave_string(std::string_view text) {
        while (at_ < text.size()) {
            at_ = std::min(text.find('"', at_), text.size());
            if (at_ == text.size()) return false;
            const std::size_t quote = at_++;
            std::size_t before = quote;
            while (text[before - 1] == '\\') --before;  // the opening quote stands further left
            if ((quote - before) % 2 == 0) {
                in_string_ = false;
                return true;
            }
        }
        return false;
    }

    std::size_t at_ = 0, depth_ = 0;
    bool in_string_ = false;
};

// Whether the file holds a value a line: its first line is whole by itself and more follows.
bool goes_by_lines(ByteStream& bytes) {
    std::size_t searched = 0, end = std::string_view::npos;
    do {
        end = bytes.window().find('\n', searched);
        searched = bytes.window().size();
    } while (end == std::string_view::npos && searched < first_line_at_most && bytes.more());
    if (end == std::string_view::npos) return false;
    const std::string_view line = trimmed(bytes.window().substr(0, end));
    if (line.empty() || ValueEnd().find(line) != line.size()) return false;
    const std::string_view behind = trimmed(bytes.ahead(end + 2).substr(end + 1));
    return behind.starts_with('{') || behind.starts_with('[') || line.starts_with('{');
}

}  // namespace

JsonValues::JsonValues(ByteStream& bytes, Problems& problems)
    : bytes_(bytes), problems_(problems), lines_(bytes, longest), by_lines_(goes_by_lines(bytes)) {}

bool JsonValues::next(JsonValue& out) {
    return by_lines_ ? next_line(out) : next_value(out);
}

bool JsonValues::next_line(JsonValue& out) {
    std::string_view line;
    for (Line state{}; (state = lines_.next(line)) != Line::ended;) {
        if (state == Line::too_long)
            problems_.error(lines_.number(), "a line of more than 64 MiB", "it is left out");
        else if (const std::string_view value = trimmed(line); !value.empty()) {
            out = {value, lines_.number(), false};
            return true;
        }
    }
    return false;
}

void JsonValues::take(std::size_t count) {
    const std::string_view taken = bytes_.window().substr(0, count);
    line_ += static_cast<std::size_t>(std::count(taken.begin(), taken.end(), '\n'));
    bytes_.take(count);
}

bool JsonValues::find_value() {
    for (;;) {
        const std::string_view window = bytes_.ahead(1);
        if (window.empty()) return false;
        std::size_t at = 0;
        bool found = false;
        for (; at < window.size() && !found; ++at) {
            const char c = window[at];
            if (is_blank(c) || c == ',') continue;
            if (c == '[' && !in_array_)
                in_array_ = true;
            else if (c == ']' && in_array_)
                in_array_ = false;
            else
                found = true;
        }
        take(found ? at - 1 : at);
        if (found) return true;
    }
}

bool JsonValues::next_value(JsonValue& out) {
    take(held_);
    held_ = 0;
    if (!find_value()) {
        if (in_array_)
            problems_.error(line_, "the file ends before its array does",
                            "it may have been cut off; what came before is read");
        return false;
    }
    ValueEnd end;
    std::size_t size = std::string_view::npos;
    while ((size = end.find(bytes_.window())) == std::string_view::npos) {
        if (bytes_.window().size() > longest) {
            problems_.error(line_, "a value of more than 64 MiB",
                            "write one session a line, as JSONL; the rest is left out");
            return false;
        }
        if (bytes_.more()) continue;
        problems_.error(line_, "the file ends amid this value",
                        "it may have been cut off; the value is left out");
        return false;
    }
    held_ = size;
    out = {bytes_.window().substr(0, size), line_, !in_array_};
    return true;
}

}  // namespace attune::transcript
