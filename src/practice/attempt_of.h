// SPDX-License-Identifier: MIT
#pragma once

#include "practice/history.h"
#include "practice/session.h"

namespace attune {

// A draft, as the history keeps it: what was flagged in it, by which rules, and the moves that it makes.
Attempt attempt_of(const Knowledge& knowledge, const Coaching& coaching, Instant at);

}  // namespace attune
