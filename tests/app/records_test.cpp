// SPDX-License-Identifier: MIT
#include "app/records.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "app/json_lines.h"
#include "app/text_input.h"

using namespace attune;

namespace {

// Each record in one line, for comparing.
std::vector<std::string> read_all(std::string_view text) {
    testing::TextInput source(text);
    Records records(source.input);
    std::vector<std::string> all;
    Record record;
    while (records.next(record)) {
        std::string shown = std::to_string(record.line) + " " + std::string(record.id) + " | ";
        if (!record.error.empty())
            shown += "error: " + record.error;
        else
            shown += std::string(record.statement.value_or("-")) + " | " + std::string(record.reply);
        all.push_back(shown);
    }
    return all;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("records are read in any order of their fields, others are passed over") {
    CHECK(read_all("{\"id\": \"7\", \"statement\": \"I failed.\", \"reply\": \"Oh no.\"}\n"
                   "{\"reply\": \"Hm\", \"tags\": [1, {\"reply\": \"no\"}], \"id\": 12}\n"
                   "\n"
                   "{\"reply\": \"\", \"statement\": null}") ==
          Lines{"1 \"7\" | I failed. | Oh no.", "2 12 | - | Hm", "4  | - | "});
}

TEST_CASE("an id is kept as it came") {
    CHECK(read_all(R"({"id": 12345678901234567890123, "reply": "a"})") ==
          Lines{"1 12345678901234567890123 | - | a"});
    CHECK(read_all(R"({"id": "a\"\u00e9", "reply": "a"})") == Lines{"1 \"a\\\"\xc3\xa9\" | - | a"});
    CHECK(read_all(R"({"id": 1.50, "reply": "a"})") == Lines{"1 1.50 | - | a"});
    CHECK(read_all(R"({"id": null, "reply": "a"})") == read_all(R"({"reply": "a"})"));
}

TEST_CASE("a bad record is told apart and the rest is unharmed") {
    const auto lines = read_all(
        "{\"id\": 1, \"reply\": \"a\"}\n"
        "not json\n"
        "{\"id\": 2, \"reply\": 5}\n"
        "{\"id\": 3}\n"
        "[1, 2]\n"
        "{\"id\": [1], \"reply\": \"a\"}\n"
        "{\"reply\": \"a\"} {\"reply\": \"b\"}\n"
        "{\"reply\": \"a\n"
        "{\"id\": 9, \"reply\": \"z\"}\n");
    REQUIRE(lines.size() == 9);
    CHECK(lines[0] == "1 1 | - | a");
    CHECK(lines[1] == "2  | error: not a JSON object");
    CHECK(lines[2] == "3 2 | error: `reply` is not a string");
    CHECK(lines[3] == "4 3 | error: `reply` is missing");
    CHECK(lines[4] == "5  | error: not a JSON object");
    CHECK(lines[5] == "6  | error: `id` is neither a string nor a number");
    CHECK(lines[6] == "7  | error: something follows the object on its line");
    CHECK(lines[7].find("error: ") != std::string::npos);
    CHECK(lines[8] == "9 9 | - | z");
}

TEST_CASE("lone surrogates and bytes that are not UTF-8 are read as replacement characters") {
    CHECK(read_all(R"({"reply": "oh \ud83d no"})") == Lines{"1  | - | oh \xef\xbf\xbd no"});
    CHECK(read_all("{\"reply\": \"oh \xff no\"}") == Lines{"1  | - | oh \xef\xbf\xbd no"});
    CHECK(read_all("{\"reply\": \"a\", \"statement\": \"\\ude00\"}") == Lines{"1  | \xef\xbf\xbd | a"});
}

TEST_CASE("a line that is too long is told and passed over") {
    const std::string huge(JsonLines::longest + 1000, 'a');
    const auto lines = read_all("{\"reply\": \"" + huge + "\"}\n{\"reply\": \"b\"}\n");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "1  | error: the line is longer than 1 MiB");
    CHECK(lines[1] == "2  | - | b");
}

TEST_CASE("records across block borders come out whole") {
    std::string text;
    for (int i = 0; i < 20'000; ++i)
        text += "{\"id\": " + std::to_string(i) + ", \"reply\": \"" +
                std::string(static_cast<std::size_t>(i % 90), 'x') + "\"}\r\n";
    const auto lines = read_all(text);
    REQUIRE(lines.size() == 20'000);
    for (std::size_t i = 0; i < lines.size(); i += 997)
        CHECK(lines[i] ==
              std::to_string(i + 1) + " " + std::to_string(i) + " | - | " + std::string(i % 90, 'x'));
}

TEST_CASE("a byte order mark before the first record is passed over") {
    CHECK(read_all("\xEF\xBB\xBF{\"reply\": \"a\"}") == Lines{"1  | - | a"});
}
