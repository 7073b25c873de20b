// SPDX-License-Identifier: MIT
#include "practice/mastery.h"

#include <doctest/doctest.h>

#include "practice/attempts.h"

using namespace attune;
using namespace attune::testing;

namespace {

constexpr Instant start = 1'700'000'000;

Instant day(int number, int hours = 0) {
    return start + number * one_day + hours * Instant{3600};
}

Standing standing(std::initializer_list<Occasion> occasions, Subject subject = Subject::scenario) {
    return standing_of({occasions.begin(), occasions.size()}, subject);
}

// From the day of the last occasion, how many whole days until it is due.
Instant days_until_due(const Standing& one, Instant last) {
    return (one.due - last + day_grace) / one_day;
}

// One that tempts into fixing and not into judging.
std::size_t some_scenario() {
    const std::size_t fixing = *shipped().pattern("fixing"), judging = *shipped().pattern("judging");
    const auto scenarios = shipped().scenarios();
    for (std::size_t i = 0; i < scenarios.size(); ++i)
        if ((scenarios[i].tempts >> fixing & 1U) != 0 && (scenarios[i].tempts >> judging & 1U) == 0) return i;
    FAIL("no scenario tempts into fixing");
    return 0;
}

}  // namespace

TEST_CASE("what was never practised is not due") {
    const Standing never = standing({});
    CHECK_FALSE(never.known());
    CHECK_FALSE(never.is_due(start));
    CHECK_FALSE(never.mastered);
}

TEST_CASE("a moment that is met each time comes back after 1, 3, 7 and 21 days, and then every 21") {
    std::vector<Occasion> occasions;
    Instant at = start;
    for (const Instant days : {1, 3, 7, 21, 21}) {
        occasions.push_back({at, true});
        const Standing now = standing_of(occasions, Subject::scenario);
        CHECK(days_until_due(now, at) == days);
        CHECK_FALSE(now.is_due(now.due - 1));
        CHECK(now.is_due(now.due));
        at += days * one_day;
    }
}

TEST_CASE("who practises some hours earlier on the next day still meets what is due") {
    CHECK(standing({{start, true}}).is_due(day(1, -6)));
    CHECK_FALSE(standing({{start, true}}).is_due(day(1, -7)));
}

TEST_CASE("clean drafts before their time do not climb") {
    const Standing one = standing({{start, true}});
    const Standing evening =
        standing({{start, true}, {day(0, 1), true}, {day(0, 2), true}, {day(0, 3), true}});
    CHECK(evening.rung == one.rung);
    CHECK(evening.due == one.due);
}

TEST_CASE("a miss goes back to the first rung, which is then gone through anew") {
    const Standing missed = standing({{day(0), true}, {day(1), true}, {day(4), true}, {day(11), false}});
    CHECK(missed.failed);
    CHECK(missed.rung == 0);
    CHECK(days_until_due(missed, day(11)) == 1);
    const Standing mended =
        standing({{day(0), true}, {day(1), true}, {day(4), true}, {day(11), false}, {day(12), true}});
    CHECK_FALSE(mended.failed);
    CHECK(days_until_due(mended, day(12)) == 1);
    const Standing climbing = standing({{day(11), false}, {day(12), true}, {day(13), true}});
    CHECK(days_until_due(climbing, day(13)) == 3);
}

TEST_CASE("a scenario that is missed again and again rests longer, a pattern does not") {
    const std::initializer_list<Occasion> misses = {
        {day(0), false}, {day(1), false}, {day(2), false}, {day(5), false}};
    CHECK(days_until_due(standing(misses), day(5)) == 7);
    CHECK(days_until_due(standing(misses, Subject::pattern), day(5)) == 1);
    // Twice in one evening is once.
    CHECK(days_until_due(standing({{day(0), false}, {day(0, 1), false}, {day(0, 2), false}}), day(0, 2)) ==
          1);
}

TEST_CASE("mastered is four clean of the last five, one of them a day after another") {
    CHECK(standing({{day(0), true}, {day(0), true}, {day(0), true}, {day(1), true}}).mastered);
    CHECK(
        standing({{day(0), true}, {day(0), false}, {day(0), true}, {day(1), true}, {day(1), true}}).mastered);
    CHECK_FALSE(standing({{day(0), true}, {day(0), true}, {day(0), true}, {day(0, 3), true}}).mastered);
    CHECK_FALSE(standing({{day(0), true}, {day(1), true}, {day(2), true}}).mastered);
    CHECK_FALSE(standing({{day(0), false}, {day(0), false}, {day(0), true}, {day(1), true}, {day(1), true}})
                    .mastered);
}

