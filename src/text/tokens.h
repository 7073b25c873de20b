// SPDX-License-Identifier: MIT
//
// Cuts a text into tokens in one pass. Any bytes are accepted: what is not UTF-8 becomes a token of kind
// `other`.
//
// Words are folded before they are looked up: case, curly apostrophes, a missing apostrophe ("dont"), letters
// stretched for emphasis ("sooo"). A contraction gives one token for each word it stands for, so that a rule
// that says "you are" also meets "you're" and "youre". Offsets always point into the original text; the parts
// of a contraction written with an apostrophe split at it (you|'re), those without share the whole word's
// span.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "text/vocabulary.h"

namespace attune {

enum class TokenKind : std::uint8_t {
    word,      // letters and digits, with inner apostrophes; a hyphenated word is several words and hyphens
    comma,     // ,
    colon,     // :
    dash,      // - – — between words or inside one
    stop,      // .   (not inside a number or abbreviation)
    question,  // ? ?! ??
    exclamation,  // ! !!
    semicolon,    // ;
    ellipsis,     // ... …
    newline,      // one or more line breaks
    quote_open,   // “ " at a word's start
    quote_close,  // ” " at a word's end
    bracket,      // ( ) [ ] and the like
    emoji,        // a pictograph, or a smiley written in ASCII such as :( or <3
    other,        // any other mark or byte
};

struct Token {
    std::uint32_t begin = 0;  // byte offsets into the text
    std::uint32_t end = 0;
    WordId word = unknown_word;
    TokenKind kind = TokenKind::other;
    std::uint8_t flags = 0;  // TokenFlag bits

    [[nodiscard]] Span span() const { return {begin, end}; }
    [[nodiscard]] bool is_word() const { return kind == TokenKind::word; }
};

enum TokenFlag : std::uint8_t {
    capitalised = 1,  // first letter is upper case
    shouted = 2,      // two or more letters, all upper case
    stretched = 4,    // letters were squeezed before the word was found
    continues = 8,    // second or third part of a contraction
    in_quotes = 16,   // stands between quotation marks (set when sentences are cut)
};

// Replaces `out`. Linear in the text. Texts longer than 4 GiB are cut there.
void tokenize(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& out);

}  // namespace attune
