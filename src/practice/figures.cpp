// SPDX-License-Identifier: MIT
#include "practice/figures.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace attune {
namespace {

constexpr std::size_t most_compared = 10, fewest_compared = 3;
// Of a hundred; with ten moments on each side less than this is chance.
constexpr int telling_difference = 20;

bool is_first(const Attempt& attempt) {
    return attempt.attempt == 1 && attempt.landing != Landing::risk;
}

bool is_met(const Attempt& attempt) {
    return attempt.landing == Landing::met || attempt.landing == Landing::repaired;
}

// The share of the week in which a moment lies, counted back from now; null for weeks that are long past.
// What the clock puts into the future belongs to the last one.
Share* week_of(Instant at, Instant now, std::vector<Share>& weeks) {
    const auto back = static_cast<std::size_t>(std::max<Instant>(0, now - at) / PracticeFigures::one_week);
    return back < weeks.size() ? &weeks[weeks.size() - 1 - back] : nullptr;
}

void count(bool happened, Share* share) {
    if (share == nullptr) return;
    ++share->whole;
    share->part += happened ? 1 : 0;
}

Change change_of(const Share& at_first, const Share& lately) {
    if (static_cast<std::size_t>(lately.whole) < fewest_compared) return Change::unknown;
    const int difference = *lately.percent() - *at_first.percent();
    return difference <= -telling_difference  ? Change::less
           : difference >= telling_difference ? Change::more
                                              : Change::same;
}

// The first and the last of `happened`, as many of one as of the other.
std::pair<Share, Share> ends_of(const std::vector<bool>& happened) {
    const std::size_t size = std::min(most_compared, happened.size() / 2);
    std::pair<Share, Share> ends;
    for (std::size_t i = 0; i < size; ++i) {
        ends.first.part += happened[i] ? 1 : 0;
        ends.second.part += happened[happened.size() - 1 - i] ? 1 : 0;
    }
    ends.first.whole = ends.second.whole = static_cast<int>(size);
    return ends;
}

PatternFigures pattern_figures(std::size_t pattern, const std::vector<Occasion>& occasions,
                               const PracticeFigures& figures) {
    PatternFigures out;
    out.pattern = pattern;
    out.weeks.resize(figures.weeks.size());
    std::vector<bool> missed;
    for (const Occasion& one : occasions) {
        missed.push_back(!one.clean);
        count(!one.clean, &out.all);
        count(!one.clean, week_of(one.at, figures.now, out.weeks));
    }
    std::tie(out.at_first, out.lately) = ends_of(missed);
    out.change = change_of(out.at_first, out.lately);
    out.standing = standing_of(occasions, Subject::pattern);
    return out;
}

MoveFigures move_figures(std::size_t move, std::string_view name, std::span<const Attempt> attempts) {
    MoveFigures out;
    out.move = move;
    std::vector<bool> made;
    for (const Attempt& attempt : attempts)
        if (is_first(attempt))
            made.push_back(std::find(attempt.moves.begin(), attempt.moves.end(), name) !=
                           attempt.moves.end());
    out.all = {static_cast<int>(std::count(made.begin(), made.end(), true)), static_cast<int>(made.size())};
    std::tie(out.at_first, out.lately) = ends_of(made);
    out.change = change_of(out.at_first, out.lately);
    return out;
}

std::vector<std::size_t> patterns_to_look_at(const PracticeFigures& figures) {
    std::vector<const PatternFigures*> due;
    for (const PatternFigures& one : figures.patterns)
        if (one.standing.is_due(figures.now) && !one.standing.mastered && one.standing.missed_of_late())
            due.push_back(&one);
    const auto missed = [](const PatternFigures* one) {
        return one->lately.percent().value_or(one->all.percent().value_or(0));
    };
    std::stable_sort(due.begin(), due.end(), [&](auto* a, auto* b) { return missed(a) > missed(b); });
    std::vector<std::size_t> patterns;
    for (const PatternFigures* one : due) patterns.push_back(one->pattern);
    return patterns;
}

// The newest scenario whose first draft missed, long ago, and whose last one landed.
std::optional<ThenAndNow> then_and_now(std::span<const Attempt> attempts) {
    std::unordered_map<std::string_view, const Attempt*> first;
    std::optional<ThenAndNow> found;
    for (const Attempt& attempt : attempts) {
        if (!is_first(attempt) || attempt.depth != 0 || attempt.scenario.empty() || attempt.draft.empty())
            continue;
        const Attempt* then = first.emplace(attempt.scenario, &attempt).first->second;
        if (then->landing == Landing::missed && is_met(attempt))
            found = {attempt.scenario, attempt.statement, then->draft, attempt.draft, then->at, attempt.at};
    }
    return found;
}

}  // namespace

std::optional<int> Share::percent() const {
    if (whole == 0) return std::nullopt;
    return (part * 100 + whole / 2) / whole;
}

PracticeFigures practice_figures(const Knowledge& knowledge, std::span<const Attempt> attempts,
                                 std::span<const Checkin> checkins, Instant now) {
    PracticeFigures out;
    out.now = now;
    out.checkins.assign(checkins.begin(), checkins.end());
    if (attempts.empty()) return out;
    const Instant since = std::max<Instant>(0, now - attempts.front().at);
    out.weeks.resize(std::min(PracticeFigures::most_weeks,
                              static_cast<std::size_t>(since / PracticeFigures::one_week) + 1));
    for (const Attempt& attempt : attempts) {
        ++out.drafts;
        out.repairs += attempt.landing == Landing::repaired ? 1 : 0;
        if (!is_first(attempt)) continue;
        count(is_met(attempt), &out.landed);
        count(is_met(attempt), week_of(attempt.at, now, out.weeks));
    }
    const auto occasions = pattern_occasions(knowledge, attempts);
    for (std::size_t pattern = 0; pattern < occasions.size(); ++pattern) {
        if (occasions[pattern].empty()) continue;
        out.patterns.push_back(pattern_figures(pattern, occasions[pattern], out));
    }
    out.due_patterns = patterns_to_look_at(out);
    for (std::size_t move = 0; move < knowledge.moves().size(); ++move) {
        MoveFigures figures = move_figures(move, knowledge.text(knowledge.moves()[move].name), attempts);
        if (figures.all.part > 0) out.moves.push_back(figures);
    }
    const Mastery mastery(knowledge, attempts, now);
    for (std::size_t scenario = 0; scenario < knowledge.scenarios().size(); ++scenario) {
        const Standing& standing = mastery.scenario(scenario);
        out.scenarios_seen += standing.known() ? 1 : 0;
        out.scenarios_settled += standing.mastered ? 1 : 0;
        if (!standing.is_due(now)) continue;
        ++out.due;
        out.due_after_miss += standing.failed ? 1 : 0;
    }
    out.then_and_now = then_and_now(attempts);
    return out;
}

}  // namespace attune
