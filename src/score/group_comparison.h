// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "score/comparison.h"
#include "score/corpus_figures.h"

namespace attune {

struct GroupComparison {
    std::string first;
    std::string second;  // empty: all other groups together
    std::size_t measure = 0;
    std::uint64_t first_sessions = 0, second_sessions = 0;  // with a value of that measure
    Comparison result;
};

// More groups than these are shown and not compared.
inline constexpr std::size_t most_groups_compared = 12;

// Two groups against one another, of more each against the others, in every measure that two sessions or more
// of both sides have. Sessions without a value in the column are no group.
std::vector<GroupComparison> compare_groups(const CorpusFigures& corpus);

}  // namespace attune
