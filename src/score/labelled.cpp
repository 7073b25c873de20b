// SPDX-License-Identifier: MIT
#include "score/labelled.h"

#include <algorithm>

#include "rules/evidence.h"

namespace attune {

std::size_t label_count(const Knowledge& knowledge) {
    return knowledge.patterns().size() + knowledge.moves().size();
}

bool is_pattern(const Knowledge& knowledge, LabelId label) {
    return label < knowledge.patterns().size();
}

std::string_view label_name(const Knowledge& knowledge, LabelId label) {
    const auto patterns = knowledge.patterns();
    return knowledge.text(label < patterns.size() ? patterns[label].name
                                                  : knowledge.moves()[label - patterns.size()].name);
}

std::optional<LabelId> find_label(const Knowledge& knowledge, std::string_view name) {
    if (const auto pattern = knowledge.pattern(name)) return static_cast<LabelId>(*pattern);
    if (const auto move = knowledge.move(name))
        return static_cast<LabelId>(knowledge.patterns().size() + *move);
    return std::nullopt;
}

std::optional<LabelId> label_of(const Knowledge& knowledge, const Rule& rule) {
    if (rule.kind == RuleKind::pattern) return rule.target;
    if (rule.kind == RuleKind::move) return static_cast<LabelId>(knowledge.patterns().size() + rule.target);
    return std::nullopt;
}

bool CaseReading::says(LabelId label) const {
    return std::any_of(evidence.begin(), evidence.end(), [&](const Evidenced& sentence) {
        return sentence.label == label && sentence.confidence >= flagged_from;
    });
}

bool CaseReading::says_without(const Knowledge& knowledge, LabelId label, std::uint32_t rule) const {
    return std::any_of(evidence.begin(), evidence.end(), [&](const Evidenced& sentence) {
        if (sentence.label != label) return false;
        Evidence rest;
        for (const std::uint32_t other : sentence.rules)
            if (other != rule) rest.add(knowledge.rules()[other].weight);
        return rest.confidence() >= flagged_from;
    });
}

CaseReading keep_evidence(const Knowledge& knowledge, const Reading& reading) {
    CaseReading kept;
    kept.score = reading.score;
    for (const Finding& finding : reading.findings)
        kept.evidence.push_back({finding.pattern, finding.span, finding.confidence, finding.rules});
    const std::size_t patterns = knowledge.patterns().size();
    for (const FoundMove& move : reading.moves)
        kept.evidence.push_back(
            {static_cast<LabelId>(patterns + move.move), move.span, move.confidence, move.rules});
    return kept;
}

}  // namespace attune
