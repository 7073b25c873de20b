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

inline constexpr std::size_t max_positions = 256;
using PositionSet = std::bitset<max_positions>;

// What one position takes.
struct NfaAtom {
    enum class Kind : std::uint8_t { word, words_of_class, any_word, none_of, mark };
    Kind kind = Kind::word;
    WordId word = unknown_word;        // Kind::word
    std::uint16_t word_class = 0;      // Kind::words_of_class: its one-word members
    Mark mark = Mark::sentence_start;  // Kind::mark
    std::vector<WordId> not_words;     // Kind::none_of
    std::vector<std::uint16_t> not_classes;

    // Takes words that the pack does not know; such positions are kept out of the shared machine.
    [[nodiscard]] bool wide() const { return kind == Kind::any_word || kind == Kind::none_of; }
};

struct Nfa {
    std::vector<NfaAtom> atoms;  // by position
    std::vector<PositionSet> follow;
    PositionSet first, last;
    bool nullable = false;
};

// The automaton of a cue, or what is wrong with it. Phrases of a class become sequences that share their
// beginnings.
std::variant<Nfa, std::string> build_nfa(const CueNode& cue, const std::vector<WordClass>& classes);

}  // namespace attune
