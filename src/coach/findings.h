// SPDX-License-Identifier: MIT
//
// From rules that held to what the coach says: one finding for each pattern and sentence, one found move
// likewise, and how much was asked.
#pragma once

#include <cstdint>

#include "coach/reading.h"
#include "rules/judge.h"
#include "rules/knowledge.h"
#include "text/passage.h"

namespace attune {

// Each replaces its part of `out`. Linear in the hits.
void gather_findings(const Knowledge& knowledge, const RuleHits& hits, Reading& out);
void gather_moves(const Knowledge& knowledge, const RuleHits& hits, Reading& out);

// Needs the findings: a suggestion in a question's shape is no question.
void count_questions(const Knowledge& knowledge, const Passage& reply, Reading& out);

}  // namespace attune
