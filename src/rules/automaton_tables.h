// SPDX-License-Identifier: MIT
//
// How the machine lies in a blob. Written by automaton_builder.cpp, read by automaton.cpp; nobody else needs
// it.
#pragma once

#include <cstdint>

#include "core/blob.h"
#include "rules/cue.h"

namespace attune::machine {

inline constexpr std::uint32_t mark_count = static_cast<std::uint32_t>(Mark::count);

// Symbols: words that no cue tells apart share one; symbol 0 is a word that no cue knows. Marks follow behind
// the word symbols where a unit's masks are looked up.
using Symbol = std::uint16_t;

struct Header {
    std::uint32_t symbol_count = 0;  // word symbols
    std::uint32_t state_count = 0;
    std::uint32_t unit_count = 0;
    std::uint32_t class_row = 0;  // 64-bit words a row of the class matrix
};

// A slot of the comb: the transition of state `owner` that landed here.
struct Slot {
    std::uint32_t owner = UINT32_MAX;
    std::uint32_t target = 0;
};

struct State {
    std::uint32_t base = 0;      // its transition on symbol s is slot base + s, when that slot is its own
    std::uint32_t fallback = 0;  // else ask this state; state 0 has every transition (section root)
    std::uint32_t effect = 0;    // of entering it by a word
};

// What reaching some positions means. Effect 0: nothing.
struct Effect {
    std::uint32_t first_output = 0, last_output = 0;  // units that end here
    std::uint32_t first_seed = 0, last_seed = 0;      // positions that a gap or `!` may follow
};

// A state's transition on a mark.
struct MarkMove {
    std::uint32_t target = 0;
    std::uint32_t effect = 0;  // of the positions that the mark itself reached
};

struct Seed {
    std::uint32_t unit = 0;
    std::uint32_t position = 0;
};

// A unit's own automaton. Bit sets are `width` 64-bit words in the pool of bits.
struct Unit {
    std::uint32_t width = 1;
    std::uint32_t follow = 0;   // into the pool: position p's set at follow + p * width
    std::uint32_t precede = 0;  // the same, backwards
    std::uint32_t first = 0;    // the positions it may begin with
    std::uint32_t last = 0;     // the positions it may end with
    std::uint32_t wide = 0;     // mask of a word symbol that is not among its entries
    std::uint32_t first_entry = 0, last_entry = 0;
};

// Which positions of a unit take a symbol. A unit's entries are sorted by symbol.
struct Entry {
    std::uint32_t symbol = 0;  // word symbol, or symbol_count + mark
    std::uint32_t mask = 0;    // into the pool
};

namespace section {
inline constexpr SectionId header = 100, word_symbols = 101, root = 102, states = 103, slots = 104,
                           mark_moves = 105, outputs = 106, seeds = 107, units = 108, entries = 109,
                           bits = 110, class_matrix = 111, effects = 112;
}  // namespace section

}  // namespace attune::machine
