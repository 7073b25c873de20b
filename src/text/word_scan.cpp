// SPDX-License-Identifier: MIT
#include "text/word_scan.h"

#include <utf8proc.h>

#include <algorithm>

#include "text/chars.h"
#include "text/utf8.h"

namespace attune {
namespace {

// Appends to a word's room, up to its end.
struct Folder {
    ScannedWord& word;
    bool too_long = false;
    char previous = 0;
    unsigned run = 0;

    void put(char c) {
        if (word.size < ScannedWord::longest)
            word.room[1 + word.size++] = c;
        else
            too_long = true;
    }
    void put_letter(char c) {
        run = c == previous ? run + 1 : 1;
        previous = c;
        if (run >= 3) word.stretched = true;
        if (run <= 3) put(c);
    }
    void put_other(char c) {
        previous = 0;
        put(c);
    }
};

// A mark between two digits that belongs to the number.
bool joins_digits(std::string_view text, std::size_t at) {
    const char c = text[at];
    return (c == '.' || c == ',' || c == ':') && kind_at(text, at + 1) == Byte::digit;
}

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& sorted) {
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

constexpr std::array<std::string_view, 14> web_endings = {"au",  "ca",   "co", "com", "de", "edu", "eu",
                                                          "gov", "info", "io", "net", "nz", "org", "uk"};
constexpr std::array<std::string_view, 8> titles = {"dr", "gen", "mr", "mrs", "ms", "mt", "prof", "st"};
constexpr std::array<std::string_view, 9> abbreviations = {"approx", "dept", "est", "etc", "incl",
                                                           "jr",     "max",  "sr",  "vs"};

// Whether what stands from `at` on can begin a sentence: a capital after blanks, a line break, or the text's
// end.
bool sentence_may_start(std::string_view text, std::size_t at) {
    constexpr std::size_t far_enough = 16;
    for (std::size_t i = at; i < at + far_enough; ++i) {
        if (i >= text.size() || kind_of(text[i]) == Byte::line_break) return true;
        if (kind_of(text[i]) != Byte::space) return is_upper(text[i]);
    }
    return true;
}

// "@" after a run of name characters, as in "jane.doe@"; looks at most 64 bytes ahead.
bool is_mail_name(std::string_view text, std::size_t at) {
    const std::size_t limit = std::min(text.size(), at + 64);
    while (at < limit &&
           (is_alnum(text[at]) || text[at] == '.' || text[at] == '_' || text[at] == '-' || text[at] == '+'))
        ++at;
    return at < limit && text[at] == '@' && is_alnum(byte_at(text, at + 1));
}

bool is_web_ending(std::string_view text, std::size_t at) {
    std::array<char, 5> ending;
    std::size_t size = 0;
    while (size < ending.size() && kind_at(text, at + size) == Byte::letter) {
        ending[size] = fold(text[at + size]);
        ++size;
    }
    return size < ending.size() && !is_alnum(byte_at(text, at + size)) &&
           is_among(std::string_view(ending.data(), size), web_endings);
}

// The word stands before a dot: takes what belongs to it.
void take_dots(std::string_view text, ScannedWord& word, Folder& folder) {
    const std::size_t dot = word.end;
    if (is_alnum(byte_at(text, dot + 1))) {
        const bool letters = word.size == 1 && kind_at(text, word.begin) == Byte::letter;
        if (letters && kind_at(text, dot + 1) == Byte::letter && !is_alnum(byte_at(text, dot + 2))) {
            // Initials: "a.m.", "U.S.", "e.g."
            std::size_t at = dot;
            while (byte_at(text, at) == '.' && kind_at(text, at + 1) == Byte::letter &&
                   !is_alnum(byte_at(text, at + 2))) {
                folder.put_other('.');
                folder.put_other(fold(text[at + 1]));
                at += 2;
            }
            if (byte_at(text, at) == '.' && !sentence_may_start(text, at + 1)) {
                folder.put_other('.');
                ++at;
            }
            word.end = at;
        } else if ((word.size == 3 && word.folded() == "www") || is_web_ending(text, dot + 1) ||
                   is_mail_name(text, dot + 1)) {
            word.end = end_of_address(text, dot);
            word.size = 0;
        }
        return;
    }
    if (word.size == 0 || word.size > 6) return;
    if (is_among(word.folded(), titles)
            ? dot + 1 < text.size()
            : is_among(word.folded(), abbreviations) && !sentence_may_start(text, dot + 1))
        ++word.end;
}

}  // namespace

std::size_t end_of_address(std::string_view text, std::size_t at) {
    while (at < text.size() && !is_blank(text[at]) && text[at] != '"' && text[at] != '<' && text[at] != '>')
        ++at;
    while (at > 0 && std::string_view(".,;:!?)]}'*").find(text[at - 1]) != std::string_view::npos) --at;
    return at;
}

void scan_word(std::string_view text, std::size_t begin, ScannedWord& out) {
    out.begin = begin;
    out.size = 0;
    out.apostrophe_count = 0;
    out.stretched = false;
    out.capitalised = is_upper(text[begin]);
    Folder folder{out};
    std::size_t letters = 0, capitals = 0, at = begin;
    const auto inner_apostrophe = [&](std::size_t size) {
        const char next = byte_at(text, at + size);
        if (!is_alnum(next)) return false;
        out.apostrophes[out.apostrophe_count == 0 ? 0 : 1] = at;
        if (out.apostrophe_count < 3) ++out.apostrophe_count;
        folder.put_other('\'');
        at += size;
        return true;
    };
    for (; at < text.size();) {
        const char c = text[at];
        const Byte kind = kind_of(c);
        if (kind == Byte::letter) {
            ++letters;
            capitals += is_upper(c) ? 1U : 0U;
            folder.put_letter(fold(c));
            ++at;
        } else if (kind == Byte::digit) {
            folder.put_other(c);
            ++at;
        } else if (c == '\'') {
            if (!inner_apostrophe(1)) break;
        } else if (kind == Byte::high) {
            const CodePoint wide = decode_utf8(text, at);
            if (!wide.valid) break;
            const WideKind wide_is = wide_kind(wide.value);
            if (wide_is == WideKind::apostrophe || wide_is == WideKind::apostrophe_open) {
                if (!inner_apostrophe(wide.size)) break;
                continue;
            }
            if (wide_is != WideKind::letter) break;
            utf8proc_uint8_t bytes[4];
            const auto lower = utf8proc_tolower(static_cast<utf8proc_int32_t>(wide.value));
            const auto size = utf8proc_encode_char(lower, bytes);
            if (at == begin) out.capitalised = lower != static_cast<utf8proc_int32_t>(wide.value);
            for (utf8proc_ssize_t i = 0; i < size; ++i) folder.put_other(static_cast<char>(bytes[i]));
            ++letters;
            capitals += lower != static_cast<utf8proc_int32_t>(wide.value) ? 1U : 0U;
            at += wide.size;
        } else if (at > begin && kind_of(text[at - 1]) == Byte::digit && joins_digits(text, at)) {
            folder.put_other(c);
            ++at;
        } else {
            break;
        }
    }
    out.end = at;
    out.shouted = letters >= 2 && capitals == letters;
    if (folder.too_long) out.size = 0;

    const char next = byte_at(text, at);
    if (next == '.') {
        take_dots(text, out, folder);
        if (folder.too_long) out.size = 0;
    } else if ((next == '@' && is_alnum(byte_at(text, at + 1))) ||
               (next == ':' && byte_at(text, at + 1) == '/' && byte_at(text, at + 2) == '/')) {
        out.end = std::max(at, end_of_address(text, at));
        out.size = 0;
    }
}

}  // namespace attune
