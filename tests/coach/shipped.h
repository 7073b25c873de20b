// SPDX-License-Identifier: MIT
//
// An exchange read with the shipped packs in one call.
#pragma once

#include <optional>
#include <string_view>

#include "coach/coach.h"
#include "packs/shipped.h"

namespace attune::testing {

inline Reading read(std::optional<std::string_view> statement, std::string_view reply) {
    Coach coach(shipped());
    Reading reading;
    coach.read({statement, reply}, reading);
    return reading;
}

inline std::vector<Rewrite> rewrites(std::optional<std::string_view> statement, std::string_view reply) {
    Coach coach(shipped());
    Reading reading;
    coach.read({statement, reply}, reading);
    return coach.rewrite({statement, reply}, reading);
}

inline bool flags(const Reading& reading, std::string_view pattern) {
    const auto index = shipped().pattern(pattern);
    for (const Finding& finding : reading.findings)
        if (index && finding.pattern == *index && finding.confidence >= 0.5F) return true;
    return false;
}

inline bool carries(const Reading& reading, std::string_view move) {
    const auto index = shipped().move(move);
    for (const FoundMove& found : reading.moves)
        if (index && found.move == *index && found.confidence >= 0.5F) return true;
    return false;
}

}  // namespace attune::testing
