// SPDX-License-Identifier: MIT
#include "app/completion.h"

#include <doctest/doctest.h>

using namespace attune;

namespace {

const std::vector<std::string> lines = {":skip",           ":skill", ":skill empathy",
                                        ":skill presence", ":deck",  ":deck partner"};

Completion complete(std::string_view typed) {
    return complete_line(typed, lines);
}

}  // namespace

TEST_CASE("what all fitting lines go on with is added, and a blank after the only one") {
    CHECK(complete(":d").added == "eck ");
    CHECK(complete(":s").added == "ki");
    CHECK(complete(":deck p").added == "artner ");
    CHECK(complete(":skill e").added == "mpathy ");
}

TEST_CASE("where lines part, their next words are offered once each") {
    CHECK(complete(":ski").choices == std::vector<std::string>{":skip", ":skill"});
    CHECK(complete(":ski").added.empty());
    CHECK(complete(":skill ").choices == std::vector<std::string>{"empathy", "presence"});
}

TEST_CASE("a draft is not completed") {
    CHECK(complete("").added.empty());
    CHECK(complete("That so").added.empty());
    CHECK(complete("That so").choices.empty());
}

TEST_CASE("choices stand side by side as far as they fit") {
    const std::vector<std::string> choices = {"one", "three", "two"};
    CHECK(list_choices(choices, 80) == "one    three  two\n");
    CHECK(list_choices(choices, 14) == "one    three\ntwo\n");
    CHECK(list_choices(choices, 3) == "one\nthree\ntwo\n");
}
