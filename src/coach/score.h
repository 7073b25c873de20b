// SPDX-License-Identifier: MIT
#pragma once

#include "coach/reading.h"
#include "rules/knowledge.h"

namespace attune {

// What the person would feel: 0 dismissed, 100 heard. Needs findings, moves and questions.
int score_of(const Knowledge& knowledge, const Reading& reading);

// The attunement level 1..5 (catalogue §5). `shared_words`: content words that the reply shares with the
// statement.
int level_of(const Knowledge& knowledge, const Reading& reading, int shared_words);

}  // namespace attune
