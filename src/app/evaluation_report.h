// SPDX-License-Identifier: MIT
//
// How `attune eval` shows what it measured: for eyes, and as one JSON document (its shape:
// data/schemas/evaluation.schema.json).
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "app/console.h"
#include "score/evaluation.h"
#include "score/rule_worth.h"

namespace attune {

struct EvaluationShow {
    std::optional<LabelId> only;    // tell of this label's rules alone, and of all of them
    std::optional<LabelId> missed;  // list the cases of this label that were not found
    std::size_t worst = 3;          // wrong hits of each rule
    bool evidence = false;          // JSON: every case with its labels and the rules that spoke
};

// Everything that was measured; the parts belong to the caller.
struct EvaluationReport {
    std::size_t files = 0;
    Judged judged;
    const Evaluation& evaluation;
    const RuleWorths& rules;
    Resampling resampling;
    EvaluationShow show;
};

void show_evaluation_as_text(const Knowledge& knowledge, const EvaluationReport& report, Console& console);
void show_evaluation_as_json(const Knowledge& knowledge, const EvaluationReport& report, Console& console);

// Cases that carry the label and were not flagged with it.
std::vector<std::size_t> missed_cases(const Judged& judged, LabelId label);

// "0.68"
std::string decimals(double value, int places);

}  // namespace attune
