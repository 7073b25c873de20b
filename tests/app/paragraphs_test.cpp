// SPDX-License-Identifier: MIT
#include "app/paragraphs.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "app/text_input.h"

using namespace attune;

namespace {

std::vector<std::pair<std::uint64_t, std::string>> cut(std::string_view text,
                                                       std::size_t longest = Paragraphs::longest) {
    testing::TextInput source(text);
    Paragraphs paragraphs(source.input, longest);
    std::vector<std::pair<std::uint64_t, std::string>> all;
    while (const auto paragraph = paragraphs.next()) all.emplace_back(paragraph->line, paragraph->text);
    return all;
}

using Cut = std::vector<std::pair<std::uint64_t, std::string>>;

}  // namespace

TEST_CASE("a blank line ends a paragraph, and its line is known") {
    CHECK(cut("one\ntwo\n\nthree\n") == Cut{{1, "one\ntwo"}, {4, "three"}});
    CHECK(cut("\n \t\n\none\n\n\n\ntwo") == Cut{{4, "one"}, {8, "two"}});
    CHECK(cut("one\r\n\r\ntwo\r\n") == Cut{{1, "one"}, {3, "two"}});
    CHECK(cut("one\n   ") == Cut{{1, "one"}});
}

TEST_CASE("nothing but blanks holds no paragraph") {
    CHECK(cut("").empty());
    CHECK(cut("\n\n  \n").empty());
    CHECK(cut(std::string(5000, ' '), 1000).empty());
}

TEST_CASE("a byte order mark is no part of the text") {
    CHECK(cut("\xEF\xBB\xBFhello") == Cut{{1, "hello"}});
}

TEST_CASE("a paragraph that does not end is cut between code points") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "\xc3\xa9";
    const auto parts = cut(text, 33);
    std::string joined;
    for (const auto& [line, part] : parts) {
        CHECK(part.size() <= 33);
        CHECK(part.size() % 2 == 0);
        joined += part;
    }
    CHECK(joined == text);
}

TEST_CASE("paragraphs across block borders come out whole") {
    const std::string long_one(100'000, 'a'), other(70'000, 'b');
    CHECK(cut(long_one + "\n\n" + other) == Cut{{1, long_one}, {3, other}});
}
