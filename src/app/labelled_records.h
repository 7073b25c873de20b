// SPDX-License-Identifier: MIT
//
// Labelled exchanges in: JSONL as data/README.md describes it under "Measuring". Every mistake is collected
// with its place and a cure; a line that has one gives no case.
#pragma once

#include <vector>

#include "app/input.h"
#include "core/diagnostics.h"
#include "rules/knowledge.h"
#include "score/labelled.h"

namespace attune {

// Appends the input's cases in their order. After `enough_problems` the rest of the input is left unread.
void read_labelled(Input& input, const Knowledge& knowledge, std::vector<LabelledCase>& cases,
                   Diagnostics& problems);

inline constexpr std::size_t enough_problems = 20;  // of one input

}  // namespace attune
