// SPDX-License-Identifier: MIT
#include "coach/rewrite/wording.h"

#include <doctest/doctest.h>

using namespace attune;

TEST_CASE("a written word is told apart from the marks around it") {
    const auto words = split_words("(Mum, I'm “fine”…)");
    REQUIRE(words.size() == 3);
    CHECK(words[0].before == "(");
    CHECK(words[0].core == "Mum");
    CHECK(words[0].after == ",");
    CHECK(words[1].core == "I'm");
    CHECK(words[2].before == "“");
    CHECK(words[2].core == "fine");
    CHECK(join_words(words) == "(Mum, I'm “fine”…)");
}

TEST_CASE("words are folded to lower case and straight apostrophes") {
    CHECK(folded("Don’t") == "don't");
    CHECK(folded("ÉTÉ") == "ÉtÉ");
}

TEST_CASE("a capital is set on the first letter only") {
    CHECK(with_capital("your boss") == "Your boss");
    CHECK(with_capital("“so it goes”") == "“So it goes”");
    CHECK(with_capital("") == "");
}

TEST_CASE("an end mark is added where there is none") {
    CHECK(with_end_mark("that hurts") == "that hurts.");
    CHECK(with_end_mark("that hurts,") == "that hurts.");
    CHECK(with_end_mark("that hurts!") == "that hurts!");
    CHECK(with_end_mark("he said “no.”") == "he said “no.”");
    CHECK(has_end_mark("well…"));
}

TEST_CASE("words are counted by the letters in them") {
    CHECK(count_words("it is - well - fine.") == 4);
    CHECK(count_words("  ") == 0);
}

TEST_CASE("blanks are tidied") {
    CHECK(tidied("  a \n b\t c ") == "a b c");
}
