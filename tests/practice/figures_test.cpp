// SPDX-License-Identifier: MIT
#include "practice/figures.h"

#include <doctest/doctest.h>

#include "packs/shipped.h"

using namespace attune;
using namespace attune::testing;

namespace {

constexpr Instant now = 1'700'000'000;

// The first scenario that tempts into fixing.
std::string scenario_for_fixing() {
    const std::size_t fixing = *shipped().pattern("fixing");
    for (const Scenario& scenario : shipped().scenarios())
        if ((scenario.tempts >> fixing & 1U) != 0) return std::string(shipped().text(scenario.id));
    FAIL("no scenario tempts into fixing");
    return "";
}

Attempt attempt(Instant days_ago, bool missed) {
    static const std::string scenario = scenario_for_fixing();
    Attempt one;
    one.scenario = scenario;
    one.at = now - days_ago * one_day;
    one.landing = missed ? Landing::missed : Landing::met;
    if (missed) one.patterns = {"fixing"};
    if (!missed) one.moves = {"naming"};
    return one;
}

PracticeFigures figures_of(const std::vector<Attempt>& attempts) {
    return practice_figures(shipped(), attempts, {}, now);
}

const PatternFigures& of_fixing(const PracticeFigures& figures) {
    for (const PatternFigures& one : figures.patterns)
        if (one.pattern == *shipped().pattern("fixing")) return one;
    FAIL("fixing is missing");
    return figures.patterns.front();
}

}  // namespace

TEST_CASE("without attempts there are no figures") {
    const PracticeFigures figures = figures_of({});
    CHECK(figures.empty());
    CHECK(figures.weeks.empty());
    CHECK_FALSE(figures.landed.percent());
}

TEST_CASE("weeks are counted back from now, and a week without practice stands empty") {
    const PracticeFigures figures =
        figures_of({attempt(20, true), attempt(3, true), attempt(1, false), attempt(0, false)});
    CHECK(figures.weeks == std::vector<Share>{{0, 1}, {0, 0}, {2, 3}});
    CHECK(of_fixing(figures).weeks == std::vector<Share>{{1, 1}, {0, 0}, {1, 3}});
    CHECK(figures.landed == Share{2, 4});
    CHECK(figures.week_begin(2) == now - PracticeFigures::one_week);
}

TEST_CASE("what is older than the weeks that are shown counts for the whole alone") {
    const PracticeFigures figures = figures_of({attempt(300, true), attempt(1, false)});
    REQUIRE(figures.weeks.size() == PracticeFigures::most_weeks);
    CHECK(figures.weeks.front() == Share{0, 0});
    CHECK(of_fixing(figures).all == Share{1, 2});
}

TEST_CASE("an attempt that the clock puts into the future belongs to the last week") {
    const PracticeFigures figures = figures_of({attempt(1, true), attempt(-5, false)});
    CHECK(figures.weeks == std::vector<Share>{{1, 2}});
}

TEST_CASE(
    "a change is told once there are three moments on each side, and twenty of a hundred between them") {
    std::vector<Attempt> attempts;
    for (int i = 0; i < 3; ++i) attempts.push_back(attempt(9 - i, true));
    attempts.push_back(attempt(5, false));
    attempts.push_back(attempt(4, false));
    CHECK(of_fixing(figures_of(attempts)).change == Change::unknown);
    attempts.push_back(attempt(3, false));
    const PatternFigures fixing = of_fixing(figures_of(attempts));
    CHECK(fixing.at_first == Share{3, 3});
    CHECK(fixing.lately == Share{0, 3});
    CHECK(fixing.change == Change::less);
    for (int i = 0; i < 6; ++i) attempts.push_back(attempt(2, true));
    CHECK(of_fixing(figures_of(attempts)).change == Change::more);
}

TEST_CASE("what one reaches for is counted out of all first drafts") {
    const PracticeFigures figures = figures_of({attempt(2, true), attempt(1, false), attempt(0, false)});
    REQUIRE(figures.moves.size() == 1);
    CHECK(figures.moves[0].move == *shipped().move("naming"));
    CHECK(figures.moves[0].all == Share{2, 3});
}

TEST_CASE("retries count as drafts and as repairs, and not as first drafts") {
    Attempt repair = attempt(1, false);
    repair.attempt = 2;
    repair.landing = Landing::repaired;
    const PracticeFigures figures = figures_of({attempt(1, true), repair});
    CHECK(figures.drafts == 2);
    CHECK(figures.repairs == 1);
    CHECK(figures.landed == Share{0, 1});
}

TEST_CASE("what is due is told apart by whether it was met") {
    const PracticeFigures missed = figures_of({attempt(2, true)});
    CHECK(missed.due == 1);
    CHECK(missed.due_after_miss == 1);
    CHECK(missed.due_patterns.front() == *shipped().pattern("fixing"));
    const PracticeFigures met = figures_of({attempt(2, false)});
    CHECK(met.due == 1);
    CHECK(met.due_after_miss == 0);
    CHECK(figures_of({attempt(0, true)}).due == 0);
}

TEST_CASE("then and now stand side by side where texts are kept and the moment was met in the end") {
    Attempt then = attempt(9, true), between = attempt(5, true), last = attempt(1, false);
    then.draft = "You should rest.";
    then.statement = "I'm so tired.";
    between.draft = "Just rest.";
    last.draft = "That sounds exhausting.";
    last.statement = then.statement;
    CHECK_FALSE(figures_of({then, between}).then_and_now);
    const auto two = figures_of({then, between, last}).then_and_now;
    REQUIRE(two);
    CHECK(two->then == then.draft);
    CHECK(two->now == last.draft);
    CHECK_FALSE(figures_of({attempt(9, true), attempt(1, false)}).then_and_now);
}
