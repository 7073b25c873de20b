// SPDX-License-Identifier: MIT
#include "coach/rewrite/spelling.h"

#include <doctest/doctest.h>

using namespace attune;

TEST_CASE("a spelling is told by a word that only one side writes so") {
    CHECK(spelling_of("My neighbour shouted at my mum.") == Spelling::british);
    CHECK(spelling_of("I realized my favorite cup is gone.") == Spelling::american);
    CHECK(spelling_of("I traveled for a moment, mumbling.") == Spelling::unknown);
    CHECK(spelling_of("") == Spelling::unknown);
}

TEST_CASE("a text is put into the other spelling, its capitals kept") {
    CHECK(in_spelling("Neighbours can be loud, I realise.", Spelling::american) ==
          "Neighbors can be loud, I realize.");
    CHECK(in_spelling("Your mom and your favorite color.", Spelling::british) ==
          "Your mum and your favourite colour.");
    CHECK(in_spelling("Travelling takes a moment.", Spelling::american) == "Traveling takes a moment.");
    CHECK(in_spelling("I am honoured.", Spelling::unknown) == "I am honoured.");
    CHECK(in_spelling("It was a good moment while it lasted.", Spelling::british) ==
          "It was a good moment while it lasted.");
}
