// SPDX-License-Identifier: MIT
#include "text/clauses.h"

#include <doctest/doctest.h>

#include "text/small_vocabulary.h"

using namespace attune;
using testing::Read;

TEST_CASE("clauses are cut at coordinators, subordinators and commas before a subject") {
    CHECK(Read("I know it is hard but you should call him").clauses() ==
          "I know | it is hard | but you should call him");
    CHECK(Read("If you can, you should rest because you are tired.").clauses() ==
          "If you can, | you should rest | because you are tired.");
    CHECK(Read("my boss is mean and I think you should leave").clauses() ==
          "my boss is mean | and I think | you should leave");
}

TEST_CASE("talk without any marks is still cut") {
    CHECK(Read("lol no way I'd call").clauses() == "lol | no way I'd call");
    CHECK(Read("thats hard just call him").orders() == "call");
    CHECK(Read("its ok dont cry").orders() == "cry");
    CHECK(Read("yeah you should go").clauses() == "yeah | you should go");
}

TEST_CASE("every token belongs to one clause and every clause to its sentence") {
    const Read read("Well, \"call him\" she said. :( I know... But it is hard; really?\n\nok");
    std::uint32_t next = 0;
    for (const Sentence& sentence : read->sentences) {
        for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
            CHECK(read->clauses[c].first == next);
            for (std::uint32_t t = next; t < read->clauses[c].last; ++t) CHECK(read->clause_of[t] == c);
            next = read->clauses[c].last;
        }
        CHECK(sentence.last == next);
    }
    CHECK(next == read->tokens.size());
}

TEST_CASE("an ellipsis ends a sentence only before a capital or at the end") {
    CHECK(Read("I just... can't").operator->()->sentences.size() == 1);
    CHECK(Read("I know... But no").operator->()->sentences.size() == 2);
    CHECK(Read("one\ntwo").operator->()->sentences.size() == 2);
}

TEST_CASE("the subject tells whom a clause is about") {
    CHECK((Read("I am sad").features_of("I") & feature::about_i) != 0);
    CHECK((Read("my boss is mean").features_of("my boss") & feature::about_them) != 0);
    CHECK((Read("your life is hard").features_of("your life") & feature::about_it) != 0);
    CHECK((Read("that sounds hard").features_of("that") & feature::about_it) != 0);
    CHECK((Read("sounds hard").features_of("sounds") & feature::about_it) != 0);
    CHECK((Read("people say it helps").features_of("people") & feature::about_them) != 0);
}

TEST_CASE("duty is read through its many forms, and a guess is no duty") {
    for (const char* text : {"you should call him", "you have to go", "you need to go", "you've got to go",
                             "you'd better go", "you better go", "you are supposed to go", "you must go"}) {
        CAPTURE(text);
        CHECK((Read(text).features_of("you") & feature::obliged) != 0);
    }
    for (const char* text :
         {"you must be tired", "you have to be exhausted", "that must be hard", "you need help"}) {
        CAPTURE(text);
        CHECK((Read(text)->features & feature::obliged) == 0);
    }
    const std::uint64_t freed = Read("you don't have to go").features_of("you");
    CHECK((freed & feature::obliged) != 0);
    CHECK((freed & feature::negated) != 0);
}

TEST_CASE("tense follows the first auxiliary or the verb's form") {
    CHECK((Read("did you call him").features_of("did") & feature::past) != 0);
    CHECK((Read("she went").features_of("she") & feature::past) != 0);
    CHECK((Read("I have lost it").features_of("I") & feature::perfect) != 0);
    CHECK((Read("it's been hard").features_of("it") & feature::perfect) != 0);
    CHECK((Read("I will call").features_of("I") & feature::future) != 0);
    CHECK((Read("I'm gonna call").features_of("I") & feature::future) != 0);
    CHECK((Read("it works").features_of("it") & feature::present) != 0);
}

TEST_CASE("negation holds for its own clause and is lent through think") {
    const Read read("I don't think you should go but he should");
    CHECK((read.features_of("you should") & feature::negated) != 0);
    CHECK((read.features_of("but he") & feature::negated) == 0);
    CHECK((Read("there is no way out").features_of("there") & feature::negated) != 0);
}

TEST_CASE("the place of a clause is told by what opens it") {
    CHECK((Read("if you go I cry").features_of("if") & feature::if_clause) != 0);
    CHECK((Read("when you go I cry").features_of("when") & feature::when_clause) != 0);
    CHECK((Read("I cry because you go").features_of("because") & feature::sub_clause) != 0);
    CHECK((Read("I wonder if you know").features_of("if") & feature::if_clause) == 0);
}

TEST_CASE("what stands in quotation marks is quoted, and an open mark reaches to its sentence's end") {
    CHECK((Read("he said \"you should go\" and left").features_of("\"you") & feature::quoted) != 0);
    CHECK((Read("he said “you should go. You should call.” Well, you should rest")
               .features_of("You should call") &
           feature::quoted) != 0);
    const Read open("she said \"you should go. You should rest.");
    CHECK((open.features_of("\"you") & feature::quoted) != 0);
    CHECK((open.features_of("You should rest") & feature::quoted) == 0);
    CHECK((Read("'em lot, you should go").features_of("you") & feature::quoted) == 0);
}

TEST_CASE("a fragment has no verb, and its exclamation is noted") {
    const Read read("Oh my life! You call.");
    CHECK((read->sentences[0].features & feature::fragment) != 0);
    CHECK((read->sentences[0].features & feature::exclaimed) != 0);
    CHECK((read->sentences[0].features & feature::first) != 0);
    CHECK((read->sentences[1].features & feature::last) != 0);
}

TEST_CASE("an empty text has no sentence, and marks alone make one") {
    CHECK(Read("")->sentences.empty());
    CHECK(Read("...")->sentences.size() == 1);
    CHECK(Read("...")->words == 0);
}
