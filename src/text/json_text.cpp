// SPDX-License-Identifier: MIT
#include "text/json_text.h"

#include <charconv>
#include <cstdint>

namespace attune {
namespace {

constexpr std::uint32_t replacement = 0xFFFD;

void append_utf8(std::string& out, std::uint32_t point) {
    const auto push = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        push(point);
    } else if (point < 0x800) {
        push(0xC0U | point >> 6);
        push(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        push(0xE0U | point >> 12);
        push(0x80U | (point >> 6 & 0x3FU));
        push(0x80U | (point & 0x3FU));
    } else {
        push(0xF0U | point >> 18);
        push(0x80U | (point >> 12 & 0x3FU));
        push(0x80U | (point >> 6 & 0x3FU));
        push(0x80U | (point & 0x3FU));
    }
}

// The four hex digits after "\u" at `at`.
std::optional<std::uint32_t> hex4(std::string_view raw, std::size_t at) {
    if (raw.size() < at + 4) return std::nullopt;
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(raw.data() + at, raw.data() + at + 4, value, 16);
    if (error != std::errc{} || end != raw.data() + at + 4) return std::nullopt;
    return value;
}

bool is_high(std::uint32_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(std::uint32_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

char simple_escape(char c) {
    switch (c) {
        case '"':
        case '\\':
        case '/':
            return c;
        case 'b':
            return '\b';
        case 'f':
            return '\f';
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        default:
            return 0;
    }
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at;
}

}  // namespace

std::optional<std::string> unescape_json(std::string_view raw) {
    if (raw.empty() || raw[0] != '"') return std::nullopt;
    std::string text;
    for (std::size_t at = 1; at < raw.size();) {
        const char c = raw[at];
        if (c == '"') return text;
        if (static_cast<unsigned char>(c) < 0x20) return std::nullopt;
        if (c != '\\') {
            text.push_back(c);
            ++at;
            continue;
        }
        if (at + 1 == raw.size()) return std::nullopt;
        if (raw[at + 1] != 'u') {
            const char meant = simple_escape(raw[at + 1]);
            if (meant == 0) return std::nullopt;
            text.push_back(meant);
            at += 2;
            continue;
        }
        const auto unit = hex4(raw, at + 2);
        if (!unit) return std::nullopt;
        at += 6;
        if (is_high(*unit) && raw.substr(at, 2) == "\\u") {
            const auto second = hex4(raw, at + 2);
            if (!second) return std::nullopt;
            if (is_low(*second)) {
                append_utf8(text, 0x10000 + ((*unit - 0xD800) << 10) + (*second - 0xDC00));
                at += 6;
                continue;
            }
        }
        append_utf8(text, is_high(*unit) || is_low(*unit) ? replacement : *unit);
    }
    return std::nullopt;
}

bool is_json_number(std::string_view text) {
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = at;
    at = skip_digits(text, at);
    if (at == whole || (text[whole] == '0' && at > whole + 1)) return false;
    if (at < text.size() && text[at] == '.') {
        const std::size_t digits = ++at;
        at = skip_digits(text, at);
        if (at == digits) return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        const std::size_t digits = at;
        at = skip_digits(text, at);
        if (at == digits) return false;
    }
    return at == text.size();
}

}  // namespace attune
