// SPDX-License-Identifier: MIT
#include "score/session_counter.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "coach/shipped.h"
#include "score/session_score.h"

using namespace attune;

namespace {

// A turn as it might have been read, put together by hand: what rules find is tested elsewhere.
struct Said {
    std::string statement, reply;
    Reading reading;

    Said& finds(std::string_view pattern, float confidence = .9F) {
        Finding finding;
        finding.pattern = static_cast<std::uint8_t>(*testing::shipped().pattern(pattern));
        finding.confidence = confidence;
        for (std::uint32_t rule = 0; rule < testing::shipped().rules().size(); ++rule)
            if (testing::shipped().rules()[rule].kind == RuleKind::pattern &&
                testing::shipped().rules()[rule].target == finding.pattern) {
                finding.rule = rule;
                break;
            }
        reading.findings.push_back(finding);
        return *this;
    }
    Said& carries(std::string_view move) {
        FoundMove found;
        found.move = static_cast<std::uint8_t>(*testing::shipped().move(move));
        found.span = {0, static_cast<std::uint32_t>(reply.size())};
        found.confidence = .9F;
        reading.moves.push_back(found);
        return *this;
    }
    Said& asks(std::uint32_t open, std::uint32_t closed) {
        reading.open_questions = open;
        reading.closed_questions = closed;
        return *this;
    }
    Said& voices_sadness() {
        reading.statement.feelings.push_back({0, 2, 1, "sad", true});
        return *this;
    }
    Said& mentions_risk() {
        reading.risk = true;
        return *this;
    }
    Said& scores(int score) {
        reading.score = score;
        return *this;
    }
};

Said turn(std::string statement = "", std::string reply = "Well.") {
    Said said;
    said.statement = std::move(statement);
    said.reply = std::move(reply);
    said.reading.score = 50;
    return said;
}

SessionFigures figures_of(const std::vector<Said>& turns, std::uint64_t helper_words = 100,
                          std::uint64_t other_words = 100) {
    SessionCounter counter(testing::shipped());
    std::uint64_t number = 0;
    for (const Said& said : turns) counter.add({number += 2, said.statement, said.reply, said.reading});
    SessionFigures figures;
    figures.helper = "Dana";
    figures.helper_words = helper_words;
    figures.other_words = other_words;
    counter.finish(figures);
    return figures;
}

}  // namespace

TEST_CASE("a pattern found twice in a turn is one turn that misses") {
    const auto figures = figures_of({turn().finds("fixing").finds("fixing"), turn()});
    CHECK(figures.patterns.at("fixing") == 1);
    CHECK(figures.kinds.size() == 1);
    CHECK(figures.missed_turns == 1);
    CHECK(figures.inconsistent == 1);
    CHECK(figures.turns == 2);
}

TEST_CASE("evidence too weak to flag counts for nothing") {
    const auto figures = figures_of({turn().finds("fixing", .49F)});
    CHECK(figures.patterns.at("fixing") == 0);
    CHECK(figures.missed_turns == 0);
}

TEST_CASE("saying no more than mm-hm is told and is no act that misses") {
    const auto figures = figures_of({turn().finds("silence")});
    CHECK(figures.patterns.at("silence") == 1);
    CHECK(figures.missed_turns == 0);
    CHECK(figures.inconsistent == 0);
    CHECK(figures.hardest.empty());
}

TEST_CASE("an open question is one act, not another for the move of asking") {
    const auto figures = figures_of({turn().carries("asking").asks(2, 1)});
    CHECK(figures.consistent == 1);
    CHECK(figures.open_questions == 2);
    CHECK(figures.closed_questions == 1);
    CHECK(figures.question_turns == 1);
}

TEST_CASE("a turn reflects once, however often it does") {
    const auto figures = figures_of({turn().carries("reflecting").carries("naming").carries("reflecting")});
    CHECK(figures.reflections == 1);
    CHECK(figures.consistent == 2);
}

TEST_CASE("a reflection in words that were said is simple, one in new words is complex") {
    const std::string said = "My landlord threw us out and the children cried.";
    CHECK(
        figures_of({turn(said, "Your landlord threw you out, and the children cried.").carries("reflecting")})
            .complex_reflections == 0);
    CHECK(figures_of({turn(said, "Everything safe is gone overnight.").carries("reflecting")})
              .complex_reflections == 1);
    // Said earlier in the session.
    CHECK(
        figures_of({turn(said), turn("Yes.", "The landlord and the crying children.").carries("reflecting")})
            .complex_reflections == 0);
}

