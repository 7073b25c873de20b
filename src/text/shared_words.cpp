// SPDX-License-Identifier: MIT
//
// A word that the packs know is compared by its number, any other by its letters without case.
#include "text/shared_words.h"

#include <algorithm>

#include "text/grammar.h"

namespace attune {
namespace {

constexpr std::uint64_t closed_classes =
    grammar::subject_i | grammar::subject_we | grammar::subject_you | grammar::subject_third |
    grammar::subject_it | grammar::object_me | grammar::object_them | grammar::yourself | grammar::my |
    grammar::your | grammar::their | grammar::determiner | grammar::preposition | grammar::particle |
    grammar::coordinator | grammar::subordinator | grammar::conditional | grammar::temporal | grammar::be |
    grammar::have | grammar::do_aux | grammar::modal | grammar::obligation | grammar::future |
    grammar::negator | grammar::wh_open | grammar::wh_closed | grammar::adverb | grammar::filler |
    grammar::hedge | grammar::certainty | grammar::intensifier | grammar::downtoner | grammar::laughter;

std::uint64_t key_of(const Token& token, const Passage& passage) {
    if (token.word != unknown_word) return token.word;
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : token.span().of(passage.text)) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        hash = (hash ^ static_cast<unsigned char>(lower)) * 1099511628211ULL;
    }
    return hash | (std::uint64_t{1} << 63);  // never a word's number
}

}  // namespace

bool is_content_word(const Token& token, const Vocabulary& vocabulary) {
    if (!token.is_word()) return false;
    if (token.word == unknown_word) return token.end - token.begin > 2;
    return (vocabulary.grammar(token.word) & closed_classes) == 0;
}

void ContentWords::fill(const Passage& passage, const Vocabulary& vocabulary) {
    keys_.clear();
    for (const Token& token : passage.tokens)
        if (is_content_word(token, vocabulary)) keys_.push_back(key_of(token, passage));
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
}

int ContentWords::shared_with(const Passage& passage, const Vocabulary& vocabulary, std::uint32_t first,
                              std::uint32_t last) const {
    if (keys_.empty()) return 0;
    constexpr std::size_t most = 64;  // more say nothing new
    std::uint64_t seen[most];
    std::size_t count = 0;
    for (std::uint32_t i = first; i < last && count < most; ++i) {
        const Token& token = passage.tokens[i];
        if (!is_content_word(token, vocabulary)) continue;
        const std::uint64_t key = key_of(token, passage);
        if (!std::binary_search(keys_.begin(), keys_.end(), key)) continue;
        if (std::find(seen, seen + count, key) == seen + count) seen[count++] = key;
    }
    return static_cast<int>(count);
}

}  // namespace attune
