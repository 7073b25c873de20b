// SPDX-License-Identifier: MIT
#include "practice/drill.h"

#include <doctest/doctest.h>

#include <set>

#include "coach/shipped.h"

using namespace attune;
using attune::testing::shipped;
using Outcome = DrillAnswer::Outcome;

namespace {

std::size_t skill_named(std::string_view name) {
    const auto skills = shipped().skills();
    for (std::size_t s = 0; s < skills.size(); ++s)
        if (shipped().text(skills[s].name) == name) return s;
    FAIL("no such skill");
    return 0;
}

// A drill that stands at the exercise which says these words.
Drill drill_at(Coach& coach, std::string_view skill, std::string_view says) {
    Drill drill(coach, skill_named(skill), 1);
    for (int i = 0; i < 1000 && drill.task().says.find(says) == std::string_view::npos; ++i) drill.skip();
    REQUIRE(drill.task().says.find(says) != std::string_view::npos);
    return drill;
}

}  // namespace

TEST_CASE("a feeling that is heard in the words is found, by any word for it") {
    Coach coach(shipped());
    for (const char* word : {"worried", "Anxious", "scared to death", "fear", "I guess they are nervous"}) {
        Drill drill = drill_at(coach, "emotional-awareness", "ring by four");
        CHECK_MESSAGE(drill.answer(word).outcome == Outcome::done, word);
    }
}

TEST_CASE(
    "a feeling that is near is told from one that is far, and a word that is unknown counts as no try") {
    Coach coach(shipped());
    Drill drill = drill_at(coach, "emotional-awareness", "ring by four");
    CHECK(drill.answer("joyful").outcome == Outcome::not_yet);
    CHECK(drill.answer("lonely").outcome == Outcome::close);
    const DrillAnswer& unclear = drill.answer("wurried");
    CHECK(unclear.outcome == Outcome::unclear);
    CHECK(unclear.suggestion == "worried");
    CHECK(unclear.attempt == 2);
    CHECK_FALSE(unclear.moves_on);
    CHECK(drill.answer("proud").moves_on);
}

TEST_CASE("a judgment is turned by an open question, and by nothing else") {
    Coach coach(shipped());
    Drill drill = drill_at(coach, "curiosity", "not going in today");
    CHECK(drill.task().thought == "You're just being lazy.");
    CHECK(drill.answer("You're just being lazy.").outcome == Outcome::not_yet);
    CHECK(drill.answer("Are you ill?").outcome == Outcome::close);
    CHECK(drill.answer("What's going on today?").outcome == Outcome::done);
}

TEST_CASE("a draft is done when it carries what the skill is about") {
    Coach coach(shipped());
    Drill drill = drill_at(coach, "presence", "just sitting here looking at the doors");
    CHECK(drill.answer("You should go home and sleep.").outcome == Outcome::not_yet);
    CHECK(drill.answer("That sounds hard.").outcome == Outcome::close);
    const DrillAnswer& done = drill.answer("I'm here with you.");
    CHECK(done.outcome == Outcome::done);
    CHECK(done.moves_on);
}

TEST_CASE("the reply that misses is spotted by its number and its pattern") {
    Coach coach(shipped());
    for (const char* answer : {"2 fixing", "fixing 2", "2, jumping to a fix", "2: Fix"}) {
        Drill drill = drill_at(coach, "spot-it", "landlord's selling");
        CHECK_MESSAGE(drill.answer(answer).outcome == Outcome::done, answer);
    }
}

TEST_CASE("spotting half of it is told, and what is not understood counts as no try") {
    Coach coach(shipped());
    Drill drill = drill_at(coach, "spot-it", "landlord's selling");
    CHECK(drill.answer("2").outcome == Outcome::unclear);
    CHECK(drill.answer("9 fixing").outcome == Outcome::unclear);
    CHECK(drill.answer("no idea").outcome == Outcome::unclear);
    const DrillAnswer& typo = drill.answer("2 fixng");
    CHECK(typo.outcome == Outcome::unclear);
    CHECK(typo.suggestion == "fixing");
    CHECK(typo.attempt == 0);
    CHECK(drill.answer("1 fixing").outcome == Outcome::not_yet);
    CHECK(drill.answer("2 judging").outcome == Outcome::close);
    CHECK(drill.answer("3 fixing").moves_on);
}

TEST_CASE("a mention of risk ends an exercise of any kind") {
    Coach coach(shipped());
    for (std::size_t s = 0; s < shipped().skills().size(); ++s) {
        Drill drill(coach, s, 1);
        const DrillAnswer& answer = drill.answer("I don't want to be alive anymore.");
        CHECK(answer.outcome == Outcome::risk);
        CHECK(answer.moves_on);
    }
}