TEST_CASE("a feeling is met in the answer or in the turn after it, and not later") {
    CHECK(figures_of({turn().voices_sadness().carries("naming")}).feelings_met == 1);
    CHECK(figures_of({turn().voices_sadness(), turn().carries("empathy")}).feelings_met == 1);
    const auto late = figures_of({turn().voices_sadness(), turn(), turn().carries("validating")});
    CHECK(late.feelings == 1);
    CHECK(late.feelings_met == 0);
    CHECK(figures_of({turn().voices_sadness(), turn().voices_sadness().carries("naming")}).feelings_met == 2);
}

TEST_CASE("a turn that mentions risk is counted and left out of everything else") {
    const auto figures =
        figures_of({turn().finds("fixing").carries("naming").asks(1, 1).mentions_risk(), turn().scores(70)});
    CHECK(figures.turns == 2);
    CHECK(figures.risk_turns == 1);
    CHECK(figures.turns_read() == 1);
    CHECK(figures.inconsistent + figures.consistent + figures.open_questions + figures.closed_questions == 0);
    CHECK(figures.turn_scores == 70);
    CHECK(figures.course.size() == 1);
}

TEST_CASE("a session in which nothing could be read has no score") {
    CHECK(!figures_of({turn().mentions_risk()}).score);
    CHECK(!figures_of({}).score);
}

TEST_CASE("a long course is drawn in so many points and loses no turn") {
    std::vector<Said> turns;
    for (int i = 0; i < 100; ++i)
        turns.push_back(i % 2 == 0 ? turn().finds("judging") : turn().carries("naming"));
    const auto figures = figures_of(turns);
    REQUIRE(figures.course.size() == longest_course);
    std::uint64_t misses = 0, moves = 0;
    for (const CoursePoint& point : figures.course) {
        misses += point.misses;
        moves += point.moves;
    }
    CHECK(misses == 50);
    CHECK(moves == 50);
}

TEST_CASE("moments are the best and the hardest turns, by their numbers") {
    const auto figures = figures_of({turn().scores(30).finds("fixing"), turn().scores(80).carries("naming"),
                                     turn().scores(10).finds("judging"), turn().scores(95)});
    REQUIRE(figures.best.size() == 1);  // the last one carries nothing
    CHECK(figures.best[0].turn == 4);
    CHECK(figures.best[0].moves == std::vector<std::string>{"naming"});
    REQUIRE(figures.hardest.size() == 2);
    CHECK(figures.hardest[0].turn == 6);
    CHECK(figures.hardest[0].patterns == std::vector<std::string>{"judging"});
    CHECK(figures.hardest[1].turn == 2);
}

TEST_CASE("who and where stay as they were, and the counter can be used again") {
    SessionCounter counter(testing::shipped());
    const Said said = turn().finds("fixing");
    counter.add({1, said.statement, said.reply, said.reading});
    SessionFigures first;
    first.helper = "Ana";
    first.by = Column{"site", "north"};
    counter.finish(first);
    CHECK(first.helper == "Ana");
    CHECK(first.by->value == "north");
    SessionFigures second;
    counter.finish(second);
    CHECK(second.turns == 0);
    CHECK(second.patterns.at("fixing") == 0);
}

TEST_CASE("acts that fit, open questions and listening each raise the score") {
    const auto score = [](const std::vector<Said>& turns, std::uint64_t helper, std::uint64_t other) {
        return *figures_of(turns, helper, other).score;
    };
    const int plain = score({turn(), turn()}, 100, 100);
    CHECK(score({turn().carries("reflecting"), turn()}, 100, 100) > plain);
    CHECK(score({turn().finds("fixing"), turn()}, 100, 100) < plain);
    CHECK(score({turn().asks(1, 0), turn()}, 100, 100) > score({turn().asks(0, 1), turn()}, 100, 100));
    CHECK(score({turn(), turn()}, 50, 150) > plain);
}

TEST_CASE("one act says little about a session") {
    const int one = *figures_of({turn().finds("fixing")}).score;
    const int ten = *figures_of(std::vector<Said>(10, turn().finds("fixing"))).score;
    CHECK(one > ten + 10);
}
