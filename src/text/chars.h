// SPDX-License-Identifier: MIT
//
// What single bytes are, by table; and what code points beyond ASCII are, as far as cutting words needs it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace attune {

enum class Byte : std::uint8_t { other, space, line_break, letter, digit, high };

namespace detail {
constexpr std::array<Byte, 256> make_byte_kinds() {
    std::array<Byte, 256> kinds{};
    for (unsigned c = 0; c < 256; ++c) {
        if (c >= 0x80) kinds[c] = Byte::high;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) kinds[c] = Byte::letter;
        if (c >= '0' && c <= '9') kinds[c] = Byte::digit;
    }
    kinds[' '] = kinds['\t'] = kinds['\v'] = kinds['\f'] = Byte::space;
    kinds['\n'] = kinds['\r'] = Byte::line_break;
    return kinds;
}
inline constexpr std::array<Byte, 256> byte_kinds = make_byte_kinds();
}  // namespace detail

// A space is given for places outside the text.
inline char byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? text[at] : ' ';
}

inline Byte kind_of(char c) {
    return detail::byte_kinds[static_cast<unsigned char>(c)];
}
inline Byte kind_at(std::string_view text, std::size_t at) {
    return kind_of(byte_at(text, at));
}

inline bool is_alnum(char c) {
    return kind_of(c) == Byte::letter || kind_of(c) == Byte::digit;
}
inline bool is_blank(char c) {
    return kind_of(c) == Byte::space || kind_of(c) == Byte::line_break;
}
inline bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
inline char fold(char c) {
    return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}

enum class WideKind : std::uint8_t {
    other,
    letter,
    space,
    line_break,
    apostrophe_open,
    apostrophe,
    quote_open,
    quote_close,
    dash,
    ellipsis,
    pictograph,
    joiner,
    stop,
    comma,
    question,
    exclamation,
};

// Of a code point from U+0080 on.
WideKind wide_kind(char32_t c);

}  // namespace attune
