// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "score/session_figures.h"

namespace attune {

// How a session was led, 0..100, higher is more attuned. Needs the counts of acts, questions and words; none
// when no turn was read.
std::optional<int> score_of_session(const SessionFigures& figures);

}  // namespace attune
