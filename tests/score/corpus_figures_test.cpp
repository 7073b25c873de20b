// SPDX-License-Identifier: MIT
#include "score/corpus_figures.h"

#include <doctest/doctest.h>

#include <numeric>
#include <string>

#include "score/comparison.h"
#include "score/group_comparison.h"

using namespace attune;

namespace {

SessionFigures session(int score, std::string helper = "Dana", std::string group = "") {
    SessionFigures figures;
    figures.helper = std::move(helper);
    figures.score = score;
    figures.turns = 20;
    figures.risk_turns = 1;
    figures.patterns = {{"fixing", 2}, {"judging", 0}};
    figures.reflections = 6;
    figures.question_turns = 4;
    if (!group.empty()) figures.by = Column{"site", std::move(group)};
    return figures;
}

Distribution spread_of(std::initializer_list<int> values) {
    Distribution spread;
    for (const int value : values) spread.add(value);
    return spread;
}

}  // namespace

TEST_CASE("sums of sessions are sums of all their counts") {
    CorpusFigures corpus;
    corpus.add(session(40));
    corpus.add(session(60));
    CHECK(corpus.sessions == 2);
    CHECK(corpus.total.turns == 40);
    CHECK(corpus.total.turns_read() == 38);
    CHECK(corpus.total.patterns.at("fixing") == 4);
    CHECK(corpus.spread[0].mean() == 50);
}

TEST_CASE("a ratio of too few turns is none") {
    SessionFigures few = session(50);
    CHECK(reflection_share(few) == 60);
    few.reflections = 5;
    CHECK(!reflection_share(few));
    CHECK(!open_share(few));
    CHECK(percent(1, 3) == 33);
    CHECK(percent(2, 3) == 67);
    CHECK(!percent(0, 0));
}

TEST_CASE("quantiles are values that occur") {
    const Distribution spread = spread_of({10, 20, 30, 40});
    CHECK(spread.lowest() == 10);
    CHECK(spread.quantile(.25) == 10);
    CHECK(spread.quantile(.5) == 20);
    CHECK(spread.quantile(.51) == 30);
    CHECK(spread.highest() == 40);
}

TEST_CASE("a timeline of any length has few stretches and holds every session") {
    for (const int sessions : {1, 16, 17, 33, 1000}) {
        Timeline timeline;
        for (int i = 0; i < sessions; ++i) timeline.add(i % 101);
        CHECK(timeline.stretches().size() <= Timeline::longest);
        std::uint64_t held = 0;
        for (const auto& stretch : timeline.stretches()) held += stretch.sessions;
        CHECK(held == static_cast<std::uint64_t>(sessions));
    }
}

TEST_CASE("more helpers than there is room for are counted together") {
    CorpusFigures corpus;
    for (std::size_t i = 0; i < CorpusFigures::most_helpers + 7; ++i)
        corpus.add(session(50, std::to_string(i)));
    CHECK(corpus.helpers.size() == CorpusFigures::most_helpers);
    CHECK(corpus.helpers_left_out == 7);
    CHECK(corpus.sessions == CorpusFigures::most_helpers + 7);
}

TEST_CASE("Cliff's delta counts pairs") {
    // Of nine pairs the first is above in seven, below in one, level in one.
    const auto result = compare(spread_of({50, 60, 70}), spread_of({40, 50, 55}));
    REQUIRE(result);
    CHECK(result->delta == doctest::Approx(6.0 / 9));
    CHECK(result->difference == doctest::Approx(60 - 145.0 / 3));
    CHECK(result->delta_interval.low <= result->delta);
    CHECK(result->delta_interval.high >= result->delta);
}

TEST_CASE("groups that are all apart have a delta of one, equal groups of none") {
    CHECK(compare(spread_of({80, 90}), spread_of({10, 20}))->delta == 1);
    CHECK(compare(spread_of({10, 20}), spread_of({80, 90}))->delta == -1);
    CHECK(compare(spread_of({10, 20}), spread_of({10, 20}))->delta == 0);
    CHECK(!compare(spread_of({10}), spread_of({10, 20})));
}

TEST_CASE("the interval is the same each time and narrows with more sessions") {
    const auto of = [](std::uint64_t times) {
        Distribution first, second;
        for (int value = 30; value < 70; ++value) {
            first.add(value + 5, times);
            second.add(value, times);
        }
        return *compare(first, second);
    };
    const auto few = of(1), again = of(1), many = of(100);
    CHECK(few.delta_interval.low == again.delta_interval.low);
    CHECK(few.delta == doctest::Approx(many.delta));
    CHECK(many.delta_interval.high - many.delta_interval.low <
          (few.delta_interval.high - few.delta_interval.low) / 4);
}

TEST_CASE("the interval of a bootstrap covers what a normal one would") {
    // A uniform spread over 0..99: the mean's standard error is 28.87 / sqrt(400).
    Distribution first, second;
    for (int value = 0; value < 100; ++value) {
        first.add(value, 4);
        second.add(value, 4);
    }
    const auto result = *compare(first, second);
    const double expected = 1.96 * 28.87 / 20 * 1.4142;
    CHECK(result.difference_interval.high == doctest::Approx(expected).epsilon(.15));
    CHECK(result.difference_interval.low == doctest::Approx(-expected).epsilon(.15));
}

TEST_CASE("two groups are compared with one another, of three each with the others") {
    CorpusFigures two, three;
    for (int i = 0; i < 6; ++i) {
        two.add(session(50 + i, "Dana", i % 2 == 0 ? "north" : "south"));
        three.add(session(50 + i, "Dana", i % 3 == 0 ? "east" : i % 3 == 1 ? "north" : "south"));
    }
    const auto pair = compare_groups(two);
    REQUIRE(!pair.empty());
    CHECK(pair[0].first == "north");
    CHECK(pair[0].second == "south");
    CHECK(pair[0].first_sessions == 3);
    const auto each = compare_groups(three);
    REQUIRE(!each.empty());
    CHECK(each[0].first == "east");
    CHECK(each[0].second.empty());
    CHECK(each[0].second_sessions == 4);
}

TEST_CASE("sessions of which the column says nothing are no group") {
    CorpusFigures corpus;
    for (const char* group : {"north", "north", "south", "south"}) corpus.add(session(50, "Dana", group));
    SessionFigures silent = session(50);
    silent.by = Column{"site", ""};
    corpus.add(silent);
    CHECK(corpus.groups.size() == 3);
    for (const GroupComparison& one : compare_groups(corpus)) CHECK(one.second == "south");
}
