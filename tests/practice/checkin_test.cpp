// SPDX-License-Identifier: MIT
#include "practice/checkin.h"

#include <doctest/doctest.h>

#include <set>

#include "packs/shipped.h"

using namespace attune;
using namespace attune::testing;

namespace {

Coach& coach() {
    static Coach one(shipped());
    return one;
}

CheckinReply answer(std::string_view line, std::string_view to_a_friend = "") {
    return answer_checkin(coach(), read_named_feeling(line), to_a_friend);
}

// The names of the families that the phrase with this text was written for.
std::set<std::string> families_of(std::string_view sentence) {
    std::set<std::string> names;
    for (const Phrase& phrase : shipped().phrases())
        if (shipped().text(phrase.text) == sentence)
            for (std::size_t i = 0; i < shipped().families().size(); ++i)
                if ((phrase.families >> i & 1U) != 0)
                    names.emplace(shipped().text(shipped().families()[i].name));
    return names;
}

std::string bank_of(std::string_view sentence) {
    for (const Phrase& phrase : shipped().phrases())
        if (shipped().text(phrase.text) == sentence) return std::string(shipped().text(phrase.bank));
    return "";
}

bool is_of_checkin(const Phrase& phrase) {
    return shipped().text(phrase.bank).starts_with("checkin");
}

}  // namespace

TEST_CASE("a word and a number are told apart however they are written") {
    const auto check = [](std::string_view line, std::string_view word, std::optional<int> strength) {
        CAPTURE(line);
        const NamedFeeling named = read_named_feeling(line);
        CHECK(named.word == word);
        CHECK(named.strength == strength);
        CHECK_FALSE(named.beyond_scale);
    };
    check("tired 7", "tired", 7);
    check("tired, 7", "tired", 7);
    check("  worn out: 7/10 ", "worn out", 7);
    check("sad 3 out of 10", "sad", 3);
    check("calm ten", "calm", 10);
    check("0", "", 0);
    check("tired", "tired", std::nullopt);
    check("I'm 35 and tired", "I'm 35 and tired", std::nullopt);
    check("", "", std::nullopt);
    check("...", "", std::nullopt);
}

TEST_CASE("a number that the scale does not have is noticed") {
    for (const std::string_view line : {"tired 11", "tired -3", "tired 7.5", "99999999999999999999"}) {
        CAPTURE(line);
        CHECK(read_named_feeling(line).beyond_scale);
        CHECK_FALSE(read_named_feeling(line).strength);
    }
}

TEST_CASE("the sentence fits the family of the feeling") {
    CHECK(families_of(answer("furious").sentence).contains("anger"));
    CHECK(families_of(answer("Lonely 6").sentence).contains("loneliness"));
    CHECK(families_of(answer("so worn out by all of it").sentence).contains("exhaustion"));
    CHECK(families_of(answer("proud 8").sentence).contains("pride"));
    CHECK(families_of(answer("exhuasted 6").sentence).contains("exhaustion"));
    CHECK(families_of(answer("blorpish 5").sentence).empty());
    CHECK_FALSE(answer("blorpish 5").sentence.empty());
}

TEST_CASE("the number goes before the strength of the word") {
    std::set<std::string_view> little, much;
    for (const Phrase& phrase : shipped().phrases()) {
        if ((phrase.strengths >> 1 & 1U) != 0) little.insert(shipped().text(phrase.text));
        if ((phrase.strengths >> 3 & 1U) != 0) much.insert(shipped().text(phrase.text));
    }
    CHECK(little.contains(answer("angry 2").sentence));
    CHECK(much.contains(answer("angry 9").sentence));
    CHECK(much.contains(answer("furious").sentence));
}

TEST_CASE("the same words give the same sentence") {
    for (const std::string_view line : {"tired 7", "TIRED 7"})
        CHECK(answer(line).sentence == answer("tired 7").sentence);
}

TEST_CASE("kind words for a friend are turned to oneself, harsh ones are left alone") {
    CHECK(bank_of(answer("ashamed 6", "You're doing your best and it is hard.").sentence) ==
          "checkin-friend");
    CHECK(bank_of(answer("ashamed 6", "It could be worse, get over it.").sentence) == "checkin");
    CHECK(bank_of(answer("ashamed 6", "   ").sentence) == "checkin");
}

TEST_CASE("who passes the question by is left in peace") {
    CHECK(bank_of(answer("").sentence) == "checkin-quiet");
}

TEST_CASE("a mention of risk in any answer gives the card and no sentence") {
    CHECK(answer("suicidal 9").risk);
    CHECK(answer("I want to kill myself").risk);
    CHECK(answer("sad 4", "I want to kill myself").risk);
    CHECK(answer("I want to kill myself").sentence.empty());
    CHECK_FALSE(answer("dead tired 7").risk);
}

TEST_CASE("there is a sentence for every family at every strength") {
    std::size_t family = 0;
    for (const FamilyInfo& info : shipped().families()) {
        CAPTURE(shipped().text(info.name));
        for (int strength = 1; strength <= 3; ++strength) {
            bool found = false;
            for (const Phrase& phrase : shipped().phrases())
                found = found ||
                        (shipped().text(phrase.bank) == "checkin" && (phrase.families >> family & 1U) != 0 &&
                         (phrase.strengths == 0 || (phrase.strengths >> strength & 1U) != 0));
            CHECK(found);
        }
        ++family;
    }
}

TEST_CASE("no sentence of a check-in advises, shrinks or judges, asks anything, or holds a slot") {
    int sentences = 0;
    for (const Phrase& phrase : shipped().phrases()) {
        if (!is_of_checkin(phrase)) continue;
        ++sentences;
        const std::string_view text = shipped().text(phrase.text);
        CAPTURE(text);
        CHECK(text.find_first_of("{}!?") == std::string_view::npos);
        Reading reading;
        coach().read({"I feel awful.", text}, reading);
        CHECK_FALSE(reading.flagged());
        CHECK_FALSE(reading.risk);
    }
    CHECK(sentences > 60);
}
