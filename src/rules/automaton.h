// SPDX-License-Identifier: MIT
//
// All cues in one machine. See automaton.cpp for the idea; its cost is linear in the text whatever the text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/blob.h"
#include "rules/automaton_tables.h"
#include "rules/cue.h"
#include "rules/lexicon.h"
#include "rules/nfa.h"
#include "rules/window.h"
#include "text/passage.h"

namespace attune {

// A cue that ended: `unit` is the number that add() gave, tokens [first, last).
struct CueHit {
    std::uint32_t unit = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

// One bit a unit, in 64-bit words; empty: all of them.
using UnitSet = std::vector<std::uint64_t>;

// Room that one thread needs to match; reused from passage to passage. Its insides are automaton.cpp's.
struct MatchScratch {
    Window window;
    std::vector<Places> reached;           // by position of the unit that is run; all empty between runs
    std::vector<std::uint32_t> free_from;  // by unit: where in the stream its next hit may begin
    std::vector<std::uint32_t> touched;    // units whose free_from was moved
};

// Looks into a blob that outlives it. Safe to share between threads.
class Automaton {
  public:
    Automaton() = default;
    explicit Automaton(const BlobView& blob);

    // The leftmost-longest hits of every wanted unit that do not overlap one another, by unit and then by
    // place. Replaces `out`.
    void match(const Passage& passage, const UnitSet& wanted, MatchScratch& scratch,
               std::vector<CueHit>& out) const;
    // The same for these units, in the passage that was matched last.
    void match_more(std::span<const std::uint32_t> units, MatchScratch& scratch,
                    std::vector<CueHit>& out) const;

    [[nodiscard]] std::size_t unit_count() const { return header_.unit_count; }
    // Whether a word is a one-word member of a class.
    [[nodiscard]] bool in_class(WordId word, std::uint16_t word_class) const {
        return (class_matrix_[std::size_t{word} * header_.class_row + word_class / 64] >> (word_class % 64)) &
               1;
    }

  private:
    template <class Run>
    void in_windows(MatchScratch& scratch, Run run) const;
    [[nodiscard]] bool can_run(const machine::Unit& unit, Window& window) const;
    [[nodiscard]] bool can_stand_beside(std::uint32_t neighbours, std::uint32_t item,
                                        const Window& window) const;
    void run(std::uint32_t unit, MatchScratch& scratch, std::vector<CueHit>& out) const;
    [[nodiscard]] Places possible_starts(const machine::Unit& unit, MatchScratch& scratch) const;
    void take_from(std::uint32_t unit, std::uint32_t gap, MatchScratch& scratch,
                   std::vector<CueHit>& out) const;
    [[nodiscard]] const StreamItem* longest(const machine::Unit& unit, std::uint32_t gap,
                                            const StreamItem& first, MatchScratch& scratch) const;

    machine::Header header_;
    TermIndex terms_;
    std::span<const machine::Range> anchored_;       // by term: of anchored_units_
    std::span<const std::uint32_t> anchored_units_;  // each unit once
    std::span<const std::uint32_t> free_units_;      // those without an anchor
    std::span<const machine::Unit> units_;
    std::span<const machine::Position> positions_;
    std::span<const std::uint16_t> steps_;
    std::span<const machine::Term> needs_;
    std::span<const std::uint64_t> class_matrix_;  // word * class_row + class / 64
    std::span<const std::uint64_t> neighbours_;    // size is a power of two, or 0
    std::uint32_t neighbour_bits_ = 0;
};

// Builds the machine.
class AutomatonBuilder {
  public:
    // `classes` must stay alive and complete.
    explicit AutomatonBuilder(const std::vector<WordClass>& classes) : classes_(classes) {}

    // Adds a cue as the next unit (0, 1, 2 …). Gives "", or what is wrong and then adds nothing: it can match
    // nothing, it can match the empty text, it is too large.
    std::string add(const CueNode& cue);

    // `counts` tells how often each word was met in some text of the kind that will be read; words past its
    // end were not. It changes the speed and nothing else.
    void write(std::size_t word_count, const std::vector<std::uint32_t>& counts, BlobWriter& out) const;

  private:
    struct Source {
        CueNode cue;
        Nfa nfa;
    };
    const std::vector<WordClass>& classes_;
    std::vector<Source> units_;
    std::uint32_t reach_ = 0;
};

}  // namespace attune
