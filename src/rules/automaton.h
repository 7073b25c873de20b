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
    struct End {
        std::uint32_t unit = 0;
        std::uint32_t at = 0;  // index into the stream
        friend auto operator<=>(const End&, const End&) = default;
    };
    std::vector<StreamItem> stream;
    std::vector<End> ends;
    std::vector<std::uint64_t> tails;     // by unit: where its own automaton stands
    std::vector<std::uint32_t> active;    // units whose automaton stands anywhere
    std::vector<std::uint8_t> is_active;  // by unit
    std::vector<CueHit> spans;            // a heap of one unit's candidates
};

// Looks into a blob that outlives it. Safe to share between threads.
class Automaton {
  public:
    Automaton() = default;
    explicit Automaton(const BlobView& blob);

    // Every unit's leftmost-longest hits that do not overlap one another, by unit and then by place.
    // Replaces `out`.
    void match(const Passage& passage, MatchScratch& scratch, std::vector<CueHit>& out) const;

    [[nodiscard]] std::size_t state_count() const { return states_.size(); }
    [[nodiscard]] std::size_t symbol_count() const { return header_.symbol_count; }
    [[nodiscard]] std::size_t unit_count() const { return units_.size(); }
    // Whether a word is a one-word member of a class.
    [[nodiscard]] bool in_class(WordId word, std::uint16_t word_class) const {
        return (class_matrix_[std::size_t{word} * header_.class_row + word_class / 64] >> (word_class % 64)) &
               1;
    }

  private:
    [[nodiscard]] std::uint32_t step(std::uint32_t state, machine::Symbol symbol) const;
    void run(MatchScratch& scratch) const;
    void step_tails(MatchScratch& scratch, std::uint32_t symbol, bool keep, std::uint32_t at) const;
    void apply(std::uint32_t effect, std::uint32_t at, MatchScratch& scratch) const;
    [[nodiscard]] const std::uint64_t* mask(const machine::Unit& unit, std::uint32_t symbol) const;
    [[nodiscard]] std::uint32_t symbol_of(const StreamItem& item) const;
    // Where a match of `unit` that ends at stream index `at` begins: the leftmost place from `not_before` on,
    // or UINT32_MAX.
    [[nodiscard]] std::uint32_t begin_of(const std::vector<StreamItem>& stream, std::uint32_t unit,
                                         std::uint32_t at, std::uint32_t not_before) const;
    void choose(MatchScratch& scratch, std::uint32_t unit, std::span<const MatchScratch::End> ends,
                std::vector<CueHit>& out) const;

    machine::Header header_;
    std::span<const machine::Symbol> word_symbols_;  // by WordId
    std::span<const std::uint32_t> root_;            // state 0's targets by symbol
    std::span<const machine::State> states_;
    std::span<const machine::Slot> slots_;
    std::span<const machine::MarkMove> mark_moves_;  // state * mark_count + mark
    std::span<const machine::Effect> effects_;
    std::span<const std::uint32_t> outputs_;
    std::span<const machine::Seed> seeds_;
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
    // nothing, it can match the empty text, it is too large, it begins with a word that may be any.
    std::string add(const CueNode& cue);

    // Throws std::length_error when the machine would have more than 500,000 states.
    void write(std::size_t word_count, BlobWriter& out) const;

  private:
    const std::vector<WordClass>& classes_;
    std::vector<Nfa> units_;
};

}  // namespace attune
