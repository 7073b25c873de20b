// SPDX-License-Identifier: MIT
#include "rules/judge.h"

#include <doctest/doctest.h>

#include "packs/builtin.h"
#include "packs/compile.h"

namespace attune {
namespace {

// Signals to look at frames, exceptions and conditions with, laid over the shipped packs.
constexpr std::string_view rules_under_test = R"(signals:
  - signal: t-plain
    about: a test
    cancelled-by: [quoted]
    rules:
      - {id: t-plain.cue, cue: "green tea | green tea please", except: ["very green tea"], hits: [green tea, Green tea.], misses: [black tea, very green tea]}
  - signal: t-mark
    about: a test
    rules:
      - {id: t-mark.cue, cue: "$?", except: ["right $?"], hits: ["is it?", "you did?"], misses: [it is., "right?"]}
  - signal: t-clause
    about: a test
    rules:
      - {id: t-clause.cue, cue: tea, when: {clause: [about you, not negated]}, hits: [you make tea, you like tea], misses: [i like tea, you do not like tea]}
  - signal: t-sentence
    about: a test
    rules:
      - {id: t-sentence.cue, cue: tea, when: {sentence: ["words <= 3", "question or {thanks-word}"]}, hits: ["more tea?", "thanks, tea."], misses: ["is there any more tea?", tea.]}
  - signal: t-reply
    about: a test
    rules:
      - {id: t-reply.cue, cue: tea, when: {reply: ["sentences >= 2"]}, hits: [Tea. Yes., Yes. Tea.], misses: [tea., more tea]}
)";

const Knowledge& knowledge() {
    static const auto blob = [] {
        Diagnostics problems;
        const std::string path = "signals/test.yaml";
        auto bytes =
            compile_pack(layer(builtin_files(), {{path, path, std::string(rules_under_test)}}), problems);
        REQUIRE_MESSAGE(!problems.failed(), problems.render());
        return bytes;
    }();
    static const Knowledge all(blob);
    return all;
}

RuleHits judged(std::string_view text) {
    static Judge judge(knowledge());
    Passage passage;
    RuleHits hits;
    read_passage(text, knowledge().vocabulary(), passage);
    judge.judge(passage, Role::statement, {}, hits);
    return hits;
}

bool holds(std::string_view signal, std::string_view text) {
    return judged(text).facts.test(*knowledge().signal(signal));
}

// The words that the signal was found in, joined by "|".
std::string found(std::string_view signal, std::string_view text) {
    std::string out;
    for (const RuleHit& hit : judged(text).signals)
        if (knowledge().rules()[hit.rule].target == *knowledge().signal(signal))
            (out += out.empty() ? "" : "|") += hit.marked.of(text);
    CHECK(holds(signal, text) == !out.empty());
    return out;
}

TEST_CASE("of overlapping hits of a rule the leftmost longest stays") {
    CHECK(found("t-plain", "Green tea please, and more green tea.") == "Green tea please|green tea");
}

TEST_CASE("an exception cancels what it overlaps and nothing else") {
    CHECK(found("t-plain", "Very green tea, or green tea?") == "green tea");
}

TEST_CASE("a quotation cancels what stands in it") {
    CHECK(found("t-plain", "She said \"green tea\" and left.").empty());
    CHECK(found("t-plain", "She said \u201cgreen tea\u201d and I said green tea.") == "green tea");
}

TEST_CASE("a quotation over two sentences covers both, one that is never closed only its own") {
    CHECK(found("t-plain", "\"I drink coffee. Green tea too.\" he said.").empty());
    CHECK(found("t-plain", "He said \"no green tea. I like green tea.") == "green tea");
}

TEST_CASE("a cue of a mark alone is found, and an exception that ends there cancels it") {
    CHECK_FALSE(holds("t-mark", ""));
    CHECK(holds("t-mark", "Right? Is it?"));
    CHECK_FALSE(holds("t-mark", "Right?"));
}

TEST_CASE("a condition on the clause asks the clause of the hit's last word") {
    CHECK(found("t-clause", "You like tea.") == "tea");
    CHECK(found("t-clause", "I like tea and you like cake.").empty());
    CHECK(found("t-clause", "You don't like tea.").empty());
}

TEST_CASE("conditions on the sentence count its words, its features and its classes") {
    CHECK(found("t-sentence", "More tea?") == "tea");
    CHECK(found("t-sentence", "Thanks, tea.") == "tea");
    CHECK(found("t-sentence", "Is there any more of that tea?").empty());
    CHECK(found("t-sentence", "Tea.").empty());
}

TEST_CASE("a condition on the reply asks all of it") {
    CHECK(found("t-reply", "Tea. Yes.") == "Tea");
    CHECK(found("t-reply", "More tea.").empty());
}

TEST_CASE("a rule may ask for the statement, and without one it is as if nothing were in it") {
    const auto reply_hits = [](std::string_view statement, std::string_view reply) {
        Judge judge(knowledge());
        Passage first, second;
        RuleHits said, hits;
        read_passage(statement, knowledge().vocabulary(), first);
        judge.judge(first, Role::statement, {}, said);
        read_passage(reply, knowledge().vocabulary(), second);
        judge.judge(second, Role::reply, {statement.empty() ? nullptr : &first, &said, 0}, hits);
        return hits.facts.test(knowledge().fact_of_pattern(*knowledge().pattern("fixing")));
    };
    CHECK(reply_hits("I failed my exam again.", "You should really get a tutor."));
    CHECK(reply_hits("", "You should really get a tutor."));
    CHECK_FALSE(reply_hits("I failed my exam again. What should I do?", "You should really get a tutor."));
}

}  // namespace
}  // namespace attune
