// SPDX-License-Identifier: MIT
#include "practice/feeling_words.h"

#include <doctest/doctest.h>

#include "coach/shipped.h"

using namespace attune;
using attune::testing::shipped;

TEST_CASE("a feeling is known by its words, its noun and its name") {
    const FeelingWords words(shipped());
    const auto anger = shipped().family("anger");
    for (const char* typed : {"angry", "Furious!", "anger", "pissed off", "a bit annoyed, maybe"})
        CHECK_MESSAGE(words.family_in(typed) == anger, typed);
    CHECK(words.family_in("worry") == shipped().family("anxiety"));
    for (const char* typed : {"", "table", "12"}) CHECK_FALSE(words.family_in(typed).has_value());
}

TEST_CASE("a mistyped feeling word is met with the one that was meant, and a short one with none") {
    const FeelingWords words(shipped());
    CHECK(words.nearest("frustated") == "frustrated");
    CHECK(words.nearest("xyz").empty());
}

TEST_CASE("what is heard beside the strongest feeling is near, and the other side of the scale is not") {
    const Knowledge& knowledge = shipped();
    const auto family = [&](std::string_view name) { return *knowledge.family(name); };
    const StatementReading none;
    CHECK(fit_of(knowledge, none, family("anger"), family("anger")) == Fit::same);
    CHECK(fit_of(knowledge, none, family("anger"), family("hurt")) == Fit::near);
    CHECK(fit_of(knowledge, none, family("anger"), family("joy")) == Fit::other);
    StatementReading mixed;
    mixed.feelings.push_back({static_cast<std::uint8_t>(family("joy")), 2, 0.3F, "glad", true});
    CHECK(fit_of(knowledge, mixed, family("sadness"), family("joy")) == Fit::near);
}
