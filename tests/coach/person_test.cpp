// SPDX-License-Identifier: MIT
#include "coach/rewrite/person.h"

#include <doctest/doctest.h>

using attune::turn_person;
using attune::YouMeans;

namespace {
std::string turned(std::string_view clause) {
    return turn_person(clause, YouMeans::unknown);
}
std::string answered(std::string_view clause) {
    return turn_person(clause, YouMeans::listener);
}
}  // namespace

TEST_CASE("what happened to the speaker is turned to the listener's side") {
    CHECK(turned("my boss yelled at me") == "your boss yelled at you");
    CHECK(turned("I failed the exam again") == "you failed the exam again");
    CHECK(turned("nobody remembered my birthday") == "nobody remembered your birthday");
    CHECK(turned("the last one was mine") == "the last one was yours");
    CHECK(turned("I did it all by myself") == "you did it all by yourself");
    CHECK(turned("Jamie keeps the door shut") == "Jamie keeps the door shut");
}

TEST_CASE("a verb agrees with its new subject and only with that") {
    CHECK(turned("I was so nervous") == "you were so nervous");
    CHECK(turned("I really was ready") == "you really were ready");
    CHECK(turned("I am alone") == "you are alone");
    CHECK(turned("i wasn't invited") == "you weren't invited");
    CHECK(turned("she was there and I was not") == "she was there and you were not");
    CHECK(turned("my sister was there") == "your sister was there");
}

TEST_CASE("contractions are turned, typed with or without an apostrophe") {
    CHECK(turned("I'm failing") == "you're failing");
    CHECK(turned("im so stressed") == "you're so stressed");
    CHECK(turned("I’ve been crying") == "you've been crying");
    CHECK(turned("i dont sleep") == "you don't sleep");
    CHECK(turned("we're getting divorced") == "you're getting divorced");
}

TEST_CASE("the speaker comes first in company, and me as a subject is mended") {
    CHECK(turned("my sister and I were left out") == "you and your sister were left out");
    CHECK(turned("me and my dad argued") == "you and your dad argued");
}

TEST_CASE("a parent called by that name is the speaker's") {
    CHECK(turned("Dad's stopped eating") == "your dad's stopped eating");
    CHECK(turned("I rang Mum twice") == "you rang your mum twice");
    CHECK(turned("my dad left") == "your dad left");
    CHECK(turned("her mum left") == "her mum left");
}

TEST_CASE("turned words do not stutter") {
    CHECK(turned("he told me I was lazy") == "he told you that you were lazy");
}

TEST_CASE("what is said to the listener becomes theirs") {
    CHECK(answered("you forgot our anniversary") == "I forgot our anniversary");
    CHECK(answered("you never listen to me") == "I never listen to you");
    CHECK(answered("you were late again") == "I was late again");
    CHECK(answered("you're always on your phone") == "I'm always on my phone");
    CHECK(answered("I told you about it") == "you told me about it");
    CHECK(answered("I waited for you") == "you waited for me");
    CHECK(answered("I asked you twice") == "you asked me twice");
    CHECK(answered("we missed the train because you overslept") == "we missed the train because I overslept");
}

TEST_CASE("what cannot be turned safely is refused") {
    CHECK(turned("you lose a dog and it stays with you").empty());
    CHECK(turned("he said \"I hate you\"").empty());
    CHECK(turned("why me?").empty());
    CHECK(turned("let's see").empty());
}
