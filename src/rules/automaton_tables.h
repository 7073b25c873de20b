// SPDX-License-Identifier: MIT
//
// How the machine lies in a blob. Written by automaton_builder.cpp, read by automaton.cpp; nobody else needs
// it.
#pragma once

#include <cstdint>

#include "core/blob.h"
#include "rules/cue.h"

namespace attune::machine {

// A term is what one position of a cue takes, or a part of it: first each word by its number, then each
// class, then alternatives of several words and classes, which cues that ask for the same share. Of these,
// anchors come first.
using Term = std::uint32_t;
inline constexpr Term no_anchor = UINT32_MAX;

struct Header {
    std::uint32_t unit_count = 0;
    Term simple_terms = 0;        // words and classes
    Term prompt_terms = 0;        // the same and anchors: noted as the words are read
    std::uint32_t reach = 0;      // the most items that a match can span
    std::uint32_t class_row = 0;  // 64-bit words a row of the class matrix
    std::uint32_t padding = 0;
};

// A range [first, last) of another table.
struct Range {
    std::uint32_t first = 0, last = 0;
};

// Sets of words that may stand beside an anchor lie in one filter, a bit for each set and word that fits (and
// for some that do not: it may only be trusted when it says no).
inline constexpr std::uint32_t any_neighbour = UINT32_MAX;
inline std::uint32_t neighbour_bit(std::uint32_t set, WordId word, std::uint32_t filter_bits) {
    return ((set * 0x9E3779B1U) ^ (word * 0x85EBCA77U)) * 0xC2B2AE3DU >> (32 - filter_bits);
}

// A cue: its positions, in an order in which what follows comes after.
struct Unit {
    Range positions;
    Range begins, ends;       // of the table of steps: the positions that a match may begin and end with
    Term anchor = no_anchor;  // the rarest term that stands in every match, if one does
    std::uint32_t before = any_neighbour,
                  behind = any_neighbour;  // sets of words that stand beside the anchor
    std::uint32_t begins_with_marks = 0;   // a match may begin with a mark
    Range needs;                           // the other terms that stand in every match; the rarest first
};

enum class Takes : std::uint8_t { term, no_term, gap, stop, mark };

struct Position {
    Takes takes = Takes::gap;
    std::uint8_t mark = 0;  // Takes::mark
    std::uint8_t most = 1;  // Takes::gap: up to so many words
    std::uint8_t padding[3] = {};
    std::uint8_t begins = 0, ends = 0;
    Term term = 0;       // Takes::term, no_term
    Range before, next;  // of the table of steps: the positions that may stand before and behind
};

// The phrases of classes as a tree of words: `child` is where `word` leads from `node`. Node 0 is the root,
// and from there the words lead by a table of their own. The steps lie in a hash table with linear probing.
struct PhraseStep {
    std::uint32_t node = UINT32_MAX;  // UINT32_MAX: an empty slot
    std::uint32_t child = 0;
    WordId word = unknown_word;
    std::uint16_t padding[3] = {};
};

inline std::uint32_t phrase_slot(std::uint32_t node, WordId word, std::uint32_t slot_bits) {
    return ((node * 0x9E3779B1U) ^ (word * 0x85EBCA77U)) * 0xC2B2AE3DU >> (32 - slot_bits);
}

// Where marks stand that lie between the same two words; what a cue names there must come in this order.
inline constexpr std::uint8_t place_of_mark[] = {
    1,  // sentence_start
    6,  // sentence_end
    7,  // asked
    0,  // full_stop: counted as an item and never in between
    3,  // comma
    4,  // clause_start
    5,  // order
    2,  // own_story
    0,  // reply_start
    8,  // reply_end
};
inline constexpr std::uint32_t place_of_word = 15;  // behind the marks before it
static_assert(sizeof place_of_mark == static_cast<std::size_t>(Mark::count));

namespace section {
inline constexpr SectionId header = 100, word_meanings = 101, phrase_roots = 102, phrase_steps = 103,
                           phrase_meanings = 104, meaning_terms = 105, anchored = 106, alternatives = 107,
                           alternative_parts = 108, class_matrix = 109, anchored_units = 111,
                           free_units = 112, units = 113, positions = 114, steps = 115, needs = 116,
                           neighbours = 117;
}  // namespace section

}  // namespace attune::machine
