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
