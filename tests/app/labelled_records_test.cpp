// SPDX-License-Identifier: MIT
#include "app/labelled_records.h"

#include <doctest/doctest.h>

#include "app/text_input.h"
#include "score/weighed_pack.h"

using namespace attune;
using namespace attune::testing;

namespace {

struct ReadFile {
    std::vector<LabelledCase> cases;
    std::string problems;
};

ReadFile read_file(std::string_view text) {
    TextInput source(text);
    ReadFile out;
    Diagnostics problems;
    read_labelled(source.input, weighed(), out.cases, problems);
    out.problems = problems.render();
    return out;
}

LabelledCase read_one(std::string_view text) {
    ReadFile file = read_file(text);
    CHECK(file.problems == "");
    REQUIRE(file.cases.size() == 1);
    return std::move(file.cases[0]);
}

std::string problem_of(std::string_view text) {
    const ReadFile file = read_file(text);
    CHECK(file.cases.empty());
    return file.problems;
}

using Labels = std::vector<Gold>;
constexpr Gold yes = Gold::yes, no = Gold::no, unknown = Gold::unknown;

}  // namespace

TEST_CASE("a labelled line gives texts, labels, marked words and a rating") {
    const LabelledCase one =
        read_one(R"({"labels": {"fixing": 1, "empathy": 0, "minimizing": null}, "rating": 2.5, "id": "a7",)"
                 R"( "spans": {"fixing": [5, 9]}, "statement": "It rained in.", "reply": "Oh – just mop."})");
    CHECK(one.id == "\"a7\"");
    CHECK(one.line == 1);
    CHECK(one.statement == "It rained in.");
    CHECK(one.labels == Labels{yes, unknown, no});
    CHECK(one.rating == 2.5);
    REQUIRE(one.marked.size() == 1);
    CHECK(one.marked[0].span.of(one.reply) == "just");  // counted in characters, kept in bytes
}

TEST_CASE("a label that is not there is not scored") {
    CHECK(read_one(R"({"reply": "a", "labels": {"fixing": true}})").labels == Labels{yes, unknown, unknown});
    CHECK(read_one(R"({"reply": "a", "rating": 4})").labels == Labels{unknown, unknown, unknown});
    CHECK(read_one(R"({"reply": "a", "rating": null, "statement": null, "labels": {}})").rating ==
          std::nullopt);
}

TEST_CASE("misses with their words and a list of moves say no to all others") {
    const LabelledCase one =
        read_one(R"({"reply": "So sorry. Just mop.", "mis": {"fixing": "Just mop"}, "moves": ["empathy"]})");
    CHECK(one.labels == Labels{yes, no, yes});
    REQUIRE(one.marked.size() == 1);
    CHECK(one.marked[0].span == Span{10, 18});
    CHECK(read_one(R"({"reply": "", "mis": {"fixing": ""}})").labels == Labels{yes, no, unknown});
    CHECK(read_one(R"({"reply": "a", "moves": []})").labels == Labels{unknown, unknown, no});
}

TEST_CASE("fields that nobody knows are passed over") {
    CHECK(read_one(R"({"n": 3, "tags": [1, {"reply": "x"}], "labels": {"fixing": 0}, "reply": "a", "x": {}})")
              .reply == "a");
}

TEST_CASE("a label that is no pattern and no move is told with the one that was meant") {
    CHECK(problem_of("\n{\"reply\": \"a\", \"labels\": {\"fxing\": 1}}\n") ==
          "text:2:28: error: `fxing` is neither a pattern nor a move\n"
          "2 | {\"reply\": \"a\", \"labels\": {\"fxing\": 1}}\n"
          "  |                            ^^^^^ help: did you mean `fixing`?\n");
}

TEST_CASE("a mistake is told where it stands, with a cure") {
    const auto first = [](std::string_view text) {
        const std::string all = problem_of(text);
        return all.substr(0, all.find('\n'));
    };
    CHECK(first("no json") == "text:1:1: error: not a JSON object");
    CHECK(first("[1]") == "text:1:1: error: not a JSON object");
    CHECK(first(R"({"reply": "a, "labels": {"fixing": 1}})") == "text:1:33: error: a string is not closed");
    CHECK(first(R"({"reply": "a", "labels": {"fixing": 1)") ==
          "text:1:37: error: the line does not end with its object");
    CHECK(first(R"({"reply": "a", "labels" {"fixing": 1}})") ==
          "text:1:11: error: what follows here is not JSON");
    CHECK(first(R"({"reply": 5, "labels": {"fixing": 1}})") == "text:1:11: error: `reply` is not a string");
    CHECK(first(R"({"labels": {"fixing": 1}})") == "text:1:1: error: `reply` is missing");
    CHECK(first(R"({"reply": "a"})") == "text:1:1: error: nothing is labelled here");
    CHECK(first(R"({"reply": "a", "labels": {"fixing": 2}})") == "text:1:37: error: a label is 1, 0 or null");
    CHECK(first(R"({"reply": "a", "labels": [1]})") == "text:1:26: error: `labels` is not an object");
    CHECK(first(R"({"reply": "a", "rating": 9})") ==
          "text:1:26: error: `rating` is not a number from 1 to 5");
    CHECK(first(R"({"id": [1], "reply": "a", "rating": 3})") ==
          "text:1:8: error: `id` is neither a string nor a number");
    CHECK(first(R"({"reply": "é", "labels": {"fixing": 1}, "spans": {"fixing": [0, 2]}})") ==
          "text:1:61: error: this span does not lie in the reply");
    CHECK(first(R"({"reply": "a", "labels": {"fixing": 1}, "spans": {"fixing": [0]}})") ==
          "text:1:61: error: a span is two whole numbers");
    CHECK(first(R"({"reply": "a", "mis": {"fixing": "b"}})") ==
          "text:1:34: error: these words are not in the reply");
    CHECK(first(R"({"reply": "a", "mis": {"empathy": "a"}})") ==
          "text:1:35: error: `empathy` is a move, not a miss");
    CHECK(first(R"({"reply": "a", "mis": {}, "labels": {"fixing": 1}})") ==
          "text:1:37: error: `labels` stands beside `mis` or `moves`");
}

TEST_CASE("good lines are read beside bad ones") {
    const ReadFile file =
        read_file("x\n{\"reply\": \"a\", \"rating\": 1}\n{}\n{\"reply\": \"b\", \"rating\": 2}");
    REQUIRE(file.cases.size() == 2);
    CHECK(file.cases[1].line == 4);
    CHECK(file.problems.find("text:1:1") != std::string::npos);
    CHECK(file.problems.find("text:3:1") != std::string::npos);
}

TEST_CASE("a file of another kind is given up after a while") {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "a line\n";
    TextInput source(text);
    std::vector<LabelledCase> cases;
    Diagnostics problems;
    read_labelled(source.input, weighed(), cases, problems);
    CHECK(problems.all().size() == enough_problems);
}

TEST_CASE("half a character and controls are told without harm") {
    const std::string said = problem_of("{\"reply\": \"\xff\x1b[31m\", \"labels\": {\"fxing\": 1}}");
    CHECK(said.find('\x1b') == std::string::npos);
}
