// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "transcript/read.h"

namespace attune::transcript {
namespace {

TEST_CASE("JSON: one great array of sessions, with what they say of themselves") {
    const Outcome outcome = read_fixture("support.json");
    CHECK(outcome.problems.empty());
    CHECK(said(outcome) ==
          "[1] seeker: I failed again. / supporter: You\u2019re gutted. \uFFFD"
          " || [2] supporter: Hello, what is going on? / seeker: The results come tomorrow.");
    CHECK(columns(outcome.sessions[0]) == "emotion_type=shame, survey_score.seeker.empathy=4");
    CHECK(outcome.sessions[1].segments[1].line == 15);
}

TEST_CASE("JSONL: turns of many sessions; a broken line and a session that comes back harm no other") {
    const Outcome outcome = read_fixture("corpus.jsonl");
    CHECK(outcome.problems ==
          std::vector<std::string>{"5: not JSON", "7: session `u1` comes back after others"});
    CHECK(said(outcome) ==
          "[u1] a: She moved out. / b: You sound let down. || [u3] a: It is quiet here. / b: Too quiet.");
    CHECK(columns(outcome.sessions[0]) == "meta.rating=3");
    CHECK(outcome.sessions[0].segments[1].start_seconds == 60);
    CHECK(outcome.sessions[1].segments[1].line == 6);
}

TEST_CASE("JSON: one document with messages is a session named after its file") {
    const Outcome outcome = read_fixture("messages.json");
    CHECK(said(outcome) == "[messages] user: I cannot sleep. / assistant: What keeps\nyou awake?");
    CHECK(columns(outcome.sessions[0]) == "title=evening");
}

TEST_CASE("JSON: turns without a session's key are one session, in lines or in an array") {
    const std::string expected = "[talk] Ana: One. / Bo: Two.";
    CHECK(said(read_bytes(
              "{\"speaker\":\"Ana\",\"text\":\"One.\"}\n{\"speaker\":\"Bo\",\"text\":\"Two.\"}\n")) ==
          expected);
    CHECK(said(read_bytes(
              "[{\"speaker\":\"Ana\",\"text\":\"One.\"},{\"speaker\":\"Bo\",\"text\":\"Two.\"}]")) ==
          expected);
    CHECK(said(read_bytes(
              "{\n\"speaker\":\"Ana\",\n\"text\":\"One.\"\n}\n{\n\"speaker\":\"Bo\",\n\"text\":\"Two.\"}")) ==
          expected);
}

TEST_CASE("JSON: sessions as lists of turns, a line each or in a list") {
    const std::string one = R"([{"from":"human","value":"Hi."},{"from":"gpt","value":"Oh \"dear\" \\"}])";
    const std::string expected = R"([1] human: Hi. / gpt: Oh "dear" \ || [2] human: Hi. / gpt: Oh "dear" \)";
    CHECK(said(read_bytes(one + "\n" + one + "\n")) == expected);
    CHECK(said(read_bytes("[" + one + ",\n" + one + "]")) == expected);
}

TEST_CASE("JSON: sessions named by themselves, inside a document") {
    CHECK(said(read_bytes(R"({"data": {"talks": [{"id": "x", "turns": [{"role": "a", "utterance": "One."}]},
        {"session_id": 7, "turns": [{"role": "a", "utterance": "Two."}]}]}})")) ==
          "[x] a: One. || [7] a: Two.");
}

TEST_CASE("JSON: keys are named by the user") {
    ReadOptions options;
    options.columns.speaker = "wer";
    options.columns.text = "was";
    CHECK(said(read_bytes("{\"wer\":\"Ana\",\"was\":\"Ja.\",\"text\":\"x\",\"speaker\":\"y\"}", options)) ==
          "[talk] Ana: Ja.");
}

TEST_CASE("JSON: what says nothing is told") {
    CHECK(read_bytes("{\"text\":\"x\"}\n{\"speaker\":\"y\"}\n{\"a\":1}\n[1]\n").problems ==
          std::vector<std::string>{"1: a text without a speaker", "2: a speaker without a text",
                                   "3: nothing is said in it", "4: nothing is said in it"});
    CHECK(read_bytes("{\"dialog\":[{\"speaker\":\"a\",\"text\":\"b\"},\n{\"text\":\"c\"}]}").problems ==
          std::vector<std::string>{"2: a text without a speaker"});
}

TEST_CASE("JSON: an array that breaks off gives what came before") {
    const Outcome outcome = read_bytes(
        "[{\"dialog\":[{\"speaker\":\"a\",\"text\":\"b\"}]},\n{\"dialog\":[{\"speaker\":\"a\",\"te");
    CHECK(said(outcome) == "[1] a: b");
    CHECK(outcome.problems == std::vector<std::string>{"2: the file ends amid this value"});
}

TEST_CASE("JSON: an element that is broken harms no other") {
    const Outcome outcome =
        read_bytes(R"([{"speaker":"a","text":"b"},{"speaker":"a" "text"},{"speaker":"c","text":"d"}])");
    CHECK(said(outcome) == "[talk] a: b / c: d");
    CHECK(outcome.problems == std::vector<std::string>{"1: not JSON"});
}

TEST_CASE("JSON: bytes that are no UTF-8 are read as Windows-1252") {
    CHECK(said(read_bytes("{\"speaker\":\"Ana\",\"text\":\"caf\xE9\"}")) == "[talk] Ana: caf\xC3\xA9");
}

}  // namespace
}  // namespace attune::transcript
