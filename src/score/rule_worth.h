// SPDX-License-Identifier: MIT
//
// What each rule of a pattern or move is worth on a labelled file: where it spoke rightly and wrongly, and
// which decisions hang on it alone. All of it is told from kept evidence; nothing is read again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "score/evaluation.h"

namespace attune {

// A case in which a rule led astray: the label was flagged and does not stand, or a rule that speaks against
// it kept it from being flagged where it stands.
struct Astray {
    std::size_t at = 0;  // index of the case
    Span span;           // bytes of its reply
    float confidence = 0;
};

struct RuleWorth {
    std::uint32_t rule = 0;  // Knowledge::rules()
    LabelId label = 0;
    // Cases in which it spoke. Right: the label stands (for a rule that speaks against it: does not stand).
    std::size_t right = 0, wrong = 0;
    // Decisions that are right with it and would be wrong without it, and the reverse.
    std::size_t earns = 0, costs = 0;
    double f1_change = 0;        // the label's F1 with it less that without it
    std::vector<Astray> astray;  // the surest first
};

struct RuleWorths {
    std::vector<RuleWorth> spoke;       // by label, the one that changes F1 most first
    std::vector<std::uint32_t> silent;  // rules of patterns and moves that never spoke
};

RuleWorths weigh_rules(const Knowledge& knowledge, const Judged& judged, const Evaluation& evaluation);

}  // namespace attune
