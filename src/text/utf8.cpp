// SPDX-License-Identifier: MIT
#include "text/utf8.h"

#include <utf8proc.h>

namespace attune {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view replacement_bytes = "\xEF\xBF\xBD";

void append(std::string& out, char32_t value) {
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

// Characters that would move a screen's cursor, hide text or turn its direction.
bool is_unsafe(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0x061C ||
           (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

}  // namespace

CodePoint decode_utf8(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {replacement, 0, false};
    const auto byte = [&](std::size_t i) -> char32_t {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const char32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};
    if (lead >= 0xC2 && lead < 0xE0 && follows(1)) return {(lead & 0x1FU) << 6 | (byte(1) & 0x3FU), 2, true};
    if (lead >= 0xE0 && lead < 0xF0 && follows(1) && follows(2)) {
        const char32_t value = (lead & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
        if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {value, 3, true};
    }
    if (lead >= 0xF0 && lead < 0xF5 && follows(1) && follows(2) && follows(3)) {
        const char32_t value =
            (lead & 0x07U) << 18 | (byte(1) & 0x3FU) << 12 | (byte(2) & 0x3FU) << 6 | (byte(3) & 0x3FU);
        if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4, true};
    }
    return {replacement, 1, false};
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).size) ++count;
    return count;
}

std::size_t CodePointCounter::at(std::size_t byte) {
    while (byte_ < byte && byte_ < text_.size()) {
        byte_ += decode_utf8(text_, byte_).size;
        ++count_;
    }
    return count_;
}

std::string valid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        out.append(c.valid ? text.substr(at, c.size) : replacement_bytes);
        at += c.size;
    }
    return out;
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        if (!c.valid)
            out.append(replacement_bytes);
        else if (c.value < 0x20 && is_unsafe(c.value))
            append(out, 0x2400 + c.value);  // the control pictures: ␀ ␛ …
        else if (c.value == 0x7F)
            append(out, 0x2421);
        else if (is_unsafe(c.value))
            out.append(replacement_bytes);
        else
            out.append(text.substr(at, c.size));
        at += c.size;
    }
    return out;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        width += c.valid
                     ? static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.value)))
                     : 1U;
        at += c.size;
    }
    return width;
}

std::string to_lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        if (!c.valid)
            out.push_back(text[at]);
        else if (c.value < 0x80)
            out.push_back(static_cast<char>(c.value >= 'A' && c.value <= 'Z' ? c.value + 32 : c.value));
        else
            append(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c.value))));
        at += c.size;
    }
    return out;
}

}  // namespace attune
