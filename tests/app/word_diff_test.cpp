// SPDX-License-Identifier: MIT
#include "app/word_diff.h"

#include <doctest/doctest.h>

#include <string>

using namespace attune;

namespace {

// Kept words as they are, "-" before those that go and "+" before new ones.
std::string shown(std::string_view before, std::string_view after) {
    std::string out;
    for (const DiffWord& word : diff_words(before, after)) {
        if (!out.empty()) out += ' ';
        out += word.fate == DiffWord::Fate::gone ? "-" : word.fate == DiffWord::Fate::fresh ? "+" : "";
        out += word.text;
    }
    return out;
}

}  // namespace

TEST_CASE("words that stay, go and come are told apart, in order") {
    CHECK(shown("I'm so sorry, but you should rest.", "I'm so sorry. What do you need?") ==
          "I'm so sorry. -but -you -should -rest. +What +do +you +need?");
    CHECK(shown("", "I'm here.") == "+I'm +here.");
    CHECK(shown("Cheer up.", "") == "-Cheer -up.");
}

TEST_CASE("case, marks and curly apostrophes make no difference") {
    CHECK(shown("i’m SO sorry", "I'm so sorry.") == "I'm so sorry.");
}

TEST_CASE("two texts with little in common are not worth comparing") {
    CHECK_FALSE(is_worth_comparing(diff_words("You should rest more.", "You sound tired. What would help?")));
    CHECK(is_worth_comparing(diff_words("I'm so sorry. You should rest.", "I'm so sorry. I'm here.")));
}

TEST_CASE("very long texts are not compared") {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "word ";
    CHECK(diff_words(text, "word").empty());
}
