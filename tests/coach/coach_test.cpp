// SPDX-License-Identifier: MIT
#include "coach/coach.h"

#include <doctest/doctest.h>

#include <string>

#include "coach/shipped.h"

using namespace attune;
using namespace attune::testing;

namespace {
constexpr std::string_view shouted_at = "My boss yelled at me in front of everyone and I felt so humiliated.";
}

TEST_CASE("the six replies of the article are found for what they are") {
    CHECK(flags(read(shouted_at, "You should just talk to your boss about it."), "fixing"));
    CHECK(flags(read(shouted_at, "You're overreacting."), "dictating"));
    CHECK(flags(read("You forgot my birthday.", "I didn't mean it like that, why are you mad?"),
                "defensiveness"));
    CHECK(flags(read(shouted_at, "It could be worse."), "minimizing"));
    CHECK(flags(read(shouted_at, "I don't want to talk about this right now."), "avoiding"));
    CHECK(flags(read(shouted_at, ""), "silence"));
}

TEST_CASE("better words are those for the exchange that is asked about, whatever was read in between") {
    const Exchange shouted{shouted_at, "You're overreacting."};
    const Exchange lost{"I lost my keys this morning.", "You should look in your bag."};
    Coach coach(shipped());
    Reading of_shouted, of_lost;
    coach.read(lost, of_lost);
    coach.read(shouted, of_shouted);
    const auto expected = rewrites(shouted.statement, shouted.reply);
    REQUIRE_FALSE(expected.empty());
    static_cast<void>(coach.rewrite(lost, of_lost));  // reads that exchange again
    const auto better = coach.rewrite(shouted, of_shouted);
    REQUIRE(better.size() == expected.size());
    for (std::size_t i = 0; i < better.size(); ++i) CHECK(better[i].text == expected[i].text);
}

TEST_CASE("attuned replies carry a move and nothing is flagged in them") {
    for (const std::string_view reply :
         {"That sounds really difficult.", "I can see why you'd feel that way.",
          "Can you tell me more about what that's like for you?",
          "I think I misunderstood earlier. Can we try again?"}) {
        CAPTURE(reply);
        const Reading reading = read(shouted_at, reply);
        CHECK_FALSE(reading.flagged());
        CHECK_FALSE(reading.moves.empty());
        CHECK(reading.score > 50);
        CHECK(reading.level >= 3);
    }
}

TEST_CASE("an attuned reply scores higher than one that misses, and a but does not save it") {
    const int met = read(shouted_at, "You felt humiliated, and no wonder. What was that like for you?").score;
    const int missed = read(shouted_at, "You should just talk to your boss about it.").score;
    const int both =
        read(shouted_at, "I'm so sorry, that sounds awful, but you should just talk to your boss about it.")
            .score;
    CHECK(met > both);
    CHECK(both > missed);
    CHECK(both < 60);
}

TEST_CASE("a miss that attacks costs more than one that hurries, and a warmer tone lifts a little") {
    CHECK(read(shouted_at, "That's your own fault.").score <
          read(shouted_at, "You should talk to him.").score);
    CHECK(read(shouted_at, "Sorry. Tell me how it was.").score >
          read(shouted_at, "Well. Know why it was.").score);
}

TEST_CASE("the same exchange gives the same reading and the same words") {
    const auto first = rewrites(shouted_at, "It could be worse.");
    const auto second = rewrites(shouted_at, "It could be worse.");
    REQUIRE(first.size() == second.size());
    REQUIRE_FALSE(first.empty());
    for (std::size_t i = 0; i < first.size(); ++i) CHECK(first[i].text == second[i].text);
}

TEST_CASE("a coach that has read other exchanges answers as a fresh one does") {
    Coach coach(shipped());
    Reading reading;
    coach.read({"I got the job!", "Congratulations!"}, reading);
    coach.read({std::nullopt, "You should rest."}, reading);
    coach.read({shouted_at, "It could be worse."}, reading);
    const Reading fresh = read(shouted_at, "It could be worse.");
    CHECK(reading.score == fresh.score);
    CHECK(reading.findings.size() == fresh.findings.size());
    CHECK(reading.statement.feelings.size() == fresh.statement.feelings.size());
}

TEST_CASE("any bytes give a reading") {
    for (const std::string_view reply : {"\xff\xfe\x00", "....", "🙂", "\n\n", "a\xc3"}) {
        const Reading reading = read("\x80\x81", reply);
        CHECK(reading.score >= 0);
        CHECK(reading.score <= 100);
    }
}

TEST_CASE("risk stops coaching: no level, no rewrite") {
    const Reading reading = read("I want to kill myself.", "You should just cheer up.");
    CHECK(reading.risk);
    CHECK(reading.level == 0);
    CHECK(rewrites("I want to kill myself.", "You should just cheer up.").empty());
}

TEST_CASE("nothing is rewritten where nothing was flagged") {
    CHECK(rewrites(shouted_at, "That sounds really difficult.").empty());
}

TEST_CASE("a suggestion in a question's shape is no question") {
    const Reading suggestion = read(shouted_at, "Have you tried talking to your boss?");
    CHECK(flags(suggestion, "fixing"));
    CHECK(suggestion.closed_questions + suggestion.open_questions == 0);
    CHECK(read(shouted_at, "What was that like for you?").open_questions == 1);
}
