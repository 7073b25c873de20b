// SPDX-License-Identifier: MIT
//
// How words stand on paper: splitting them, sentence case, end marks. Pure functions over UTF-8; letters
// beyond ASCII are left as they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attune {

// A word between blanks, taken apart: `(Mum,` is before "(", core "Mum", after ",".
struct WrittenWord {
    std::string before;
    std::string core;
    std::string after;
};

std::vector<WrittenWord> split_words(std::string_view text);
std::string join_words(const std::vector<WrittenWord>& words);

// Lower case with straight apostrophes.
std::string folded(std::string_view word);

std::size_t count_words(std::string_view text);

// First letter upper or lower.
std::string with_capital(std::string text);
std::string without_capital(std::string text);

// Blanks around it and runs of them inside taken out.
std::string tidied(std::string_view text);

// Ends with . ? ! or …, a closing quotation mark or bracket after it allowed.
bool has_end_mark(std::string_view text);
std::string with_end_mark(std::string text, char mark = '.');

// `word` is one of `list`.
bool one_of(std::string_view word, std::initializer_list<std::string_view> list);

// A number for picking among phrases, the same on every machine (FNV-1a).
std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 14695981039346656037ULL);
std::uint64_t mixed(std::uint64_t hash);

}  // namespace attune
