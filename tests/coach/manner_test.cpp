// SPDX-License-Identifier: MIT
#include "coach/rewrite/manner.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "coach/shipped.h"
#include "rules/knowledge.h"

using namespace attune;
using namespace attune::testing;

namespace {

std::string_view guessed(std::string_view statement, std::string_view draft = "") {
    const auto relation = guess_relation(statement, draft);
    return relation ? relation_names[*relation] : std::string_view{};
}

}  // namespace

TEST_CASE("who speaks is guessed only where the words give it away") {
    CHECK(guessed("Mum I'm really nervous about the school play") == "child");
    CHECK(guessed("You forgot our anniversary.") == "partner");
    CHECK(guessed("I lost my job.", "Chin up mate") == "friend");
    CHECK(guessed("My mum rang me.").empty());
    CHECK(guessed("I lost my job.").empty());
}

TEST_CASE("a draft without contractions gets words without them") {
    CHECK(spells_out("I do not think it is a problem."));
    CHECK_FALSE(spells_out("I don't think it is a problem."));
    CHECK_FALSE(spells_out("Cheer up."));
    CHECK(spelled_out("I'm sorry. That's hard, and it's been long.") ==
          "I am sorry. That is hard, and it has been long.");
    CHECK(spelled_out("You don't have to, can't you?") == "You do not have to, cannot you?");
}

TEST_CASE("a child gets short words") {
    CHECK(has_short_words("That made a big feeling."));
    CHECK_FALSE(has_short_words("That's understandable."));
}

TEST_CASE("a style and a person shape what is offered") {
    Coach coach(shipped());
    Reading reading;
    const Exchange exchange{"My boss yelled at me in front of everyone.", "You should talk to HR."};
    coach.read(exchange, reading);
    REQUIRE(reading.flagged());
    for (const Rewrite& rewrite : coach.rewrite(exchange, reading, {3, std::nullopt, std::uint8_t{0}})) {
        CAPTURE(rewrite.text);
        CHECK(std::count(rewrite.text.begin(), rewrite.text.end(), ' ') < 14);
    }
}

TEST_CASE("no opening is offered twice in a row") {
    Coach coach(shipped());
    Reading reading;
    const Exchange exchange{"My boss yelled at me in front of everyone.", "You should talk to HR."};
    coach.read(exchange, reading);
    std::vector<std::string> offered;
    for (int i = 0; i < 5; ++i) {
        RewriteOptions options;
        options.offered = offered;
        const auto better = coach.rewrite(exchange, reading, options);
        REQUIRE_FALSE(better.empty());
        if (!offered.empty()) CHECK(better.front().text != offered.back());
        offered.push_back(better.front().text);
    }
}
