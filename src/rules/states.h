// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/blob.h"
#include "rules/nfa.h"
#include "rules/symbols.h"

namespace attune {

// Builds the machine that runs all cues as far as their first gap, writes its tables and gives the number of
// its states. Throws std::length_error past 500,000 states.
std::uint32_t write_states(const std::vector<Nfa>& units, const Symbols& symbols, BlobWriter& out);

}  // namespace attune
