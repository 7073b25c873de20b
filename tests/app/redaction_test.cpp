// SPDX-License-Identifier: MIT
#include "app/score/redaction.h"

#include <doctest/doctest.h>

#include "coach/shipped.h"

using namespace attune;

namespace {

std::string redacted(std::string_view text, std::vector<std::string> speakers = {}) {
    return Redaction(speakers, testing::shipped().vocabulary()).apply(text);
}

}  // namespace

TEST_CASE("names are blanked, and a name of several words once") {
    CHECK(redacted("I told Maria Lopez, and she cried.") == "I told [name], and she cried.");
    CHECK(redacted("That is Tom's dog.") == "That is [name] dog.");
    CHECK(redacted("I saw Dr. Stone today.") == "I saw Dr. [name] today.");
    CHECK(redacted("I think I'm sad. You know that.") == "I think I'm sad. You know that.");
}

TEST_CASE("a speaker's name is blanked in any case, a role is left") {
    CHECK(redacted("thanks zbigniew, you help", {"Zbigniew K."}) == "thanks [name], you help");
    CHECK(redacted("the client said so", {"client"}) == "the client said so");
}

TEST_CASE("an everyday word that is also a name is blanked only with a capital") {
    CHECK(redacted("i will tell Will", {"Will"}) == "i will tell [name]");
}

TEST_CASE("phones, mails, links and dates are blanked") {
    CHECK(redacted("call +44 20 7946 0958 now") == "call [phone] now");
    CHECK(redacted("call (020) 7946-0958.") == "call ([phone].");
    CHECK(redacted("mail me: jo.day@example.org!") == "mail me: [mail]!");
    CHECK(redacted("see https://example.org/x for it") == "see [link] for it");
    CHECK(redacted("it was 12.3.2020 or 2020-03-12") == "it was [date] or [date]");
    CHECK(redacted("since March 3rd, 2020 I am sad") == "since [date] I am sad");
    CHECK(redacted("on the 3rd of May we left") == "on the [date] we left");
}

TEST_CASE("small numbers and everyday words stay") {
    CHECK(redacted("I have 3 kids and 12 cats") == "I have 3 kids and 12 cats");
    CHECK(redacted("may I march with you on Monday?") == "may I march with you on Monday?");
    CHECK(redacted("") == "");
}
