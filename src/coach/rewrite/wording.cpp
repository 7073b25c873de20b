// SPDX-License-Identifier: MIT
#include "coach/rewrite/wording.h"

#include <algorithm>

namespace attune {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

// Part of a word: a letter, a digit, anything beyond ASCII.
bool is_inner(char c) {
    return is_upper(c) || is_lower(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

// Marks beyond ASCII that belong to no word.
constexpr std::string_view wide_marks[] = {"“", "”", "‘", "…", "–", "—"};

std::size_t mark_at_front(std::string_view text) {
    if (text.empty()) return 0;
    if (is_ascii(text.front())) return is_inner(text.front()) ? 0 : 1;
    for (const auto mark : wide_marks)
        if (text.starts_with(mark)) return mark.size();
    return 0;
}

std::size_t mark_at_back(std::string_view text) {
    if (text.empty()) return 0;
    if (is_ascii(text.back())) return is_inner(text.back()) ? 0 : 1;
    for (const auto mark : wide_marks)
        if (text.ends_with(mark)) return mark.size();
    return 0;
}

}  // namespace

std::vector<WrittenWord> split_words(std::string_view text) {
    std::vector<WrittenWord> words;
    words.reserve(text.size() / 5 + 2);
    std::size_t at = 0;
    while (at < text.size()) {
        if (is_blank(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && !is_blank(text[end])) ++end;
        const std::string_view piece = text.substr(at, end - at);
        std::string_view core = piece;
        while (const auto size = mark_at_front(core)) core.remove_prefix(size);
        const std::size_t before = piece.size() - core.size();
        while (const auto size = mark_at_back(core)) core.remove_suffix(size);
        words.push_back({std::string(piece.substr(0, before)), std::string(core),
                         std::string(piece.substr(before + core.size()))});
        at = end;
    }
    return words;
}

std::string join_words(const std::vector<WrittenWord>& words) {
    std::string out;
    for (const auto& word : words) {
        if (!out.empty()) out += ' ';
        out += word.before;
        out += word.core;
        out += word.after;
    }
    return out;
}

std::string folded(std::string_view word) {
    std::string out;
    out.reserve(word.size());
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (!is_ascii(word[i]) && word.substr(i).starts_with("’")) {
            out += '\'';
            i += 2;
        } else {
            out += is_upper(word[i]) ? static_cast<char>(word[i] - 'A' + 'a') : word[i];
        }
    }
    return out;
}

std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    bool counted = false;
    for (const char c : text) {
        if (is_blank(c)) {
            inside = counted = false;
            continue;
        }
        inside = true;
        if (inside && !counted && is_inner(c)) {
            ++count;
            counted = true;
        }
    }
    return count;
}

std::string with_capital(std::string text) {
    std::size_t at = 0;  // an opening quotation mark or bracket may stand before the letter
    while (const auto size = mark_at_front(std::string_view(text).substr(at))) at += size;
    if (at < text.size() && is_lower(text[at])) text[at] = static_cast<char>(text[at] - 'a' + 'A');
    return text;
}

std::string without_capital(std::string text) {
    if (!text.empty() && is_upper(text.front())) text.front() = static_cast<char>(text.front() - 'A' + 'a');
    return text;
}

std::string tidied(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (!is_blank(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool has_end_mark(std::string_view text) {
    while (!text.empty()) {
        if (text.ends_with("”") || text.ends_with("’"))
            text.remove_suffix(3);
        else if (text.back() == '"' || text.back() == '\'' || text.back() == ')')
            text.remove_suffix(1);
        else
            break;
    }
    return !text.empty() &&
           (text.back() == '.' || text.back() == '?' || text.back() == '!' || text.ends_with("…"));
}

std::string with_end_mark(std::string text, char mark) {
    while (!text.empty() && (is_blank(text.back()) || text.back() == ',' || text.back() == ';' ||
                             text.back() == ':' || text.back() == '-'))
        text.pop_back();
    if (!text.empty() && !has_end_mark(text)) text += mark;
    return text;
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
    for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return seed;
}

std::uint64_t mixed(std::uint64_t hash) {
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33;
    return hash;
}

}  // namespace attune
