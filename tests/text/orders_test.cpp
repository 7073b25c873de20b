// SPDX-License-Identifier: MIT
#include "text/orders.h"

#include <doctest/doctest.h>

#include "text/small_vocabulary.h"

using namespace attune;
using testing::Read;

TEST_CASE("an order is told by its shape") {
    CHECK(Read("Call him.").orders() == "Call");
    CHECK(Read("well, just call him").orders() == "call");
    CHECK(Read("please try to rest").orders() == "try");
    CHECK(Read("maybe talk to your boss").orders() == "talk");
    CHECK(Read("Quit.").orders() == "Quit");
    CHECK(Read("give it a week").orders() == "give");
}

TEST_CASE("orders are chained and follow an if-clause") {
    CHECK(Read("Go home, call him and then tell her.").orders() == "Go call tell");
    CHECK(Read("If you can, try to rest").orders() == "try");
    CHECK(Read("if it hurts call him").orders() == "call");
}

TEST_CASE("a negative order is an order and negated") {
    const Read read("Don't cry, don’t worry about it");
    CHECK(read.orders() == "cry worry");
    CHECK((read.features_of("Don't") & feature::negated) != 0);
    CHECK((Read("try not to cry")->features & feature::negated) != 0);
}

TEST_CASE("what only looks like an order is none") {
    for (const char* text :
         {"Work is hell", "Help is there", "hope you rest soon", "love that", "thank you", "you call him",
          "I put it away", "let me help", "dont know what to say", "don't want to go", "sounds hard",
          "people talk", "have you called him", "do you work", "I went and put it away"}) {
        CAPTURE(text);
        CHECK(Read(text).orders().empty());
    }
}

TEST_CASE("an order is about you") {
    const std::uint64_t features = Read("call him").features_of("call");
    CHECK((features & feature::about_you) != 0);
    CHECK((features & feature::statement) == 0);
}
