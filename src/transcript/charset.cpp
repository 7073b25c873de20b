// SPDX-License-Identifier: MIT
#include "transcript/charset.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace attune::transcript {
namespace {

constexpr std::size_t looked_at = 1U << 12;
constexpr char32_t replacement = 0xFFFD;

// 0x80 to 0x9F; above, Windows-1252 is Latin-1, whose numbers are those of Unicode.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

char32_t from_windows(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80U] : byte;
}

class Utf16 : public ByteSource {
  public:
    Utf16(std::unique_ptr<ByteStream> bytes, bool big_endian)
        : bytes_(std::move(bytes)), big_endian_(big_endian) {}

    std::size_t read(char* at, std::size_t room) override {
        if (given_ == ready_.size()) decode_some();
        const std::size_t count = std::min(room, ready_.size() - given_);
        std::copy_n(ready_.data() + given_, count, at);
        given_ += count;
        return count;
    }

  private:
    [[nodiscard]] char32_t unit(std::string_view in, std::size_t at) const {
        const auto first = static_cast<unsigned char>(in[at]),
                   second = static_cast<unsigned char>(in[at + 1]);
        return big_endian_ ? char32_t{first} << 8U | second : char32_t{second} << 8U | first;
    }

    void decode_some() {
        ready_.clear();
        given_ = 0;
        const std::string_view in = bytes_->ahead(4);
        std::size_t at = 0;
        while (at + 2 <= in.size() && ready_.size() < looked_at * 4) {
            char32_t value = unit(in, at);
            const bool high = value >= 0xD800 && value < 0xDC00;
            if (high && at + 4 > in.size() && at > 0) break;  // its other half comes with the next block
            at += 2;
            if (high && at + 2 <= in.size()) {
                const char32_t low = unit(in, at);
                if (low >= 0xDC00 && low < 0xE000) {
                    value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
                    at += 2;
                }
            }
            append_utf8(ready_, value >= 0xD800 && value < 0xE000 ? replacement : value);
        }
        if (at == 0 && in.size() == 1) {  // half a character at the very end
            append_utf8(ready_, replacement);
            at = 1;
        }
        bytes_->take(at);
    }

    std::unique_ptr<ByteStream> bytes_;
    bool big_endian_;
    std::string ready_;
    std::size_t given_ = 0;
};

// Files of old Macs, and what Excel on a Mac calls "CSV (Macintosh)".
class LineFeeds : public ByteSource {
  public:
    explicit LineFeeds(std::unique_ptr<ByteStream> bytes) : bytes_(std::move(bytes)) {}

    std::size_t read(char* at, std::size_t room) override {
        const std::string_view in = bytes_->ahead(1);
        const std::size_t count = std::min(room, in.size());
        std::replace_copy(in.data(), in.data() + count, at, '\r', '\n');
        bytes_->take(count);
        return count;
    }

  private:
    std::unique_ptr<ByteStream> bytes_;
};

std::unique_ptr<ByteStream> from_utf16(std::unique_ptr<ByteStream> bytes, bool big_endian) {
    return std::make_unique<ByteStream>(std::make_unique<Utf16>(std::move(bytes), big_endian));
}

bool only_carriage_returns(std::string_view head) {
    return head.find('\r') != std::string_view::npos && head.find('\n') == std::string_view::npos &&
           head.find('\r') + 1 < head.size();
}

std::unique_ptr<ByteStream> without_mark(std::unique_ptr<ByteStream> bytes) {
    const std::string head(bytes->ahead(4).substr(0, 4));
    const auto is_ascii = [&head](std::size_t at) { return head[at] > 0; };
    if (head.starts_with("\xEF\xBB\xBF")) {
        bytes->take(3);
    } else if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
        bytes->take(2);
        return from_utf16(std::move(bytes), head[0] == '\xFE');
    } else if (head.size() == 4 && head[0] == 0 && is_ascii(1) && head[2] == 0 && is_ascii(3)) {
        return from_utf16(std::move(bytes), true);
    } else if (head.size() == 4 && is_ascii(0) && head[1] == 0 && is_ascii(2) && head[3] == 0) {
        return from_utf16(std::move(bytes), false);
    }
    return bytes;
}

}  // namespace

std::unique_ptr<ByteStream> decoded(std::unique_ptr<ByteStream> bytes) {
    auto text = without_mark(std::move(bytes));
    if (only_carriage_returns(text->ahead(looked_at)))
        return std::make_unique<ByteStream>(std::make_unique<LineFeeds>(std::move(text)));
    return text;
}

void append_utf8(std::string& out, char32_t value) {
    const auto push = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (value < 0x80) {
        push(value);
        return;
    }
    if (value < 0x800) {
        push(0xC0U | value >> 6U);
    } else {
        if (value < 0x10000) {
            push(0xE0U | value >> 12U);
        } else {
            push(0xF0U | value >> 18U);
            push(0x80U | (value >> 12U & 0x3FU));
        }
        push(0x80U | (value >> 6U & 0x3FU));
    }
    push(0x80U | (value & 0x3FU));
}

std::string to_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        if (c.valid)
            out.append(text.substr(at, c.size));
        else
            append_utf8(out, from_windows(text[at]));
        at += c.size;
    }
    return out;
}

void mend_utf8(std::string& text) {
    if (!simdjson::validate_utf8(text.data(), text.size())) text = to_utf8(text);
}

}  // namespace attune::transcript
