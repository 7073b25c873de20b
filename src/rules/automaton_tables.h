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
// the word symbols: symbol_count + mark.
using Symbol = std::uint16_t;

struct Header {
    std::uint32_t symbol_count = 0;  // word symbols
    std::uint32_t unit_count = 0;
    std::uint32_t blocks = 0;     // 64-bit words that hold one bit a unit
    std::uint32_t class_row = 0;  // 64-bit words a row of the class matrix
};

// 64 units' worth of those that a symbol speaks for.
struct UnitBlock {
    std::uint64_t units = 0;
    std::uint32_t block = 0;
    std::uint32_t padding = 0;
};

// A unit's automaton. Bit sets are `width` 64-bit words in the pool of bits.
struct Unit {
    std::uint32_t width = 1;
    std::uint32_t follow = 0;       // into the pool: position p's set at follow + p * width
    std::uint32_t first = 0;        // the positions it may begin with
    std::uint32_t last = 0;         // the positions it may end with
    std::uint32_t wide = 0;         // mask of a word symbol that is not among its entries
    std::uint32_t first_entry = 0;  // its hash table of entries
    std::uint32_t entry_bits = 0;   // of 2^entry_bits slots
};

// Which positions of a unit take a symbol. A unit's entries lie in a hash table with linear probing.
struct Entry {
    std::uint32_t symbol = UINT32_MAX;  // UINT32_MAX: an empty slot
    std::uint32_t mask = 0;             // into the pool
};

// The slot where the search for a symbol begins.
inline std::uint32_t entry_slot(std::uint32_t symbol, std::uint32_t entry_bits) {
    return entry_bits == 0 ? 0 : (symbol * 0x9E3779B1U) >> (32 - entry_bits);
}

// How many of the words that a cue cannot do without are looked for in the sentence before the cue is run.
inline constexpr std::uint32_t need_levels = 4;

namespace section {
inline constexpr SectionId header = 100, word_symbols = 101, start_ranges = 102, start_blocks = 103,
                           seconds = 104, thirds = 105, units = 106, entries = 107, bits = 108,
                           class_matrix = 109, need_ranges = 110, need_blocks = 111, needless = 112;
}  // namespace section

}  // namespace attune::machine
