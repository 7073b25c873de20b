// SPDX-License-Identifier: MIT
//
// A cue as positions and what may follow what (Glushkov's construction): position p stands for one word,
// class, gap or mark of the cue. No position repeats and what follows a position comes after it, so that a
// cue is read in one pass over its positions.
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

// What one position takes: a mark, or one of these words and members of classes (or a word that is none of
// them).
struct NfaAtom {
    enum class Kind : std::uint8_t { any_of, none_of, any_word, mark };
    Kind kind = Kind::any_of;
    Mark mark = Mark::sentence_start;    // Kind::mark
    std::uint32_t most = 1;              // Kind::any_word: takes up to so many
    std::vector<WordId> words;           // Kind::any_of, none_of
    std::vector<std::uint16_t> classes;  // the same; of none_of their one-word members
};

struct Nfa {
    std::vector<NfaAtom> atoms;  // by position
    std::vector<PositionSet> follow;
    PositionSet first, last;
    bool nullable = false;
};

// The node without sequences of one part around it.
const CueNode& bare(const CueNode& node);

// The automaton of a cue, or what is wrong with it. Words and classes that are alternatives of one another
// share a position.
std::variant<Nfa, std::string> build_nfa(const CueNode& cue, const std::vector<WordClass>& classes);

}  // namespace attune
