// SPDX-License-Identifier: MIT
#include "text/own_story.h"

#include <doctest/doctest.h>

#include "text/small_vocabulary.h"

using namespace attune;
using testing::Read;

namespace {

bool own(const char* text) {
    return (Read(text)->features & feature::own_story) != 0;
}

}  // namespace

TEST_CASE("what happened to the writer is their own story") {
    for (const char* text :
         {"I lost my dad too", "I've been there", "me too", "same here", "my dad died last year",
          "mine was hard", "When I was your age I went away", "I have a brother"}) {
        CAPTURE(text);
        CHECK(own(text));
    }
}

TEST_CASE("attitudes, offers and questions are no story") {
    for (const char* text :
         {"I think you should go", "I'm so sorry", "I hope it helps", "I thought you knew", "I know",
          "I can come over", "I will call him", "Did I say that?", "if I were you", "I'm here", "she lost it",
          "I don't know", "he said \"I lost it\""}) {
        CAPTURE(text);
        CHECK_FALSE(own(text));
    }
}

TEST_CASE("what would have been, what passed between the two and wishes are no story") {
    for (const char* text : {"I would have cried too", "I told you that", "I gave you the book",
                             "I wish I had been there", "I'm glad I was able to help", "I did want to ask",
                             "I think I was wrong", "it was everything I lost"}) {
        CAPTURE(text);
        CHECK_FALSE(own(text));
    }
    CHECK(own("let me tell you what I lost, I went away"));
    CHECK(own("I was going away last year"));
}

TEST_CASE("a story goes on until it turns to the other one") {
    const Read on("My dad died last year. He was in bed. Went away.");
    for (const Sentence& sentence : on->sentences) CHECK((sentence.features & feature::own_story) != 0);
    const Read back("My dad died last year. Was he with you? You were there. He was here.");
    for (std::size_t i = 1; i < back->sentences.size(); ++i)
        CHECK_FALSE((back->sentences[i].features & feature::own_story) != 0);
}
