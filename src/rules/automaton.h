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
#include "rules/cue.h"
#include "rules/lexicon.h"
#include "text/passage.h"

namespace attune {

// A cue that ended: `unit` is the number that add() gave, tokens [first, last).
struct CueHit {
    std::uint32_t unit = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

// Room that one thread needs to match; reused from passage to passage.
struct MatchScratch;

// Looks into a blob that outlives it. Safe to share between threads.
class Automaton {
  public:
    Automaton() = default;
    explicit Automaton(const BlobView& blob);

    // Every unit's leftmost-longest hits that do not overlap one another, by unit and then by place.
    // Replaces `out`.
    void match(const Passage& passage, MatchScratch& scratch, std::vector<CueHit>& out) const;

    [[nodiscard]] std::size_t state_count() const { return state_base_.size(); }
    [[nodiscard]] std::size_t symbol_count() const { return symbol_count_; }
    // Whether a word is a one-word member of a class.
    [[nodiscard]] bool in_class(WordId word, std::uint16_t word_class) const;

  private:
    friend class AutomatonBuilder;
    friend struct MatchScratch;
    std::size_t symbol_count_ = 0;
    std::span<const std::uint32_t> state_base_;
};

// Builds the machine. Throws nothing: what cannot be built is told by add().
class AutomatonBuilder {
  public:
    // `classes` must stay alive. Word ids are below `word_count`, which may still grow until write().
    explicit AutomatonBuilder(const std::vector<WordClass>& classes);

    // Adds a cue as the next unit (0, 1, 2 …). Gives "" or what is wrong: it can match nothing, it can match the
    // empty text, it is too large.
    std::string add(const CueNode& cue);

    void write(std::size_t word_count, BlobWriter& out);

  private:
    const std::vector<WordClass>& classes_;
};

}  // namespace attune
