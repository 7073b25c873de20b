// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <vector>

#include "rules/automaton_tables.h"
#include "rules/lexicon.h"
#include "rules/nfa.h"

namespace attune {

// Which words the cues tell apart: two words that fit the same atoms share a symbol, and the machine's tables
// need only a column for each symbol.
class Symbols {
  public:
    // Throws std::length_error past 65,535 symbols.
    Symbols(const std::vector<Nfa>& units, const std::vector<WordClass>& classes, std::size_t word_count);

    // The word symbols of the words and classes that an atom names, sorted.
    [[nodiscard]] std::vector<machine::Symbol> listed(const NfaAtom& atom) const;

    [[nodiscard]] const std::vector<machine::Symbol>& of_word() const { return of_word_; }  // by WordId
    [[nodiscard]] std::size_t count() const { return count_; }

  private:
    void note(const NfaAtom& atom);
    void note_word(WordId word);
    void note_class(std::uint16_t index);

    const std::vector<WordClass>& classes_;
    std::vector<std::vector<std::uint32_t>> sets_of_word_;  // which atoms each word fits, by WordId
    std::map<WordId, std::uint32_t> set_of_word_;
    std::map<std::uint16_t, std::uint32_t> set_of_class_;
    std::uint32_t sets_ = 0;
    std::vector<machine::Symbol> of_word_;
    std::size_t count_ = 0;
};

}  // namespace attune
