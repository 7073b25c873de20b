// SPDX-License-Identifier: MIT
#include "packs/check_conditions.h"

#include <algorithm>

namespace attune {
namespace {

struct Range {
    int least = 0;
    int most = INT32_MAX;
};

// The values that a measure may take under `c`; a negative term turns its comparison round.
Range range_of(const Condition& c) {
    using Compare = Condition::Compare;
    if (c.negative == 0 && c.compare == Compare::equal) return {c.number, c.number};
    const bool upward = (c.compare == Compare::at_least) != (c.negative != 0);
    if (c.compare == Compare::equal) return {};
    if (c.negative != 0) return upward ? Range{c.number + 1, INT32_MAX} : Range{0, c.number - 1};
    return upward ? Range{c.number, INT32_MAX} : Range{0, c.number};
}

bool same_question(const Condition& a, const Condition& b) {
    return a.kind == b.kind && a.operand == b.operand && a.measure == b.measure;
}

bool contradict(const Condition& a, const Condition& b) {
    if (!same_question(a, b)) return false;
    if (a.kind != Condition::Kind::measure) return a.negative != b.negative;
    const Range x = range_of(a), y = range_of(b);
    return std::max(x.least, y.least) > std::min(x.most, y.most);
}

}  // namespace

// Signals are found first, then moves, then patterns, each in the order of their numbers; a rule can ask only
// for what was found before. A statement is read for signals alone.
void ConditionChecker::check_order(const Rule& rule, const Text& term, const Condition& c) const {
    if (c.kind != Condition::Kind::fact) return;
    const std::size_t first_move = names_.signals.size();
    const std::size_t first_pattern = first_move + names_.moves.size();
    const bool is_signal = c.operand < first_move;
    if (c.scope == Scope::statement) {
        if (!is_signal)
            term.error("a statement is read for signals only", "ask for a signal, or of the reply");
        return;
    }
    if (rule.kind == RuleKind::frame) {
        term.error("frames are laid before anything is found", "ask for features or classes of words");
        return;
    }
    std::size_t own = first_move;  // feelings come after all signals
    if (rule.kind == RuleKind::signal) own = rule.target;
    if (rule.kind == RuleKind::move) own = first_move + rule.target;
    if (rule.kind == RuleKind::pattern) own = first_pattern + rule.target;
    if (c.operand < own) return;
    if (c.operand == own && rule.kind != RuleKind::feeling)
        term.error("a rule cannot ask for what it finds itself");
    else
        term.error("this is looked for only after the rule was asked",
                   "signals come first, then moves, then patterns, each in its order");
}

void ConditionChecker::check(const Rule& rule, const Text& term, std::span<const Condition> conditions,
                             Scoped& before) const {
    for (const Condition& c : conditions) check_order(rule, term, c);
    if (conditions.size() != 1) return;
    const Condition& c = conditions.front();
    for (const auto& [earlier, written] : before) {
        if (contradict(earlier, c)) {
            term.error(quoted(term.value) + " contradicts " + quoted(written->value), "no text can be both");
            return;
        }
        if (same_question(earlier, c) && term.value == written->value) {
            term.error(quoted(term.value) + " stands here twice");
            return;
        }
    }
    before.emplace_back(c, &term);
}

}  // namespace attune
