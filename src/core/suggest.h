// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace attune {

// The candidate that `word` was most likely meant to be (Damerau-Levenshtein distance at most a third of its
// length, at least 1), or "" when none is near. Ties go to the first candidate.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

}  // namespace attune
