// SPDX-License-Identifier: MIT
//
// A text that has been read for its grammar: tokens, clauses, sentences and what each of them is like. It is
// the ground that rules stand on. Built for a reply and for a statement alike; the same passage can be filled
// again and again without allocating.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "text/features.h"
#include "text/tokens.h"
#include "text/vocabulary.h"

namespace attune {

// A clause is the words around one verb: "I know | it is hard | but you should call him".
struct Clause {
    std::uint32_t first = 0;  // tokens [first, last)
    std::uint32_t last = 0;
    std::uint64_t features = 0;    // bits of text/features.h
    std::uint32_t subject = none;  // token of the subject's (last) word, or none
    std::uint32_t verb = none;     // token of the main verb (in "should have called": called), or none
    std::uint32_t order = none;    // token of the verb that gives the order, or none
    std::uint32_t sentence = 0;    // index of its sentence
    static constexpr std::uint32_t none = UINT32_MAX;
};

struct Sentence {
    std::uint32_t first = 0;  // tokens [first, last), its end mark included
    std::uint32_t last = 0;
    std::uint32_t first_clause = 0;  // clauses [first_clause, last_clause)
    std::uint32_t last_clause = 0;
    std::uint64_t features = 0;  // own bits and those of its clauses
    std::uint32_t words = 0;     // parts of a contraction count as one
};

// The text is not copied: it must outlive the passage's use.
struct Passage {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<Clause> clauses;
    std::vector<Sentence> sentences;
    std::vector<std::uint32_t> clause_of;  // by token
    std::vector<std::uint64_t> grammar;    // by token: bits of text/grammar.h, 0 for what is no word
    std::uint32_t words = 0;
    std::uint32_t open_questions = 0;    // sentences that ask openly; advice in a question's shape counts too
    std::uint32_t closed_questions = 0;  // sentences that ask for yes, no or a fact
    std::uint64_t features = 0;          // of all its sentences

    // The bytes from the start of token `first` to the end of token `last - 1`.
    [[nodiscard]] Span bytes(std::uint32_t first, std::uint32_t last) const;
};

// Reads `text` into `out`, replacing what was there and keeping its capacity. Linear; never fails.
void read_passage(std::string_view text, const Vocabulary& vocabulary, Passage& out);

}  // namespace attune
