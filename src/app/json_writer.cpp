// SPDX-License-Identifier: MIT
#include "app/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "text/utf8.h"

namespace attune {
namespace {

// Bytes that may stand in a JSON string as they are.
constexpr auto plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < 0x80; ++byte)
        plain[byte] = byte != '"' && byte != '\\' && byte != 0x7F;
    return plain;
}();

void append_escape(std::string& out, unsigned char byte) {
    constexpr std::string_view hex = "0123456789abcdef";
    switch (byte) {
        case '"':
            out.append("\\\"");
            return;
        case '\\':
            out.append("\\\\");
            return;
        case '\n':
            out.append("\\n");
            return;
        case '\r':
            out.append("\\r");
            return;
        case '\t':
            out.append("\\t");
            return;
        default:
            out.append("\\u00");
            out.push_back(hex[byte >> 4]);
            out.push_back(hex[byte & 15]);
    }
}

}  // namespace

void JsonWriter::string(std::string_view text) {
    comma();
    out_.push_back('"');
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = at;
        while (end < text.size() && plain_bytes[static_cast<unsigned char>(text[end])]) ++end;
        out_.append(text, at, end - at);
        if (end == text.size()) break;
        const auto byte = static_cast<unsigned char>(text[end]);
        if (byte < 0x80) {
            append_escape(out_, byte);
            at = end + 1;
            continue;
        }
        const CodePoint point = decode_utf8(text, end);
        if (point.valid)
            out_.append(text, end, point.size);
        else
            out_.append("\xEF\xBF\xBD");
        at = end + point.size;
    }
    out_.push_back('"');
}

void JsonWriter::number(std::int64_t value) {
    std::array<char, 24> digits;
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonWriter::confidence(float value) {
    int hundredths = static_cast<int>(std::lround(std::clamp(value, 0.0F, 1.0F) * 100));
    if (value < 0.5F) hundredths = std::min(hundredths, 49);
    hundredths = std::max(hundredths, 1);
    if (hundredths == 100) return raw("1.0");
    const std::array<char, 4> text{'0', '.', static_cast<char>('0' + hundredths / 10),
                                   static_cast<char>('0' + hundredths % 10)};
    raw({text.data(), text.size()});
}

}  // namespace attune
