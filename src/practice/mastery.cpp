// SPDX-License-Identifier: MIT
#include "practice/mastery.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>

namespace attune {
namespace {

constexpr int clean_when_mastered = 4, clean_when_brief = 3;
// Days until a scenario comes back, by how often it was missed in a row.
constexpr int rest_days[] = {1, 1, 3, 7};

Instant after_days(Instant at, int days) {
    return at + days * one_day - day_grace;
}

int days_after_miss(int misses_in_a_row, Subject subject) {
    if (subject == Subject::pattern) return ladder_days[0];
    return rest_days[std::min<std::size_t>(static_cast<std::size_t>(misses_in_a_row), std::size(rest_days)) -
                     1];
}

// Whether what was clean of late stayed for a day: in the shortest stretch up to now whose clean occasions
// lie a day apart, four of five are clean. Where the last five span a day it is these five; a pattern that
// ten moments of an evening invite needs a longer stretch.
bool stayed_for_a_day(std::span<const Occasion> occasions) {
    Instant last = 0;
    std::size_t size = 0, clean = 0;
    for (std::size_t at = occasions.size(); at-- > 0;) {
        const Occasion& one = occasions[at];
        ++size;
        if (!one.clean) continue;
        if (clean++ == 0) last = one.at;
        if (last - one.at >= one_day - day_grace) return clean * 5 >= size * 4 || size <= Standing::looked_at;
    }
    return false;
}

using Index = std::unordered_map<std::string_view, std::size_t>;

Index index_scenarios(const Knowledge& knowledge) {
    Index index;
    const auto scenarios = knowledge.scenarios();
    for (std::size_t i = 0; i < scenarios.size(); ++i) index.emplace(knowledge.text(scenarios[i].id), i);
    return index;
}

bool counts(const Attempt& attempt) {
    return attempt.attempt == 1 && attempt.landing != Landing::risk;
}

// A visit to a scenario is one occasion: clean when each of its statements that was answered was met at the
// first draft.
std::vector<std::vector<Occasion>> scenario_occasions(const Knowledge& knowledge,
                                                      std::span<const Attempt> attempts) {
    const Index index = index_scenarios(knowledge);
    std::vector<std::vector<Occasion>> all(knowledge.scenarios().size());
    for (const Attempt& attempt : attempts) {
        const auto found = index.find(attempt.scenario);
        if (found == index.end() || !counts(attempt)) continue;
        auto& occasions = all[found->second];
        const bool met = attempt.landing == Landing::met || attempt.landing == Landing::repaired;
        if (attempt.depth == 0 || occasions.empty())
            occasions.push_back({attempt.at, met});
        else
            occasions.back().clean = occasions.back().clean && met;
    }
    return all;
}

}  // namespace

Standing standing_of(std::span<const Occasion> occasions, Subject subject) {
    Standing standing;
    int misses_in_a_row = 0;
    for (const Occasion& one : occasions) {
        const bool first = standing.occasions++ == 0;
        const bool in_time = first || one.at >= standing.due;
        standing.failed = !one.clean;
        if (!one.clean) {
            // Missed twice in one evening is missed once.
            misses_in_a_row += misses_in_a_row == 0 || in_time ? 1 : 0;
            standing.rung = 0;
            standing.due = after_days(one.at, days_after_miss(misses_in_a_row, subject));
            continue;
        }
        if (!in_time) continue;
        const int top = static_cast<int>(std::size(ladder_days)) - 1;
        // After a miss the first rung is gone through anew.
        if (!first && misses_in_a_row == 0) standing.rung = std::min(standing.rung + 1, top);
        misses_in_a_row = 0;
        standing.due = after_days(one.at, ladder_days[standing.rung]);
    }
    const auto last = occasions.last(std::min(occasions.size(), std::size_t{Standing::looked_at}));
    standing.clean =
        static_cast<int>(std::count_if(last.begin(), last.end(), [](auto& one) { return one.clean; }));
    standing.mastered = standing.clean >= clean_when_mastered && stayed_for_a_day(occasions);
    return standing;
}

Fading fading_of(const Standing& standing) {
    if (standing.mastered) return Fading::least;
    return standing.clean >= clean_when_brief && !standing.failed ? Fading::brief : Fading::full;
}

std::vector<std::vector<Occasion>> pattern_occasions(const Knowledge& knowledge,
                                                     std::span<const Attempt> attempts) {
    const Index index = index_scenarios(knowledge);
    std::vector<std::uint32_t> expected;  // by scenario: bit i, pattern i
    for (const Scenario& scenario : knowledge.scenarios()) expected.push_back(scenario.tempts);
    std::vector<std::vector<Occasion>> all(knowledge.patterns().size());
    for (const Attempt& attempt : attempts) {
        if (!counts(attempt)) continue;
        std::uint32_t flagged = 0;
        for (const std::string& name : attempt.patterns)
            if (const auto pattern = knowledge.pattern(name)) flagged |= 1U << *pattern;
        std::uint32_t occasions = flagged;
        if (const auto found = index.find(attempt.scenario); found != index.end())
            occasions = expected[found->second] |= flagged;
        for (std::size_t pattern = 0; pattern < all.size(); ++pattern)
            if ((occasions >> pattern & 1U) != 0)
                all[pattern].push_back({attempt.at, (flagged >> pattern & 1U) == 0});
    }
    return all;
}

Mastery::Mastery(const Knowledge& knowledge)
    : patterns_(knowledge.patterns().size()), scenarios_(knowledge.scenarios().size()) {}

Mastery::Mastery(const Knowledge& knowledge, std::span<const Attempt> attempts, Instant now) : now_(now) {
    for (const auto& occasions : pattern_occasions(knowledge, attempts))
        patterns_.push_back(standing_of(occasions, Subject::pattern));
    for (const auto& occasions : scenario_occasions(knowledge, attempts))
        scenarios_.push_back(standing_of(occasions, Subject::scenario));
}

}  // namespace attune
