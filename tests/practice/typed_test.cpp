// SPDX-License-Identifier: MIT
#include "practice/typed.h"

#include <doctest/doctest.h>

using namespace attune;

TEST_CASE("a line is a draft unless a colon and a word open it") {
    for (const char* draft : {"That sounds hard.", ":(", ":D oh no", ":) ok", ": hm", "why?", "::"}) {
        const Typed typed = read_typed(draft);
        CHECK_MESSAGE(typed.order == Order::draft, draft);
        CHECK(typed.text == draft);
    }
    CHECK(read_typed("  spaced out  ").text == "spaced out");
    CHECK(read_typed(" \t").order == Order::nothing);
}

TEST_CASE("commands are taken with what follows them") {
    const Typed said = read_typed(":say  I failed the exam again. ");
    CHECK(said.order == Order::say);
    CHECK(said.text == "I failed the exam again.");
    CHECK(read_typed(":why").order == Order::why);
    CHECK(read_typed(":deck partner").text == "partner");
    CHECK(read_typed(":q").order == Order::quit);
    CHECK(read_typed(":QUIT").order == Order::quit);
    CHECK(read_typed(":Deck Partner").text == "Partner");
}

TEST_CASE("quit and help are understood without their colon") {
    CHECK(read_typed("quit").order == Order::quit);
    CHECK(read_typed("exit").order == Order::quit);
    CHECK(read_typed("help").order == Order::help);
    CHECK(read_typed("quitter").order == Order::draft);
}

TEST_CASE("an unknown command is met with the nearest one") {
    const Typed typed = read_typed(":rewrit");
    CHECK(typed.order == Order::unknown);
    CHECK(typed.text == ":rewrit");
    CHECK(typed.suggestion == ":rewrite");
    CHECK(read_typed(":sk").suggestion == ":skip");
    CHECK(read_typed(":zzzzzz").suggestion.empty());
    CHECK(read_typed(":quitter").order == Order::unknown);
}
