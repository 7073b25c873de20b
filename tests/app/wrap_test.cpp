// SPDX-License-Identifier: MIT
#include "app/wrap.h"

#include <doctest/doctest.h>

#include "text/utf8.h"

using namespace attune;

namespace {

// Lines with their marks below, as a screen shows them.
std::string page(std::string_view text, std::vector<Span> marks, std::size_t width) {
    std::string out;
    for (const LaidLine& line : lay_out(text, marks, width, false)) {
        out += line.text + "\n";
        if (!line.marks.empty()) out += line.marks + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("marked words are underlined where they stand") {
    CHECK(page("At least you tried. Well.", {{0, 18}}, 40) ==
          "At least you tried. Well.\n"
          "~~~~~~~~~~~~~~~~~~\n");
}

TEST_CASE("a mark goes on in the next line") {
    CHECK(page("you should see a tutor now", {{4, 22}}, 12) ==
          "you should\n"
          "    ~~~~~~\n"
          "see a tutor\n"
          "~~~~~~~~~~~\n"
          "now\n");
}

TEST_CASE("marks that overlap are drawn as one") {
    CHECK(page("abcdef", {{2, 5}, {0, 3}}, 40) == "abcdef\n~~~~~\n");
}

TEST_CASE("the text's own line breaks stay, and a word wider than the line is split") {
    CHECK(page("a\n\nb", {}, 10) == "a\n\nb\n");
    CHECK(page("abcdefghij k", {}, 4) == "abcd\nefgh\nij k\n");
}

TEST_CASE("wide characters are underlined in full and never overflow the line") {
    CHECK(page("\xe6\xbc\xa2\xe5\xad\x97 ok", {{0, 6}}, 40) == "\xe6\xbc\xa2\xe5\xad\x97 ok\n~~~~\n");
    for (const LaidLine& line : lay_out("\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97", {}, 5, false))
        CHECK(display_width(line.text) <= 5);
}

TEST_CASE("no escape of the text reaches the screen") {
    const std::string text = page("ok \x1b[31mred\x07 \xe2\x80\xae", {}, 40);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\x07') == std::string::npos);
    CHECK(text.find("\xe2\x80\xae") == std::string::npos);
}

TEST_CASE("ink starts and ends on each line") {
    const std::vector<Span> marks{{0, 7}};
    const auto lines = lay_out("abc def", marks, 4, true);
    REQUIRE(lines.size() == 2);
    for (const LaidLine& line : lines) {
        CHECK(line.text.starts_with("\x1b["));
        CHECK(line.text.ends_with(ink_end));
        CHECK(line.marks.empty());
    }
}

TEST_CASE("a shortened text ends in an ellipsis and fits") {
    CHECK(shorten("short", 10) == "short");
    CHECK(shorten("exactly ten", 11) == "exactly ten");
    CHECK(shorten("a longer text than that", 10) == "a longer…");
    CHECK(shorten("two\nlines  here", 40) == "two lines here");
    CHECK(shorten("", 5).empty());
}

TEST_CASE("a hanging paragraph is indented from its second line on") {
    Screen screen;
    screen.width = 20;
    CHECK(hang("- ", "one two three four five", 2, screen) == "- one two three four\n  five\n");
}
