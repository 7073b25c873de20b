// SPDX-License-Identifier: MIT
#include "practice/attempt_of.h"

#include <algorithm>
#include <string_view>

#include "rules/evidence.h"

namespace attune {
namespace {

void add(std::vector<std::string>& names, std::string_view name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
}

}  // namespace

Attempt attempt_of(const Knowledge& knowledge, const Coaching& coaching, Instant at) {
    Attempt attempt;
    if (coaching.scenario != nullptr) attempt.scenario = knowledge.text(coaching.scenario->id);
    attempt.at = at;
    attempt.depth = coaching.depth;
    attempt.attempt = coaching.attempt;
    attempt.landing = coaching.landing;
    attempt.score = coaching.reading.score;
    for (const Finding& finding : coaching.reading.findings) {
        if (finding.confidence < flagged_from) continue;
        add(attempt.patterns, knowledge.text(knowledge.patterns()[finding.pattern].name));
        add(attempt.rules, knowledge.text(knowledge.rules()[finding.rule].id));
    }
    for (const FoundMove& move : coaching.reading.moves)
        if (move.confidence >= flagged_from)
            add(attempt.moves, knowledge.text(knowledge.moves()[move.move].name));
    attempt.statement = coaching.statement;
    attempt.draft = coaching.draft;
    return attempt;
}

}  // namespace attune
