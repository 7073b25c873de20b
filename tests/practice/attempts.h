// SPDX-License-Identifier: MIT
//
// Attempts as a history gives them back, for what is made of them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "packs/shipped.h"
#include "practice/history.h"

namespace attune::testing {

// At a scenario of the shipped packs, by its place among them.
inline Attempt attempt_at(std::size_t scenario, Instant at, Landing landing,
                          std::vector<std::string> patterns = {}) {
    Attempt attempt;
    attempt.scenario = shipped().text(shipped().scenarios()[scenario].id);
    attempt.at = at;
    attempt.landing = landing;
    attempt.patterns = std::move(patterns);
    return attempt;
}

}  // namespace attune::testing