TEST_CASE(
    "only the last five count: what was missed long ago is forgiven, what was met long ago is not enough") {
    CHECK(standing({{day(0), false},
                    {day(0), false},
                    {day(0), false},
                    {day(1), true},
                    {day(2), true},
                    {day(3), true},
                    {day(4), true},
                    {day(5), true}})
              .mastered);
    // Five clean ones on the last day alone do not show that it stayed.
    CHECK_FALSE(
        standing(
            {{day(0), false}, {day(5), true}, {day(5), true}, {day(5), true}, {day(5), true}, {day(5), true}})
            .mastered);
    CHECK_FALSE(standing({{day(0), true},
                          {day(1), true},
                          {day(2), true},
                          {day(3), true},
                          {day(4), false},
                          {day(5), false}})
                    .mastered);
}

TEST_CASE("a pattern that many moments of an evening invite is mastered when the next day is as clean") {
    std::vector<Occasion> occasions;
    for (int i = 0; i < 8; ++i) occasions.push_back({day(0) + i * 60, i > 1});
    CHECK_FALSE(standing_of(occasions, Subject::pattern).mastered);
    for (int i = 0; i < 8; ++i) occasions.push_back({day(1) + i * 60, true});
    CHECK(standing_of(occasions, Subject::pattern).mastered);
    // Clean once long ago, missed for days, and clean this evening: that has to stay first.
    std::vector<Occasion> relapsed = {{day(0), true}};
    for (int i = 0; i < 20; ++i) relapsed.push_back({day(1) + i * 60, false});
    for (int i = 0; i < 5; ++i) relapsed.push_back({day(9) + i * 60, true});
    CHECK_FALSE(standing_of(relapsed, Subject::pattern).mastered);
}

TEST_CASE("feedback fades as a pattern settles, and comes back when it is missed") {
    CHECK(fading_of(standing({})) == Fading::full);
    CHECK(fading_of(standing({{day(0), true}, {day(0), true}})) == Fading::full);
    CHECK(fading_of(standing({{day(0), true}, {day(0), true}, {day(0), true}})) == Fading::brief);
    CHECK(fading_of(standing({{day(0), true}, {day(0), true}, {day(0), true}, {day(0), false}})) ==
          Fading::full);
    CHECK(fading_of(standing({{day(0), true}, {day(0), true}, {day(0), true}, {day(1), true}})) ==
          Fading::least);
}

TEST_CASE("a scenario that tempts into a pattern is an occasion for it, clean or not") {
    const std::size_t fixing = *shipped().pattern("fixing"), judging = *shipped().pattern("judging");
    const std::size_t scenario = some_scenario();
    const Attempt attempts[] = {attempt_at(scenario, day(0), Landing::missed, {"fixing"}),
                                attempt_at(scenario, day(1), Landing::met)};
    const auto occasions = pattern_occasions(shipped(), attempts);
    REQUIRE(occasions[fixing].size() == 2);
    CHECK_FALSE(occasions[fixing][0].clean);
    CHECK(occasions[fixing][1].clean);
    CHECK(occasions[judging].empty());
}

TEST_CASE("where one fell into a pattern, later drafts at that scenario are occasions for it too") {
    const std::size_t judging = *shipped().pattern("judging");
    const std::size_t scenario = some_scenario();
    const Attempt attempts[] = {attempt_at(scenario, day(0), Landing::met),
                                attempt_at(scenario, day(1), Landing::missed, {"judging"}),
                                attempt_at(scenario, day(2), Landing::met)};
    const auto occasions = pattern_occasions(shipped(), attempts);
    REQUIRE(occasions[judging].size() == 2);
    CHECK_FALSE(occasions[judging][0].clean);
    CHECK(occasions[judging][1].clean);
}

TEST_CASE("retries, mentions of risk and names that the packs do not know are no occasions") {
    const std::size_t scenario = some_scenario();
    Attempt retry = attempt_at(scenario, day(0), Landing::met);
    retry.attempt = 2;
    Attempt risk = attempt_at(scenario, day(0), Landing::risk);
    Attempt gone = attempt_at(scenario, day(0), Landing::missed, {"no-such-pattern"});
    gone.scenario = "no-such.scenario";
    const Attempt attempts[] = {retry, risk, gone};
    const Mastery mastery(shipped(), attempts, day(1));
    for (std::size_t i = 0; i < shipped().scenarios().size(); ++i) CHECK_FALSE(mastery.scenario(i).known());
    for (std::size_t i = 0; i < shipped().patterns().size(); ++i) CHECK_FALSE(mastery.pattern(i).known());
}

TEST_CASE("a miss at what they say once met is a miss of the scenario") {
    const std::size_t scenario = some_scenario();
    Attempt first = attempt_at(scenario, day(0), Landing::met);
    Attempt second = attempt_at(scenario, day(0), Landing::missed, {"fixing"});
    second.depth = 1;
    const Attempt attempts[] = {first, second};
    const Mastery mastery(shipped(), attempts, day(1));
    CHECK(mastery.scenario(scenario).occasions == 1);
    CHECK(mastery.scenario(scenario).failed);
}
