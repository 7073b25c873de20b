// SPDX-License-Identifier: MIT
#include "coach/rewrite/guards.h"

#include <doctest/doctest.h>

using attune::invents_nothing;
using attune::well_formed;

TEST_CASE("a well formed rewrite has sentence case and end marks throughout") {
    CHECK(well_formed("Your boss yelled at you. No wonder you're angry."));
    CHECK(well_formed("That sounds hard... I'm here."));
    CHECK_FALSE(well_formed("your boss yelled at you."));
    CHECK_FALSE(well_formed("That hurts. what was it like?"));
    CHECK_FALSE(well_formed("That hurts"));
    CHECK_FALSE(well_formed(""));
}

TEST_CASE("a well formed rewrite balances quotes and brackets and doubles no word") {
    CHECK(well_formed("You said “never again”."));
    CHECK_FALSE(well_formed("You said “never again."));
    CHECK_FALSE(well_formed("You (and she left."));
    CHECK_FALSE(well_formed("You you left."));
    CHECK(well_formed("He told you that that was it."));
    CHECK_FALSE(well_formed("You left ,and it hurt."));
}

TEST_CASE("a and an follow the sound of the next word") {
    CHECK(well_formed("That was an hour of a useful thing."));
    CHECK_FALSE(well_formed("That was a awful day."));
    CHECK_FALSE(well_formed("That was an hard day."));
}

TEST_CASE("a rewrite stays within forty words") {
    std::string text = "So";
    for (int i = 0; i < 39; ++i) text += i % 2 ? " it" : " is";
    CHECK(well_formed(text + "."));
    CHECK_FALSE(well_formed(text + " it."));
}

TEST_CASE("every word comes from the statement, the draft, the lexicon or a bank") {
    attune::WordStock stock;
    stock.add("My boss yelled at me");
    CHECK(invents_nothing("Your boss yelled at you. What was that like?", {&stock}, {"What was that like?"}));
    CHECK_FALSE(invents_nothing("Your manager yelled at you.", {&stock}, {}));
    stock.add("I am so furious");
    CHECK(invents_nothing("You're furious.", {&stock}, {}));
}
