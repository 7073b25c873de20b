// SPDX-License-Identifier: MIT
#include "practice/session.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "packs/shipped.h"

using namespace attune;
using namespace attune::testing;

namespace {

std::size_t deck_named(std::string_view name) {
    const auto decks = shipped().decks();
    for (std::size_t i = 0; i < decks.size(); ++i)
        if (shipped().text(decks[i].name) == name) return i;
    FAIL("no such deck");
    return 0;
}

constexpr std::string_view attuned = "That sounds really difficult.";
constexpr std::string_view missing = "It could be worse.";
constexpr std::string_view mending = "I think I misunderstood earlier. Can we try again?";

}  // namespace

TEST_CASE("the same seed gives the same order, another seed another one") {
    Choice choice;
    choice.seed = 7;
    const auto order = order_scenarios(shipped(), choice);
    CHECK(order == order_scenarios(shipped(), choice));
    choice.seed = 8;
    CHECK(order != order_scenarios(shipped(), choice));
    CHECK(std::set(order.begin(), order.end()).size() == order.size());
}

TEST_CASE("easier moments come first, and a level can be asked for") {
    Choice choice;
    const auto scenarios = shipped().scenarios();
    const auto order = order_scenarios(shipped(), choice);
    CHECK(std::is_sorted(order.begin(), order.end(),
                         [&](auto a, auto b) { return scenarios[a].level < scenarios[b].level; }));
    choice.level = 3;
    for (const auto scenario : order_scenarios(shipped(), choice)) CHECK(scenarios[scenario].level == 3);
}

TEST_CASE("heavy decks come only when they are named") {
    const std::size_t grief = deck_named("grief");
    const Deck& deck = shipped().decks()[grief];
    REQUIRE(deck.heavy != 0);
    for (const auto scenario : order_scenarios(shipped(), {}))
        CHECK_FALSE((deck.first <= scenario && scenario < deck.last));
    Choice choice;
    choice.deck = grief;
    CHECK(order_scenarios(shipped(), choice).size() == deck.last - deck.first);
}

TEST_CASE("a draft that meets the person opens them up, and what they say then is answered next") {
    Coach coach(shipped());
    Session session(coach, {});
    const Scenario& scenario = *session.scenario();
    const std::string first{session.statement()};
    CHECK(session.is_fresh());
    const Coaching& coaching = session.answer(attuned);
    CHECK(coaching.landing == Landing::met);
    CHECK(coaching.next == Next::further);
    CHECK(coaching.statement == first);
    CHECK(session.statement() == shipped().text(scenario.met));
    CHECK_FALSE(session.is_fresh());
    CHECK(session.answer(attuned).next == Next::further);
    CHECK(session.statement() == shipped().text(scenario.deeper));
    CHECK(session.last()->depth == 1);
}

TEST_CASE("who was met three times is left, and another person speaks") {
    Coach coach(shipped());
    Session session(coach, {});
    const Scenario* scenario = session.scenario();
    session.answer(attuned);
    session.answer(attuned);
    CHECK(session.answer(attuned).next == Next::on);
    CHECK(session.scenario() != scenario);
    CHECK(session.is_fresh());
    CHECK(session.tally().landed == 3);
}

TEST_CASE("a talk can be passed on from at any depth") {
    Coach coach(shipped());
    Session session(coach, {});
    const Scenario* scenario = session.scenario();
    session.answer(attuned);
    session.skip();
    CHECK(session.scenario() != scenario);
    CHECK(session.statement() == shipped().text(session.scenario()->says));
}

TEST_CASE("a draft that misses is answered as missed, with words that would meet them, and comes again") {
    Coach coach(shipped());
    Session session(coach, {});
    const std::string first{session.statement()};
    const Coaching& coaching = session.answer(missing);
    CHECK(coaching.landing == Landing::missed);
    CHECK(coaching.they_say == shipped().text(session.scenario()->missed));
    CHECK_FALSE(coaching.rewrites.empty());
    CHECK(coaching.next == Next::again);
    CHECK(session.statement() == first);
    CHECK(session.answer(attuned).landing == Landing::met);
    CHECK(session.tally().drafts == 2);
}

TEST_CASE("they close once in a scenario") {
    Coach coach(shipped());
    Session session(coach, {});
    CHECK_FALSE(session.answer(missing).they_say.empty());
    CHECK(session.answer(missing).they_say.empty());
    session.answer(attuned);
    CHECK(session.answer(missing).they_say.empty());
}

TEST_CASE("after a miss, owning it and asking to try again is a repair, and opens them up") {
    Coach coach(shipped());
    Session session(coach, {});
    const Scenario& scenario = *session.scenario();
    session.answer(missing);
    const Coaching& coaching = session.answer(mending);
    CHECK(coaching.landing == Landing::repaired);
    CHECK(coaching.they_say == shipped().text(scenario.repaired));
    CHECK(coaching.next == Next::further);
    CHECK(session.statement() == shipped().text(scenario.met));
    CHECK(session.tally().repaired == 1);
    CHECK(session.tally().landed == 1);
}

