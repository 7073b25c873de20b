// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/knowledge.h"

namespace attune {

// Which scenarios to practise on.
struct Choice {
    std::optional<std::size_t> deck;  // Knowledge::decks(); without one, every deck that is not heavy
    std::optional<int> level;         // only this one
    std::uint64_t seed = 0;
    std::optional<std::uint8_t> relation = std::nullopt;  // who one answers with words of one's own (:say)
    std::optional<std::uint8_t> style = std::nullopt;     // of the words that are offered
};

// Scenarios in the order in which they are shown: easier levels first, shuffled within a level. The same
// choice gives the same order on every machine.
std::vector<std::uint32_t> order_scenarios(const Knowledge& knowledge, const Choice& choice);

}  // namespace attune
