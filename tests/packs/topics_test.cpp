// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "packs/small_pack.h"
#include "rules/judge.h"
#include "rules/knowledge.h"

using namespace attune;
using namespace attune::testing;

namespace {

constexpr std::string_view lost_keys =
    "topics:\n"
    "  - topic: lost-thing\n"
    "    about: something is lost\n"
    "    things: [keys, credit card]\n"
    "    cue: i lost my {thing}\n"
    "    hits: [I lost my keys., So I lost my credit card.]\n"
    "    misses: [I lost my mum., She lost my keys.]\n"
    "    receive: [\"Oh no, your {thing}, I am sorry.\"]\n"
    "    ask: [\"Where did you have it last?\"]\n";

std::string spoiled(std::string_view from, const std::string& to) {
    std::string text{lost_keys};
    return text.replace(text.find(from), from.size(), to);
}

std::string problems_of_topics(const std::string& text) {
    return problems_of(small_pack_with("topics/things.yaml", text));
}

}  // namespace

TEST_CASE("a topic becomes a rule of statements, words for its thing and phrases of its own") {
    Diagnostics problems;
    const auto blob = compile_pack(small_pack_with("topics/things.yaml", std::string(lost_keys)), problems);
    CAPTURE(problems.render());
    REQUIRE_FALSE(problems.failed());
    const Knowledge knowledge(blob);
    REQUIRE(knowledge.topics().size() == 1);
    CHECK(knowledge.rule("topic.lost-thing").has_value());
    CHECK(knowledge.word_class("lost-thing-things").has_value());
    CHECK(knowledge.text(knowledge.things().front()) == "credit card");
    std::size_t own = 0;
    for (const Phrase& phrase : knowledge.phrases()) own += phrase.topic == 1 ? 1U : 0U;
    CHECK(own == 2);

    Judge judge(knowledge);
    Passage passage;
    RuleHits hits;
    read_passage("Today I lost my credit card.", knowledge.vocabulary(), passage);
    judge.judge(passage, Role::statement, {}, hits);
    CHECK(hits.topics.empty());
    judge.find_topics(passage, hits);
    REQUIRE(hits.topics.size() == 1);
    CHECK(hits.topics.front().first == 1);
    CHECK(hits.topics.front().last == 6);
}

TEST_CASE("what is wrong with a topic is told where it stands") {
    CHECK(problems_of_topics(std::string(lost_keys)).empty());
    CHECK(problems_of_topics(spoiled("about: something is lost", "tenor: joy")).find("tenor") !=
          std::string::npos);
    CHECK(problems_of_topics(spoiled("{thing}, I am", "{thingy}, I am")).find("slot") != std::string::npos);
    CHECK(
        problems_of_topics(spoiled("    things: [keys, credit card]\n", "")).find("unknown class `thing`") !=
        std::string::npos);
    CHECK(problems_of_topics(std::string(lost_keys) + std::string(lost_keys.substr(8)))
              .find("stands here a second time") != std::string::npos);
}