TEST_CASE("without a miss there is nothing to repair") {
    Coach coach(shipped());
    Session session(coach, {});
    CHECK(session.answer(mending).landing != Landing::repaired);
    // Nor once it is mended: the slate is clean.
    session.answer(missing);
    session.answer(mending);
    CHECK(session.answer(mending).landing != Landing::repaired);
}

TEST_CASE("words that would miss in a first answer mend where they own a miss") {
    Coach coach(shipped());
    Session session(coach, {});
    constexpr std::string_view owning = "I'm sorry, I wasn't really listening.";
    CHECK(session.answer(owning).landing == Landing::missed);
    const Coaching& coaching = session.answer(owning);
    CHECK(coaching.landing == Landing::repaired);
    CHECK_FALSE(coaching.reading.flagged());
}

TEST_CASE("a repair that misses again is a miss") {
    Coach coach(shipped());
    Session session(coach, {});
    session.answer(missing);
    CHECK(session.answer("I think I misunderstood. Can we try again? It could be worse, though.").landing ==
          Landing::missed);
}

TEST_CASE("after three misses there is one last chance to mend it, and then the moment is left") {
    Coach coach(shipped());
    Session session(coach, {});
    const std::string first{session.statement()};
    CHECK(session.answer(missing).next == Next::again);
    CHECK(session.answer(missing).next == Next::again);
    CHECK(session.answer(missing).next == Next::last_chance);
    CHECK(session.statement() == first);
    SUBCASE("taken, it opens them up") {
        CHECK(session.answer(mending).next == Next::further);
    }
    SUBCASE("missed, another scenario follows") {
        CHECK(session.answer(missing).next == Next::on);
        CHECK(session.statement() != first);
    }
}

TEST_CASE("three drafts that neither push away nor reach are enough") {
    Coach coach(shipped());
    Choice choice;
    choice.deck = deck_named("partner");
    Session session(coach, choice);
    constexpr std::string_view neither = "That was on a Tuesday, I think.";
    REQUIRE(session.answer(neither).landing == Landing::halfway);
    CHECK(session.answer(neither).next == Next::again);
    CHECK(session.answer(neither).next == Next::on);
}

TEST_CASE("a session counts questions, and the words of both sides") {
    Coach coach(shipped());
    Session session(coach, {});
    REQUIRE(session.say("I failed the exam again."));
    session.answer("That sounds hard. What was it like?");
    CHECK(session.tally().heard_words == 5);
    CHECK(session.tally().own_words == 7);
    CHECK(session.tally().open_questions == 1);
    CHECK(session.tally().closed_questions == 0);
}

TEST_CASE(
    "where nothing is said of how a repair is taken, it is taken well all the same, and tried anew once") {
    Coach coach(shipped());
    Session session(coach, {});
    REQUIRE(session.say("I failed the exam again."));
    session.answer(missing);
    const Coaching& coaching = session.answer(mending);
    CHECK_FALSE(coaching.they_say.empty());
    CHECK(coaching.next == Next::again);
    CHECK(session.statement() == "I failed the exam again.");
    session.answer(missing);
    CHECK(session.answer(mending).next == Next::on);
}

TEST_CASE("one's own statement stands until it is answered, and the scenario waits behind it") {
    Coach coach(shipped());
    Session session(coach, {});
    const std::string scenario{session.statement()};
    REQUIRE(session.say("I failed the exam again."));
    CHECK(session.statement() == "I failed the exam again.");
    CHECK(session.scenario() == nullptr);
    CHECK(session.answer(attuned).next == Next::on);
    CHECK(session.statement() == scenario);
}

TEST_CASE("better words are there before anything was drafted") {
    Coach coach(shipped());
    Session session(coach, {});
    CHECK_FALSE(session.better_words().empty());
}

TEST_CASE("where someone may be in danger nothing is coached") {
    Coach coach(shipped());
    Session session(coach, {});
    const std::string scenario{session.statement()};
    CHECK_FALSE(session.say("I don't want to be alive anymore."));
    CHECK(session.statement() == scenario);
    const Coaching& coaching = session.answer("I don't want to be alive anymore.");
    CHECK(coaching.landing == Landing::risk);
    CHECK(coaching.rewrites.empty());
    CHECK(coaching.they_say.empty());
    CHECK(coaching.next == Next::on);
    CHECK(session.tally().drafts == 0);
}

TEST_CASE("another deck can be chosen on the way") {
    Coach coach(shipped());
    Session session(coach, {});
    REQUIRE(session.choose_deck(deck_named("partner")));
    const Deck& deck = shipped().decks()[deck_named("partner")];
    const auto* scenario = session.scenario();
    const auto index = static_cast<std::uint32_t>(scenario - shipped().scenarios().data());
    CHECK(deck.first <= index);
    CHECK(index < deck.last);
}

TEST_CASE("nothing that people say in a shipped scenario is read as a mention of risk") {
    const Knowledge& knowledge = shipped();
    Coach coach(knowledge);
    Reading reading;
    for (const Scenario& scenario : knowledge.scenarios())
        for (const PoolText words :
             {scenario.says, scenario.met, scenario.deeper, scenario.missed, scenario.repaired}) {
            coach.read({knowledge.text(words), ""}, reading);
            CHECK_MESSAGE(!reading.risk, knowledge.text(scenario.id), ": ", knowledge.text(words));
        }
}
