// SPDX-License-Identifier: MIT
#include "text/contractions.h"

#include <doctest/doctest.h>

using namespace attune;

namespace {

std::string split(std::string_view surface) {
    const Contraction c = split_contraction(surface);
    return std::string(c.stem) + (c.split() ? "+" + std::string(c.ending) : "");
}

}  // namespace

TEST_CASE("regular endings are told apart") {
    CHECK(split("don't") == "do+not");
    CHECK(split("you're") == "you+are");
    CHECK(split("i've") == "i+have");
    CHECK(split("she'll") == "she+will");
    CHECK(split("they'd") == "they+would");
    CHECK(split("i'm") == "i+am");
}

TEST_CASE("'s is a verb after pronouns and question words and a mark of possession after names") {
    CHECK(split("it's") == "it+is");
    CHECK(split("what's") == "what+is");
    CHECK(split("there's") == "there+is");
    CHECK(split("let's") == "let+us");
    CHECK(split("boss's") == "boss+'s");
}

TEST_CASE("what has no ending is left whole") {
    CHECK(split("mum") == "mum");
    CHECK(split("o'clock") == "o'clock");
    CHECK(split("n't") == "n't");
    CHECK(split("'s") == "'s");
    CHECK(split("shouldn't've") == "shouldn't+have");
}
