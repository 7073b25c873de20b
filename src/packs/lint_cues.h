// SPDX-License-Identifier: MIT
//
// What can be said of a rule's cues alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/knowledge.h"

namespace attune {

// The cues of a rule as they are written, by unit from Rule::first_unit on.
std::vector<std::string_view> cues_of(const Knowledge& knowledge, std::uint32_t rule);

// The cues, as indices into cues_of(), that match nothing in any hit of their rule.
std::vector<std::size_t> cues_without_hit(const Knowledge& knowledge, std::uint32_t rule);

// The share of the pack's words that a cue may begin with, 1 where it is any word. Whatever begins a cue is
// tried at each of these words of a text.
double opening_share(const Knowledge& knowledge, std::string_view cue);

}  // namespace attune
