// SPDX-License-Identifier: MIT
#include "coach/rewrite/topic.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "coach/shipped.h"

using namespace attune;
using namespace attune::testing;

namespace {

std::optional<ToldTopic> told(std::string_view statement) {
    Passage passage;
    RuleHits hits;
    Judge judge(shipped());
    read_passage(statement, shipped().vocabulary(), passage);
    judge.judge(passage, Role::statement, {}, hits);
    judge.find_topics(passage, hits);
    return told_topic(shipped(), passage, hits.topics);
}

// The phrase with its slots filled as a plain statement would fill them.
std::string filled(const TopicInfo& topic, std::string phrase) {
    const auto put = [&](std::string_view slot, std::string_view words) {
        for (auto at = phrase.find(slot); at != std::string::npos; at = phrase.find(slot))
            phrase.replace(at, slot.size(), words);
    };
    if (topic.first_thing < topic.last_thing)
        put("{thing}", shipped().text(shipped().things()[topic.first_thing]));
    put("{who}", "your sister");
    return phrase;
}

}  // namespace

TEST_CASE("nothing is made of a statement that tells of no topic") {
    CHECK_FALSE(told("Zorbly flimp."));
    CHECK_FALSE(told(""));
}

TEST_CASE("every phrase of a topic can be said to those who tell of it: nothing in it is flagged") {
    Coach coach(shipped());
    Reading reading;
    for (const Rule& rule : shipped().rules()) {
        if (rule.kind != RuleKind::topic) continue;
        const TopicInfo& topic = shipped().topics()[rule.target];
        const Example& hit = shipped().examples()[rule.first_example];
        for (const Phrase& phrase : shipped().phrases()) {
            if (phrase.topic != rule.target + 1) continue;
            const std::string said = filled(topic, std::string(shipped().text(phrase.text)));
            coach.read({shipped().text(hit.reply), said}, reading);
            CAPTURE(shipped().text(hit.reply));
            CAPTURE(said);
            CHECK_FALSE(reading.flagged());
            coach.read({std::nullopt, said}, reading);
            CHECK_FALSE(reading.risk);
        }
    }
}
