// SPDX-License-Identifier: MIT
#include "practice/attempt_of.h"

#include <doctest/doctest.h>

#include "packs/shipped.h"

using namespace attune;
using namespace attune::testing;

TEST_CASE("a draft becomes an attempt with what was flagged and what reached them, each once") {
    Coach coach(shipped());
    Session session(coach, {});
    const std::string scenario{shipped().text(session.scenario()->id)}, statement{session.statement()};
    const Attempt attempt = attempt_of(
        shipped(), session.answer("It could be worse. At least you have a job. That sounds so hard."), 7);
    CHECK(attempt.scenario == scenario);
    CHECK(attempt.at == 7);
    CHECK(attempt.depth == 0);
    CHECK(attempt.attempt == 1);
    CHECK(attempt.landing == Landing::missed);
    CHECK(attempt.patterns == std::vector<std::string>{"minimizing"});
    CHECK(attempt.rules.size() == 2);
    CHECK_FALSE(attempt.moves.empty());
    CHECK(attempt.statement == statement);
    CHECK(attempt.draft == session.last()->draft);
    CHECK(attempt_of(shipped(), session.answer("That sounds so hard."), 8).attempt == 2);
}

TEST_CASE("a statement of one's own has no scenario") {
    Coach coach(shipped());
    Session session(coach, {});
    REQUIRE(session.say("My bike got stolen."));
    const Attempt attempt = attempt_of(shipped(), session.answer("Oh no, your bike."), 7);
    CHECK(attempt.scenario.empty());
    CHECK(attempt.statement == "My bike got stolen.");
}
