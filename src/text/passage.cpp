// SPDX-License-Identifier: MIT
#include "text/passage.h"

#include <algorithm>

#include "text/clauses.h"
#include "text/words.h"

namespace attune {
namespace {

// "its ok", "its not fair": "it is", written without its apostrophe, where nothing that "it" could own comes
// next. "Its own", "its tail" and, in the middle of a sentence, "its good side" own something.
bool stands_for_it_is(const std::vector<Token>& tokens, std::size_t at, const Vocabulary& vocabulary) {
    if (tokens[at].word != key::its || at + 1 == tokens.size() || !tokens[at + 1].is_word()) return false;
    const std::uint64_t next = vocabulary.grammar(tokens[at + 1].word);
    if (next & (grammar::determiner | grammar::negator | grammar::adverb)) return true;
    constexpr std::uint64_t said_of_it = grammar::adjective | grammar::feeling | grammar::light |
                                         grammar::filler | grammar::possessives | grammar::verb_ing |
                                         grammar::be;
    const bool begins = at == 0 || !tokens[at - 1].is_word() ||
                        (vocabulary.grammar(tokens[at - 1].word) & (grammar::coordinator | grammar::filler));
    return begins && (next & said_of_it) != 0;
}

void read_its(const Vocabulary& vocabulary, std::vector<Token>& tokens) {
    const auto its = [](const Token& token) { return token.word == key::its; };
    for (auto found = std::find_if(tokens.begin(), tokens.end(), its); found != tokens.end();
         found = std::find_if(found + 1, tokens.end(), its)) {
        const auto at = static_cast<std::size_t>(found - tokens.begin());
        if (!stands_for_it_is(tokens, at, vocabulary)) continue;
        Token is = *found;
        found->word = key::it;
        is.word = key::is;
        is.flags = static_cast<std::uint8_t>(is.flags | continues);
        found = tokens.insert(found + 1, is);
    }
}

}  // namespace

Span Passage::bytes(std::uint32_t first, std::uint32_t last) const {
    if (first >= last || last > tokens.size()) return {};
    return {tokens[first].begin, tokens[last - 1].end};
}

void read_passage(std::string_view text, const Vocabulary& vocabulary, Passage& out) {
    out.text = text;
    tokenize(text, vocabulary, out.tokens);
    read_its(vocabulary, out.tokens);
    find_clauses(vocabulary, out);
}

}  // namespace attune
