// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "app/practice/page.h"
#include "practice/session.h"

namespace attune {

// What a session came to, in the three numbers that help (catalogue §8): drafts that landed, open to closed
// questions, share of the words.
void show_tally(Page& page, const SessionTally& tally);

// Exercises done, and in how many tries.
void show_exercises(Page& page, int done, int tries);

// A line on what text does not show, from the bank of reminders; another one for another seed.
void show_reminder(Page& page, const Knowledge& knowledge, std::uint64_t seed);

}  // namespace attune
