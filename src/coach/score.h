// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "coach/reading.h"
#include "rules/knowledge.h"

namespace attune {

// What the score needs to know of the reply beside what was found in it.
struct ReplyShape {
    std::uint32_t words = 0;
    int shared_words = 0;  // content words that it shares with the statement
    int tone = 0;          // of all its words together (Knowledge::tone)
};

// What the person would feel: 0 dismissed, 100 heard. Needs findings and moves.
int score_of(const Knowledge& knowledge, const Reading& reading, const ReplyShape& shape);

// The attunement level 1..5 (catalogue §5).
int level_of(const Knowledge& knowledge, const Reading& reading, const ReplyShape& shape);

}  // namespace attune
