// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "practice/mastery.h"
#include "rules/knowledge.h"

namespace attune {

// Which scenarios to practise on.
struct Choice {
    std::optional<std::size_t> deck;  // Knowledge::decks(); without one, every deck that is not heavy
    std::optional<int> level;         // only this one
    std::uint64_t seed = 0;
    std::optional<std::uint8_t> relation = std::nullopt;  // who one answers with words of one's own (:say)
    std::optional<std::uint8_t> style = std::nullopt;     // of the words that are offered
    std::optional<std::size_t> focus = std::nullopt;      // only scenarios that tempt into this pattern
    const Mastery* mastery = nullptr;  // what was practised before; null for nothing. Must outlive the choice
};

// Scenarios in the order in which they are shown. What was missed and is due comes first, then what else is
// due; then what is new, easier levels first and in them what tempts into a pattern missed of late; then what
// only tempts into patterns that have settled; at last what is not due yet. Among equals they are shuffled,
// and laid so that neighbours tempt into different patterns. The same choice gives the same order on every
// machine.
std::vector<std::uint32_t> order_scenarios(const Knowledge& knowledge, const Choice& choice);

}  // namespace attune
