// SPDX-License-Identifier: MIT
//
// A passage's tokens as the clause reader sees them: words with their grammar, and the marks between them
// that part clauses. Quotation marks, brackets, emoji and hyphens inside a word are seen through.
#pragma once

#include <cstdint>

#include "text/grammar.h"
#include "text/keywords.h"
#include "text/passage.h"

namespace attune {

inline constexpr std::uint32_t no_token = UINT32_MAX;

class Words {
  public:
    explicit Words(const Passage& passage)
        : text_(passage.text), tokens_(passage.tokens.data()), grammar_(passage.grammar.data()) {}

    [[nodiscard]] const Token& token(std::uint32_t i) const { return tokens_[i]; }
    [[nodiscard]] TokenKind kind(std::uint32_t i) const { return tokens_[i].kind; }
    [[nodiscard]] bool is_word(std::uint32_t i) const { return tokens_[i].kind == TokenKind::word; }

    // `i` may be no_token: no word has no grammar and no id.
    [[nodiscard]] WordId id(std::uint32_t i) const { return i == no_token ? unknown_word : tokens_[i].word; }
    [[nodiscard]] std::uint64_t grammar(std::uint32_t i) const { return i == no_token ? 0 : grammar_[i]; }
    [[nodiscard]] bool has(std::uint32_t i, std::uint64_t bits) const { return (grammar(i) & bits) != 0; }
    template <class... Keywords>
    [[nodiscard]] bool is(std::uint32_t i, Keywords... keywords) const {
        return i != no_token && is_one_of(tokens_[i].word, keywords...);
    }
    [[nodiscard]] bool is_number(std::uint32_t i) const {
        return i != no_token && is_word(i) && text_[tokens_[i].begin] >= '0' &&
               text_[tokens_[i].begin] <= '9';
    }
    [[nodiscard]] bool is_lower(std::uint32_t i) const {
        return text_[tokens_[i].begin] >= 'a' && text_[tokens_[i].begin] <= 'z';
    }
    // -s or -ed: what a verb that the lexicon lacks looks like.
    [[nodiscard]] bool ends_like_verb(std::uint32_t i) const {
        const std::string_view word = tokens_[i].span().of(text_);
        return word.size() > 3 && (word.ends_with("s") || word.ends_with("ed"));
    }
    [[nodiscard]] bool ends_with_s(std::uint32_t i) const {
        return i != no_token && (text_[tokens_[i].end - 1] | 0x20) == 's';
    }

    // Quotation marks, brackets, emoji, stray marks, the hyphen of "well-being".
    [[nodiscard]] bool seen_through(std::uint32_t i) const {
        switch (tokens_[i].kind) {
            case TokenKind::quote_open:
            case TokenKind::quote_close:
            case TokenKind::bracket:
            case TokenKind::emoji:
            case TokenKind::other:
                return true;
            case TokenKind::dash:
                return is_inner_hyphen(i);
            default:
                return false;
        }
    }

    // The next word before `last` that no comma, dash or the like stands before; else no_token.
    [[nodiscard]] std::uint32_t next(std::uint32_t i, std::uint32_t last) const {
        if (i == no_token) return no_token;
        for (++i; i < last; ++i) {
            if (is_word(i)) return i;
            if (!seen_through(i)) return no_token;
        }
        return no_token;
    }
    // The word before, not before `first`, that no comma or the like stands after; else no_token.
    [[nodiscard]] std::uint32_t previous(std::uint32_t i, std::uint32_t first) const {
        if (i == no_token) return no_token;
        while (i > first) {
            --i;
            if (is_word(i)) return i;
            if (!seen_through(i)) return no_token;
        }
        return no_token;
    }

  private:
    [[nodiscard]] bool is_inner_hyphen(std::uint32_t i) const {
        const std::uint32_t begin = tokens_[i].begin, end = tokens_[i].end;
        return begin > 0 && end < text_.size() && end - begin == 1 && text_[begin] == '-' &&
               static_cast<unsigned char>(text_[begin - 1]) > ' ' &&
               static_cast<unsigned char>(text_[end]) > ' ';
    }

    std::string_view text_;
    const Token* tokens_;
    const std::uint64_t* grammar_;
};

// "make you feel", "let it go", "help me see": the pronoun behind such a verb is its object and no subject.
inline bool takes_bare_verb(const Words& words, std::uint32_t at) {
    return words.is(at, key::make, key::makes, key::made, key::making, key::let, key::lets, key::help,
                    key::helps, key::watch, key::see, key::saw, key::hear, key::heard, key::have, key::had);
}

}  // namespace attune
