// SPDX-License-Identifier: MIT
#include "text/questions.h"

#include <doctest/doctest.h>

#include "text/small_vocabulary.h"

using namespace attune;
using testing::Read;

namespace {

std::string asks(const char* text) {
    const Read read(text);
    std::string out;
    for (std::uint32_t i = 0; i < read->open_questions; ++i) out += "open ";
    for (std::uint32_t i = 0; i < read->closed_questions; ++i) out += "closed ";
    if (read->features & feature::why_question) out += "why ";
    if (!out.empty()) out.pop_back();
    return out;
}

}  // namespace

TEST_CASE("the head word decides whether a question is open") {
    CHECK(asks("What was that like?") == "open");
    CHECK(asks("ok so how do you feel?") == "open");
    CHECK(asks("How long have you been there?") == "closed");
    CHECK(asks("How many people know?") == "closed");
    CHECK(asks("Who told you?") == "closed");
    CHECK(asks("Where do you think it went?") == "open");
    CHECK(asks("Did you call him?") == "closed");
    CHECK(asks("On a scale of 1 to 10, how tired are you?") == "closed");
}

TEST_CASE("why asks for reasons, and why don't you does not") {
    CHECK(asks("Why did you call him?") == "open why");
    CHECK(asks("How come you left?") == "open why");
    CHECK(asks("What made you leave?") == "open why");
    CHECK(asks("Why don't you call him?") == "open");
}

TEST_CASE("invitations to speak are open questions") {
    CHECK(asks("Tell me about it.") == "open");
    CHECK(asks("Can you tell me more?") == "open");
    CHECK(asks("I wonder what that was like.") == "open");
    CHECK(asks("maybe you could tell me about that") == "open");
    CHECK(asks("Anything else?") == "open");
}

TEST_CASE("questions need no question mark when their shape tells") {
    CHECK(asks("did you call him") == "closed");
    CHECK(asks("what happened") == "open");
    CHECK(asks("are you tired") == "closed");
    CHECK(asks("what you need is rest").empty());
    CHECK(asks("I know what you need").empty());
}

TEST_CASE("a statement with a question mark and a tag are closed") {
    CHECK(asks("So you went home?") == "closed");
    CHECK(asks("That is hard, isn't it?") == "closed");
    CHECK(asks("It was your boss, right?") == "closed");
}

TEST_CASE("a bare really asks nothing") {
    CHECK(asks("Really?").empty());
    CHECK(asks("Oh?").empty());
    CHECK(asks("ok?").empty());
}

TEST_CASE("a dropped subject still asks") {
    CHECK(asks("Want to talk?") == "closed");
}

TEST_CASE("two questions in one sentence count once") {
    CHECK(asks("Did you call or do you want to talk?") == "closed");
    CHECK(asks("Did you call? Did you talk?") == "closed closed");
}
