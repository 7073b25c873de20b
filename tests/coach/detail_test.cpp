// SPDX-License-Identifier: MIT
#include "coach/rewrite/detail.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "coach/shipped.h"
#include "coach/statement.h"
#include "rules/judge.h"

using namespace attune;
using namespace attune::testing;

namespace {

std::vector<Event> events(std::string_view statement, bool accuses = false) {
    Passage passage;
    RuleHits hits;
    StatementReading reading;
    Judge judge(shipped());
    const FeelingFinder finder(shipped());
    read_passage(statement, shipped().vocabulary(), passage);
    judge.judge(passage, Role::statement, {}, hits);
    read_statement(shipped(), finder, passage, hits, reading);
    reading.accuses = accuses;
    return find_events(shipped(), finder, passage, hits, reading);
}

std::string best(std::string_view statement, bool accuses = false) {
    const auto found = events(statement, accuses);
    return found.empty() ? "" : found.front().text;
}

bool any_is(std::string_view statement, std::string_view text) {
    const auto found = events(statement);
    return std::any_of(found.begin(), found.end(), [&](const Event& e) { return e.text == text; });
}

}  // namespace

TEST_CASE("what happened is given back from the listener's side") {
    CHECK(best("My boss yelled at me in front of everyone.") ==
          "your boss yelled at you in front of everyone");
    CHECK(best("I was at work, and my mum rang me.") == "your mum rang you");
    CHECK(best("Lost my job today.") == "you lost your job today");
}

TEST_CASE("openers are left behind") {
    CHECK(best("Honestly my sister ignored me all night.") == "your sister ignored you all night");
    CHECK(any_is("I'm so upset because my dad forgot my birthday.", "your dad forgot your birthday"));
}

TEST_CASE("a clause that completes another is never claimed alone") {
    CHECK_FALSE(any_is("I feel like nobody cares about me.", "nobody cares about you"));
    CHECK_FALSE(any_is("If my boss fires me I don't know what happens.", "your boss fires you"));
}

TEST_CASE("a long clause is cut where a phrase begins, or not told at all") {
    for (const Event& event :
         events("My manager gave the project that I had been building for two whole years to "
                "somebody who has never even been in the building before."))
        CHECK(count_words(event.text) <= longest_event);
}

TEST_CASE("questions, quotation and orders are not events") {
    CHECK(events("Why does my boss hate me?").empty());
    CHECK(events("\"I never loved you.\"").empty());
}

TEST_CASE("what the listener did is told in the first person") {
    const auto found = events("You forgot our anniversary.", true);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().text == "I forgot our anniversary");
    CHECK(found.front().replier);
}

TEST_CASE("what took place is told apart from what is still so") {
    CHECK(events("My boss yelled at me.").front().happened);
    CHECK_FALSE(events("My boss yells at me every day.").front().past);
}

TEST_CASE("assurances and possessions do not stand for what happened") {
    CHECK_FALSE(any_is("I'll quit tomorrow, I swear.", "you swear"));
    CHECK_FALSE(any_is("My boss told me he's letting me go, and I've got two kids.", "you've got two kids"));
    CHECK(any_is("I had a stillbirth in May and my milk came in anyway.", "you had a stillbirth in May"));
}

TEST_CASE("harsh words about oneself are given back as felt, and threats not at all") {
    CHECK_FALSE(any_is("I've applied to fifty jobs. Nobody hires me.", "nobody hires you"));
    CHECK(events("I'm going to break all his things.").empty());
}

TEST_CASE("a reproach that says never is not owned as an absolute") {
    for (const Event& event : events("You never listen to me!", true))
        CHECK(event.text.find("never") == std::string::npos);
}

TEST_CASE("a parent called by name is theirs") {
    CHECK(best("I yelled at Mom and she cried.") == "you yelled at your mom");
}

TEST_CASE("what died or was done to them weighs more than what stands around it") {
    CHECK(best("I've got two kids at home and I had a stillbirth in May.") == "you had a stillbirth in May");
    CHECK(best("My husband left me on Tuesday. I have two kids and a mortgage.") ==
          "your husband left you on Tuesday");
    CHECK(best("I walked out to my car and saw that someone had smashed my window.") ==
          "someone had smashed your window");
}

TEST_CASE("the reason for a feeling is found inside its clause") {
    CHECK(any_is("I was devastated when my aunt died alone.", "your aunt died alone"));
}

TEST_CASE("a deed is told apart from a blow") {
    CHECK(events("I forgot my sister's birthday.").front().deed);
    CHECK_FALSE(events("I lost my job.").front().deed);
    CHECK(events("We lost the baby at nine weeks.").front().grave);
}

TEST_CASE("harsh words about oneself are never given back as a feeling") {
    for (const Event& event : events("I feel so stupid."))
        CHECK(event.text.find("stupid") == std::string::npos);
}
