// SPDX-License-Identifier: MIT
//
// A sentence reaches to its end mark and takes along what trails it: more marks, closing quotes and brackets,
// emoji, line breaks. An ellipsis ends one only before a capital or at the end, since people write "I just...
// can't".
//
// Quotation marks are paired from the back: an opening mark takes the next closing one if no other opening
// mark comes first. One that never closes covers the rest of its sentence, and a single quote that does not
// close there covers nothing, for it may be an apostrophe. The stretches never overlap, so marking them is
// linear.
#include "text/sentences.h"

#include <algorithm>

#include "text/keywords.h"

namespace attune {
namespace {

bool ends_sentence(TokenKind kind) {
    return kind == TokenKind::stop || kind == TokenKind::question || kind == TokenKind::exclamation ||
           kind == TokenKind::semicolon || kind == TokenKind::newline;
}

bool trails_sentence(TokenKind kind) {
    return ends_sentence(kind) || kind == TokenKind::ellipsis || kind == TokenKind::quote_close ||
           kind == TokenKind::emoji;
}

// Whether the ellipsis at `i` ends its sentence: a capital, a line break or nothing follows.
bool ellipsis_ends(const std::vector<Token>& tokens, std::size_t i) {
    for (++i; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.is_word()) return (token.flags & capitalised) != 0 && token.word != key::i;
        if (token.kind == TokenKind::newline) return true;
        if (token.kind != TokenKind::quote_open && token.kind != TokenKind::bracket) return false;
    }
    return true;
}

bool is_single(const Passage& passage, const Token& token) {
    return token.kind == TokenKind::quote_open || token.kind == TokenKind::quote_close
               ? passage.text[token.begin] == '\'' || passage.text[token.begin] == '`' ||
                     passage.text.substr(token.begin, 3) == "\xE2\x80\x98" ||
                     passage.text.substr(token.begin, 3) == "\xE2\x80\x99"
               : false;
}

bool closes(std::string_view text, const Token& token) {
    return token.kind == TokenKind::bracket && (text[token.begin] == ')' || text[token.begin] == ']');
}

void mark_quoted(Passage& passage, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) passage.tokens[i].flags |= in_quotes;
}

void mark_quotations(Passage& passage, bool single) {
    constexpr std::size_t none = SIZE_MAX;
    std::size_t closing = none, next_open = passage.tokens.size();
    for (std::size_t s = passage.sentences.size(); s-- > 0;) {
        const Sentence& sentence = passage.sentences[s];
        if (single) closing = none, next_open = sentence.last;
        for (std::size_t i = sentence.last; i-- > sentence.first;) {
            const Token& token = passage.tokens[i];
            if (is_single(passage, token) != single) continue;
            if (token.kind == TokenKind::quote_close) closing = i;
            if (token.kind != TokenKind::quote_open) continue;
            if (closing != none)
                mark_quoted(passage, i, closing + 1);
            else if (!single)
                mark_quoted(passage, i, std::min<std::size_t>(next_open, sentence.last));
            closing = none;
            next_open = i;
        }
    }
}

}  // namespace

void cut_sentences(Passage& passage) {
    const std::vector<Token>& tokens = passage.tokens;
    passage.sentences.clear();
    passage.words = 0;
    bool has_quotes = false;
    Sentence sentence;
    const auto close_at = [&](std::size_t last) {
        sentence.last = static_cast<std::uint32_t>(last);
        passage.words += sentence.words;
        passage.sentences.push_back(sentence);
        sentence = {};
        sentence.first = static_cast<std::uint32_t>(last);
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const TokenKind kind = tokens[i].kind;
        if (kind == TokenKind::word) ++sentence.words;
        if (kind == TokenKind::quote_open) has_quotes = true;
        if (!ends_sentence(kind) && !(kind == TokenKind::ellipsis && ellipsis_ends(tokens, i))) continue;
        while (i + 1 < tokens.size() &&
               (trails_sentence(tokens[i + 1].kind) || closes(passage.text, tokens[i + 1])))
            ++i;
        // Marks alone are no sentence of their own when one stands before them.
        if (sentence.words == 0 && i + 1 < tokens.size()) continue;
        close_at(i + 1);
    }
    if (sentence.first < tokens.size()) {
        if (sentence.words == 0 && !passage.sentences.empty())
            passage.sentences.back().last = static_cast<std::uint32_t>(tokens.size());
        else
            close_at(tokens.size());
    }
    if (!has_quotes) return;
    mark_quotations(passage, false);
    mark_quotations(passage, true);
}

}  // namespace attune
