// SPDX-License-Identifier: MIT
//
// What holds for every rewrite, over every scenario of the decks and a draft of each pattern.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "coach/coach.h"
#include "coach/rewrite/guards.h"
#include "coach/rewrite/wording.h"
#include "coach/shipped.h"

using namespace attune;
using namespace attune::testing;

namespace {

constexpr std::string_view drafts[] = {
    "You should just talk to them about it.",
    "You're overreacting.",
    "That's not what I meant, I was only trying to help.",
    "At least it isn't worse. Everything happens for a reason.",
    "I don't want to talk about this right now.",
    "",
    "The same thing happened to me last year. I lost my job and I cried for a week.",
    "Why did you do that? Why didn't you say anything?",
    "That was really stupid of you. I told you so.",
    "You only feel that because you have abandonment issues.",
    "I'm so sorry, that sounds awful. But you should really talk to somebody.",
};

}  // namespace

TEST_CASE("every flagged draft gets a rewrite that is well formed, clean and carries a move") {
    Coach coach(shipped());
    Coach second_reader(shipped());
    Reading reading;
    for (const Scenario& scenario : shipped().scenarios()) {
        const std::string_view statement = shipped().text(scenario.says);
        for (const std::string_view draft : drafts) {
            const Exchange exchange{statement, draft};
            coach.read(exchange, reading);
            if (!reading.flagged() || reading.risk) continue;
            CAPTURE(statement);
            CAPTURE(draft);
            const auto better = coach.rewrite(exchange, reading, {3, scenario.relation});
            CHECK_FALSE(better.empty());
            for (const Rewrite& rewrite : better) {
                CAPTURE(rewrite.text);
                CHECK(well_formed(rewrite.text));
                CHECK_FALSE(rewrite.moves.empty());
                CHECK_FALSE(rewrite.does.empty());
                Reading again;
                second_reader.read({statement, rewrite.text}, again);
                CHECK_FALSE(again.flagged());
            }
        }
    }
}

TEST_CASE("a flagged reply to an unknown statement gets a rewrite that needs no detail") {
    for (const std::string_view draft : drafts) {
        const Reading reading = read(std::nullopt, draft);
        if (!reading.flagged()) continue;
        CAPTURE(draft);
        CHECK_FALSE(rewrites(std::nullopt, draft).empty());
    }
}

TEST_CASE("no opening wears out") {
    Coach coach(shipped());
    Reading reading;
    std::map<std::string, int> openings;
    int all = 0;
    for (const Scenario& scenario : shipped().scenarios())
        for (const std::string_view draft : drafts) {
            const Exchange exchange{shipped().text(scenario.says), draft};
            coach.read(exchange, reading);
            const auto better = coach.rewrite(exchange, reading, {3, scenario.relation});
            const auto built = std::find_if(better.begin(), better.end(), [](const Rewrite& r) {
                return r.kind == Rewrite::Kind::rebuild;
            });
            if (built == better.end()) continue;
            const auto words = split_words(built->text);
            std::string opening;
            for (std::size_t i = 0; i < std::min<std::size_t>(3, words.size()); ++i)
                opening += folded(words[i].core) + ' ';
            ++openings[opening];
            ++all;
        }
    REQUIRE(all > 100);
    for (const auto& entry : openings) {  // no binding: clang cannot capture one
        CAPTURE(entry.first);
        CHECK(entry.second * 100 <= all * 8);
    }
}

TEST_CASE("a trim keeps clean sentences word for word") {
    const auto better =
        rewrites("My dog died on Monday.", "I'm so sorry, that's heartbreaking. You should get a puppy.");
    const auto trim = std::find_if(better.begin(), better.end(),
                                   [](const Rewrite& r) { return r.kind == Rewrite::Kind::trim; });
    REQUIRE(trim != better.end());
    CHECK(trim->text == "I'm so sorry, that's heartbreaking.");
}

TEST_CASE("a trim keeps what was attuned before a but") {
    const auto better =
        rewrites("My dog died on Monday.", "I'm so sorry about your dog, but you should get a puppy.");
    const auto trim = std::find_if(better.begin(), better.end(),
                                   [](const Rewrite& r) { return r.kind == Rewrite::Kind::trim; });
    REQUIRE(trim != better.end());
    CHECK(trim->text == "I'm so sorry about your dog.");
}

TEST_CASE("news that brings a duty is not cheered") {
    for (const Rewrite& rewrite : rewrites("I'm pregnant and I have to tell my boss tomorrow. Every time I "
                                           "think of it I go hot and cold.",
                                           "Just tell him, it's not a big deal.")) {
        CAPTURE(rewrite.text);
        CHECK(rewrite.text.find('!') == std::string::npos);
    }
}

TEST_CASE("nothing painful read, nothing called rough") {
    for (const Rewrite& rewrite : rewrites("The biopsy was clear.", "Don't get too excited.")) {
        CAPTURE(rewrite.text);
        CHECK(rewrite.text.find("rough") == std::string::npos);
        CHECK(rewrite.text.find("worst bit") == std::string::npos);
        CHECK(rewrite.text.find("get to anyone") == std::string::npos);
    }
}
