// SPDX-License-Identifier: MIT
//
// A cue as positions and what may follow what (Glushkov's construction): position p stands for one word,
// class or mark of the cue. No position repeats, so a cue of n positions matches at most n words.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "rules/cue.h"
#include "rules/lexicon.h"

namespace attune {

inline constexpr std::size_t max_positions = 1024;
using PositionSet = std::bitset<max_positions>;

// What one position takes: a mark, or a word of these (or but these).
struct NfaAtom {
    enum class Kind : std::uint8_t { any_of, none_of, any_word, mark };
    Kind kind = Kind::any_of;
    Mark mark = Mark::sentence_start;    // Kind::mark
    std::vector<WordId> words;           // Kind::any_of, none_of
    std::vector<std::uint16_t> classes;  // the same: their one-word members

    // Takes words that the pack does not know.
    [[nodiscard]] bool wide() const { return kind == Kind::any_word || kind == Kind::none_of; }
};

struct Nfa {
    std::vector<NfaAtom> atoms;  // by position
    std::vector<PositionSet> follow;
    PositionSet first, last;
    bool nullable = false;
};

// The automaton of a cue, or what is wrong with it. Phrases of a class become sequences that share their
// beginnings, and first words after which the same may follow become one position.
std::variant<Nfa, std::string> build_nfa(const CueNode& cue, const std::vector<WordClass>& classes);

}  // namespace attune
