// SPDX-License-Identifier: MIT
//
// Cuts one sentence into clauses and reads each one's subject, verb and order. See clause_cutter.cpp for the
// idea.
#pragma once

#include "text/inversion.h"
#include "text/orders.h"
#include "text/words.h"

namespace attune {

class ClauseCutter {
  public:
    // Appends the clauses of `sentence` to `passage.clauses`; `index` is the sentence's number.
    ClauseCutter(Passage& passage, const Sentence& sentence, std::uint32_t index, bool asked);
    void run();

  private:
    void take_mark(std::uint32_t at);
    void take_word(std::uint32_t at);
    bool take_at_head(std::uint32_t at);
    bool take_order(std::uint32_t at);
    bool take_question(std::uint32_t at);
    bool take_dropped_subject(std::uint32_t at);
    bool take_pronoun(std::uint32_t at);
    bool take_relative(std::uint32_t at);
    bool take_finite(std::uint32_t at);
    void take_nominal(std::uint32_t at);

    void boundary(std::uint32_t clause_begin, bool hard);
    void start_clause(std::uint32_t begin, std::uint32_t subject, std::uint32_t verb_at,
                      std::uint32_t auxiliary, std::uint64_t features);
    void close(std::uint32_t last);
    void forget_nominal();
    [[nodiscard]] std::uint32_t opener_begin(std::uint32_t at) const;
    [[nodiscard]] std::uint64_t opener_features(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::uint64_t about(std::uint32_t subject) const;
    [[nodiscard]] std::uint32_t verb_after(std::uint32_t subject) const;
    [[nodiscard]] bool may_begin_clause(std::uint32_t at) const;
    [[nodiscard]] bool complement_may_follow(std::uint32_t word) const;

    Passage& passage_;
    Words words_;
    const std::uint32_t first_, last_;
    const bool asked_;

    Clause clause_;            // the one being read
    bool has_verb_ = false;    // its verb or order was found
    bool chained_ = false;     // an order, or an if- or when-clause: an order may come next
    std::uint32_t floor_ = 0;  // the token after the last one that the verb group took
    std::uint32_t at_ = 0;

    // Where the next clause may begin, and whether the word at hand stands there (openers passed over).
    std::uint32_t boundary_ = 0;
    bool hard_ = true;  // a mark stands there, or the sentence's start; not a bare "and"
    bool head_ = true;
    bool coordinated_ = false;  // "and", "or", "but" stands there
    bool urging_ = false;       // "just", "please", "maybe", "then" stands there

    // The noun phrase that may become a subject.
    std::uint32_t nominal_begin_ = no_token, nominal_head_ = no_token;
    bool nominal_in_preposition_ = false, nominal_closed_ = false;
};

}  // namespace attune
