// SPDX-License-Identifier: MIT
//
// Which banks follow one another to mend a pattern: the order of beats in an answer (catalogue §7).
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "coach/rewrite/situation.h"

namespace attune {

// Up to three banks, one sentence from each; unused places are empty.
using Recipe = std::array<std::string_view, 3>;

// Recipes for the situation's gravest pattern, all of them fit.
std::span<const Recipe> recipes_for(const Situation& situation, std::string_view pattern);

// The bank whose sentence takes the place of what was cut, when `received` says whether what stays already
// meets them.
std::string_view swap_bank_for(const Situation& situation, std::string_view pattern, bool received);

}  // namespace attune
