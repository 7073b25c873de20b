// SPDX-License-Identifier: MIT
//
// How much two groups of sessions differ.
#pragma once

#include <optional>
#include <string_view>

#include "score/distribution.h"

namespace attune {

struct Interval {
    double low = 0, high = 0;
};

struct Comparison {
    double delta = 0;              // Cliff's: -1..1, above 0 where the first group is higher
    Interval delta_interval;       // 95 %
    double difference = 0;         // of the means, first less second
    Interval difference_interval;  // 95 %
};

// None when a group has fewer than two sessions. The same distributions give the same interval: chance is
// seeded.
std::optional<Comparison> compare(const Distribution& first, const Distribution& second);

// "negligible", "small", "medium" or "large", after Romano et al. 2006.
std::string_view size_of_effect(double delta);

}  // namespace attune