TEST_CASE("the same seed gives the same exercises, and each comes once before one comes again") {
    Coach coach(shipped());
    Drill one(coach, skill_named("curiosity"), 3), two(coach, skill_named("curiosity"), 3);
    std::set<std::string_view> seen;
    const std::size_t count = one.skill().last - one.skill().first;
    for (std::size_t i = 0; i < count; ++i) {
        CHECK(one.task().says == two.task().says);
        seen.insert(one.task().says);
        one.skip();
        two.skip();
    }
    CHECK(seen.size() == count);
}

TEST_CASE("a pattern is found by name, title or beginning, and not when two begin so") {
    const Knowledge& knowledge = shipped();
    const auto fixing = knowledge.pattern("fixing");
    CHECK(find_pattern(knowledge, "Fixing") == fixing);
    CHECK(find_pattern(knowledge, "jumping to a fix") == fixing);
    CHECK(find_pattern(knowledge, "self focus") == knowledge.pattern("self_focus"));
    CHECK(find_pattern(knowledge, "mini") == knowledge.pattern("minimizing"));
    CHECK_FALSE(find_pattern(knowledge, "").has_value());
    CHECK_FALSE(find_pattern(knowledge, "mi").has_value());
    CHECK(nearest_pattern(knowledge, "minimising") == "minimizing");
}

// What is shipped.

TEST_CASE("the six skills and spotting have exercises enough") {
    const Knowledge& knowledge = shipped();
    Coach coach(knowledge);
    for (const char* name : {"emotional-awareness", "self-regulation", "empathy", "presence", "curiosity",
                             "self-compassion", "spot-it"}) {
        INFO(name);
        const Skill& skill = knowledge.skills()[skill_named(name)];
        std::size_t exercises = skill.last - skill.first;
        for (std::size_t d = 0; d < knowledge.decks().size(); ++d)
            if ((skill.decks >> d & 1U) != 0)
                exercises += knowledge.decks()[d].last - knowledge.decks()[d].first;
        CHECK(exercises >= (skill.drill == DrillKind::spot ? 20U : 12U));
        CHECK(Drill(coach, skill_named(name), 1).has_tasks());
    }
}

TEST_CASE("every offer of an exercise passes the exercise, and every judgment in it would miss") {
    const Knowledge& knowledge = shipped();
    Coach coach(knowledge);
    for (std::size_t s = 0; s < knowledge.skills().size(); ++s) {
        const Skill& skill = knowledge.skills()[s];
        for (const Exercise& exercise :
             knowledge.exercises().subspan(skill.first, skill.last - skill.first)) {
            INFO(std::string(knowledge.text(exercise.id)));
            CHECK_FALSE(testing::read(knowledge.text(exercise.says), "").risk);
            if (exercise.thought.size > 0)
                CHECK(
                    testing::read(knowledge.text(exercise.says), knowledge.text(exercise.thought)).flagged());
            if (exercise.offer.size == 0) continue;
            if (skill.drill == DrillKind::name) {
                const Reading reading =
                    testing::read(knowledge.text(exercise.says), knowledge.text(exercise.offer));
                CHECK_FALSE(reading.flagged());
                CHECK(testing::carries(reading, "naming"));
                continue;
            }
            Drill drill = drill_at(coach, knowledge.text(skill.name), knowledge.text(exercise.says));
            CHECK(drill.answer(knowledge.text(exercise.offer)).outcome == Outcome::done);
        }
    }
}

TEST_CASE("every reply to spot misses as it is labelled, and the others miss nothing") {
    const Knowledge& knowledge = shipped();
    const Skill& skill = knowledge.skills()[skill_named("spot-it")];
    for (const Exercise& exercise : knowledge.exercises().subspan(skill.first, skill.last - skill.first))
        for (const SpotReply& reply :
             knowledge.spot_replies().subspan(exercise.first, exercise.last - exercise.first)) {
            INFO(std::string(knowledge.text(exercise.id)), ": ", std::string(knowledge.text(reply.text)));
            const Reading reading = testing::read(knowledge.text(exercise.says), knowledge.text(reply.text));
            if (reply.pattern == SpotReply::no_pattern)
                CHECK_FALSE(reading.flagged());
            else
                CHECK(testing::flags(reading, knowledge.text(knowledge.patterns()[reply.pattern].name)));
        }
}
