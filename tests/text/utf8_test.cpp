// SPDX-License-Identifier: MIT
#include "text/utf8.h"

#include <doctest/doctest.h>

using namespace attune;

TEST_CASE("code points of every length are decoded") {
    CHECK(decode_utf8("a", 0).value == U'a');
    CHECK(decode_utf8("é", 0).value == U'é');
    CHECK(decode_utf8("€", 0).value == U'€');
    CHECK(decode_utf8("😢", 0).value == U'😢');
    CHECK(decode_utf8("😢", 0).size == 4);
    CHECK(decode_utf8("", 0).size == 0);
}

TEST_CASE("bytes that are not UTF-8 count as one each and never stop the reader") {
    for (const char* text : {"\xFF", "\xC0\x80", "\xE2\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80"}) {
        const CodePoint c = decode_utf8(text, 0);
        CHECK_FALSE(c.valid);
        CHECK(c.size == 1);
    }
    CHECK(count_code_points("a\xFF\xFF€") == 4);
    CHECK(valid_utf8("a\xFF€") == "a\xEF\xBF\xBD€");
}

TEST_CASE("byte offsets become code point offsets in rising order") {
    CodePointCounter counter("né😢x");
    CHECK(counter.at(0) == 0);
    CHECK(counter.at(1) == 1);
    CHECK(counter.at(3) == 2);
    CHECK(counter.at(7) == 3);
    CHECK(counter.at(8) == 4);
}

TEST_CASE("what is printed cannot steer the terminal") {
    CHECK(printable("a\x1b[31mred") == "a␛[31mred");
    CHECK(printable("tab\tline\n") == "tab\tline\n");
    CHECK(printable("x\xE2\x80\xAEy") == "x\xEF\xBF\xBDy");  // right-to-left override
    CHECK(printable("\x7F") == "␡");
}

TEST_CASE("wide and combining characters take the columns a terminal gives them") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("日本") == 4);
    CHECK(display_width("e\xCC\x81") == 1);
}

TEST_CASE("capitals are lowered beyond ASCII too") {
    CHECK(to_lower("ÉCOLE Straße") == "école straße");
}
