// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace attune {

// How a draft landed.
enum class Landing : std::uint8_t {
    met,      // nothing flagged, and something reaches the person or little was at stake
    halfway,  // nothing flagged, and nothing reaches them either
    missed,
    risk,      // someone may be in danger: no coaching
    repaired,  // met after a miss, by words that mend it
};

// By Landing; the history keeps these, so that a name once given stays.
inline constexpr std::string_view landing_names[] = {"met", "halfway", "missed", "risk", "repaired"};

}  // namespace attune
