// SPDX-License-Identifier: MIT
#include "app/ignore_marks.h"

#include <doctest/doctest.h>

#include "app/reply_place.h"
#include "coach/coach.h"
#include "coach/shipped.h"
#include "text/utf8.h"

using namespace attune;
using attune::testing::shipped;

namespace {

// The words of the flagged findings that the marks in `text` leave.
std::vector<std::string> left_in(std::string_view text) {
    IgnoreMarks marks(shipped());
    const std::string_view reply = marks.read(text);
    Coach coach(shipped());
    Reading reading;
    coach.read({std::nullopt, reply}, reading);
    std::vector<std::string> left;
    for (const Finding& finding : reading.findings)
        if (finding.confidence >= 0.5F && !marks.silence(finding))
            left.emplace_back(words_of(finding, reply).of(reply));
    return left;
}

IgnoreMark only_mark(std::string_view text) {
    IgnoreMarks marks(shipped());
    static_cast<void>(marks.read(text));
    REQUIRE(marks.all().size() == 1);
    return marks.all().front();
}

std::size_t mark_count(std::string_view text) {
    IgnoreMarks marks(shipped());
    static_cast<void>(marks.read(text));
    return marks.all().size();
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("without a mark everything is told, and the text is not touched") {
    const std::string_view text = "You should rest.\nIt could be worse.";
    IgnoreMarks marks(shipped());
    CHECK(marks.read(text).data() == text.data());
    CHECK(left_in(text) == Words{"You should rest.", "It could be worse."});
}

TEST_CASE("a mark silences what stands on its line, in Markdown and behind # or //") {
    for (const char* mark : {"<!-- attune:ignore -->", "# attune:ignore", "// attune:ignore",
                             "<!--attune:ignore-->", "<!-- attune:ignore fixing -->",
                             "# attune:ignore fixing.direct", "# attune:ignore fixing.direct.you-should"}) {
        CAPTURE(mark);
        CHECK(left_in("You should rest.  " + std::string(mark) + "\nIt could be worse.") ==
              Words{"It could be worse."});
    }
}

TEST_CASE("a mark for one pattern leaves the others") {
    CHECK(left_in("You should rest. # attune:ignore minimizing") == Words{"You should rest."});
    CHECK(left_in("You should rest. It could be worse. # attune:ignore minimizing") ==
          Words{"You should rest."});
    CHECK(left_in("You should rest. It could be worse. # attune:ignore minimizing, fixing").empty());
}

TEST_CASE("a mark on a line of its own speaks for the whole reply") {
    CHECK(left_in("attune:ignore fixing\nYou should rest.\nIt could be worse.") ==
          Words{"It could be worse."});
    CHECK(left_in("You should rest.\n  <!-- attune:ignore -->\nIt could be worse.").empty());
}

TEST_CASE("words behind the mark go on being read, and its reason is none") {
    CHECK(left_in("I hear you. <!-- attune:ignore judging --> You should rest.") ==
          Words{"You should rest."});
    const IgnoreMark mark = only_mark("You should rest. # attune:ignore fixing -- you should see why");
    CHECK(mark.names.size() == 1);
    CHECK(mark.unknown.empty());
    CHECK(left_in("I hear you. # attune:ignore fixing -- you should rest").empty());
}

TEST_CASE("a name that nothing bears is kept to be told, and silences nothing") {
    const IgnoreMark mark = only_mark("You should rest. # attune:ignore fixin");
    CHECK(mark.unknown == Words{"fixin"});
    CHECK(!mark.of_all);
    CHECK(left_in("You should rest. # attune:ignore fixin") == Words{"You should rest."});
}

TEST_CASE("what only speaks of the mark is none") {
    CHECK(mark_count("We write attune:ignore behind it.") == 0);
    CHECK(mark_count("# attune:ignored") == 0);
    CHECK(mark_count("<!-- attune:ignore") == 0);
    CHECK(mark_count("xattune:ignore") == 0);
}

TEST_CASE("offsets hold whatever letters a mark is written with") {
    const std::string text = "Oh. <!-- attune:ignore judging -- für später, 你好 😀 --> You should rest.";
    IgnoreMarks marks(shipped());
    const std::string_view left = marks.read(text);
    CHECK(left.size() == text.size());
    CHECK(count_code_points(left) == count_code_points(text));
    CHECK(left.find("You should rest.") == text.find("You should rest."));
    CHECK(left.find("attune") == std::string_view::npos);
}

TEST_CASE("a mark knows its row, and whether it was of use") {
    IgnoreMarks marks(shipped());
    const std::string_view reply = marks.read("I hear you.\nYou should rest. # attune:ignore judging");
    REQUIRE(marks.all().size() == 1);
    CHECK(marks.all()[0].row == 1);
    Coach coach(shipped());
    Reading reading;
    coach.read({std::nullopt, reply}, reading);
    for (const Finding& finding : reading.findings) marks.silence(finding);
    CHECK(!marks.all()[0].used);
}
