// SPDX-License-Identifier: MIT
//
// All cues in one machine. See automaton.cpp for the idea; its cost is linear in the text whatever the text.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/blob.h"
#include "rules/automaton_tables.h"
#include "rules/cue.h"
#include "rules/lexicon.h"
#include "rules/nfa.h"
#include "rules/stream.h"
#include "text/passage.h"

namespace attune {

// A cue that ended: `unit` is the number that add() gave, tokens [first, last).
struct CueHit {
    std::uint32_t unit = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

// Room that one thread needs to match; reused from passage to passage. Its insides are automaton.cpp's.
struct MatchScratch {
    std::vector<StreamItem> stream;
    std::vector<std::uint32_t> symbols;  // of the stream's items
    std::vector<std::uint32_t>
        next_word;  // by item: the symbol of the word that follows in its sentence, or none
    std::vector<std::uint32_t> after_next;  // the word after that
    std::vector<std::uint32_t> free_from;   // by unit: where in the stream its next hit may begin
    std::vector<std::uint32_t> touched;     // units whose free_from was moved
    std::vector<std::uint64_t> allowed;     // one bit a unit: the words it needs stand in this sentence
    std::vector<std::uint64_t> met;         // the same for one of those words
};

// One bit a unit, in 64-bit words; empty: all of them.
using UnitSet = std::vector<std::uint64_t>;

// Looks into a blob that outlives it. Safe to share between threads.
class Automaton {
  public:
    Automaton() = default;
    explicit Automaton(const BlobView& blob);

    // The leftmost-longest hits of every wanted unit that do not overlap one another, by unit and then by
    // place. Replaces `out`.
    void match(const Passage& passage, const UnitSet& wanted, MatchScratch& scratch,
               std::vector<CueHit>& out) const;

    [[nodiscard]] std::size_t symbol_count() const { return header_.symbol_count; }
    [[nodiscard]] std::size_t unit_count() const { return header_.unit_count; }
    // Whether a word is a one-word member of a class.
    [[nodiscard]] bool in_class(WordId word, std::uint16_t word_class) const {
        return (class_matrix_[std::size_t{word} * header_.class_row + word_class / 64] >> (word_class % 64)) &
               1;
    }

  private:
    void look_ahead(MatchScratch& scratch) const;
    void allow(std::uint32_t first, std::uint32_t last, const UnitSet& wanted, MatchScratch& scratch) const;
    void try_unit(std::uint32_t unit, std::uint32_t at, MatchScratch& scratch,
                  std::vector<CueHit>& out) const;
    template <std::uint32_t Width>
    [[nodiscard]] std::uint32_t longest(const machine::Unit& unit, std::uint32_t at,
                                        const MatchScratch& scratch) const;
    [[nodiscard]] const std::uint64_t* mask(const machine::Unit& unit, std::uint32_t symbol) const;

    machine::Header header_;
    std::span<const machine::Symbol> word_symbols_;  // by WordId
    std::span<const std::uint32_t> start_ranges_;    // by symbol: its blocks are [s], [s + 1)
    std::span<const machine::UnitBlock> start_blocks_;
    std::span<const std::uint64_t> seconds_;  // (symbol, or symbol_count for none) * blocks + block
    std::span<const std::uint64_t> thirds_;
    std::span<const std::uint32_t> need_ranges_;  // level * (symbol_count + 1) + symbol, as start_ranges_
    std::span<const machine::UnitBlock> need_blocks_;
    std::span<const std::uint64_t> needless_;  // level * blocks + block: units that need no such word
    std::span<const machine::Unit> units_;
    std::span<const machine::Entry> entries_;
    std::span<const std::uint64_t> bits_;
    std::span<const std::uint64_t> class_matrix_;  // word * class_row + class / 64
};

// Builds the machine.
class AutomatonBuilder {
  public:
    // `classes` must stay alive and complete.
    explicit AutomatonBuilder(const std::vector<WordClass>& classes) : classes_(classes) {}

    // Adds a cue as the next unit (0, 1, 2 …). Gives "", or what is wrong and then adds nothing: it can match
    // nothing, it can match the empty text, it is too large.
    std::string add(const CueNode& cue);

    // Throws std::length_error when the cues tell more than 65,535 words apart.
    void write(std::size_t word_count, BlobWriter& out) const;

  private:
    const std::vector<WordClass>& classes_;
    std::vector<Nfa> units_;
    std::vector<std::vector<NfaAtom>> needs_;  // by unit: words it cannot do without
};

}  // namespace attune
