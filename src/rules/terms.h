// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "core/blob.h"
#include "rules/automaton_tables.h"
#include "rules/lexicon.h"
#include "rules/nfa.h"

namespace attune {

// What cues ask for, each once; how rare it is; and which words and phrases fit it.
class Terms {
  public:
    // Both must stay alive.
    Terms(const std::vector<WordClass>& classes, std::size_t word_count,
          const std::vector<std::uint32_t>& counts)
        : classes_(classes), word_count_(word_count), counts_(counts) {}

    // The term for what an atom takes, or does not take.
    machine::Term of(const NfaAtom& atom);
    // Adds what a term is made of to what an atom takes.
    void add_parts(machine::Term term, NfaAtom& atom) const;
    // Whether every part of `inner` is one of `outer` too.
    [[nodiscard]] bool holds(machine::Term outer, machine::Term inner) const;
    // Words and classes are terms of their own.
    [[nodiscard]] std::size_t simple_count() const { return word_count_ + classes_.size(); }
    [[nodiscard]] std::size_t count() const { return simple_count() + alternatives_.size(); }

    // How often something that fits is to be expected.
    [[nodiscard]] double frequency(machine::Term term) const;

    // Which terms each word and phrase fits, of those that are noted as the words are read: classes and
    // anchors.
    void write_meanings(const std::vector<machine::Term>& anchors, BlobWriter& out) const;
    void write(BlobWriter& out) const;

  private:
    using Phrase = std::vector<WordId>;

    [[nodiscard]] machine::Term class_term(std::size_t index) const {
        return static_cast<machine::Term>(word_count_ + index);
    }
    [[nodiscard]] std::set<machine::Term> parts_of(machine::Term term) const {
        return term < simple_count() ? std::set<machine::Term>{term} : *alternatives_[term - simple_count()];
    }

    [[nodiscard]] double frequency_of(WordId word) const {
        constexpr double never_met = 0.2;
        return never_met + (word < counts_.size() ? counts_[word] : 0);
    }

    const std::vector<WordClass>& classes_;
    std::size_t word_count_;
    const std::vector<std::uint32_t>& counts_;
    std::map<std::set<machine::Term>, machine::Term> known_;
    std::vector<const std::set<machine::Term>*> alternatives_;  // keys of known_
};

}  // namespace attune
