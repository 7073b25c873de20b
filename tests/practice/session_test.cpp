// SPDX-License-Identifier: MIT
#include "practice/session.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "packs/builtin.h"

using namespace attune;

namespace {

const Knowledge& shipped() {
    static const Knowledge knowledge(builtin_blob());
    return knowledge;
}

std::size_t deck_named(std::string_view name) {
    const auto decks = shipped().decks();
    for (std::size_t i = 0; i < decks.size(); ++i)
        if (shipped().text(decks[i].name) == name) return i;
    FAIL("no such deck");
    return 0;
}

constexpr std::string_view attuned = "That sounds really difficult.";
constexpr std::string_view missing = "It could be worse.";

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

TEST_CASE("a draft that meets the person is answered by them, and another statement follows") {
    Coach coach(shipped());
    Session session(coach, {});
    const std::string first{session.statement()};
    const Coaching& coaching = session.answer(attuned);
    CHECK(coaching.landing == Landing::met);
    CHECK_FALSE(coaching.they_say.empty());
    CHECK(coaching.moves_on);
    CHECK(session.statement() != first);
    CHECK(session.landed() == 1);
}

TEST_CASE("a draft that misses is answered as missed, with words that would meet them, and comes again") {
    Coach coach(shipped());
    Session session(coach, {});
    const std::string first{session.statement()};
    const Coaching& coaching = session.answer(missing);
    CHECK(coaching.landing == Landing::missed);
    CHECK(coaching.they_say == shipped().text(session.scenario()->missed));
    CHECK_FALSE(coaching.rewrites.empty());
    CHECK_FALSE(coaching.moves_on);
    CHECK(session.statement() == first);
    CHECK(session.answer(attuned).moves_on);
    CHECK(session.drafts() == 2);
}

TEST_CASE("after three drafts the moment is left") {
    Coach coach(shipped());
    Session session(coach, {});
    const std::string first{session.statement()};
    CHECK_FALSE(session.answer(missing).moves_on);
    CHECK_FALSE(session.answer(missing).moves_on);
    CHECK(session.answer(missing).moves_on);
    CHECK(session.statement() != first);
}

TEST_CASE("one's own statement stands until it is answered, and the scenario waits behind it") {
    Coach coach(shipped());
    Session session(coach, {});
    const std::string scenario{session.statement()};
    REQUIRE(session.say("I failed the exam again."));
    CHECK(session.statement() == "I failed the exam again.");
    CHECK(session.scenario() == nullptr);
    CHECK(session.answer(attuned).moves_on);
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
