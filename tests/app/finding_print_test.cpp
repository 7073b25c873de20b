// SPDX-License-Identifier: MIT
#include "app/finding_print.h"

#include <doctest/doctest.h>

using attune::finding_print;

TEST_CASE("a finding is known again however its words are wrapped") {
    const auto print = finding_print("fixing", "You should rest.");
    CHECK(print.size() == 16);
    CHECK(finding_print("fixing", "You  should\n   rest. ") == print);
    CHECK(finding_print("fixing", "\tYou should\r\nrest.") == print);
}

TEST_CASE("other words and other patterns are other findings") {
    const auto print = finding_print("fixing", "You should rest.");
    CHECK(finding_print("dictating", "You should rest.") != print);
    CHECK(finding_print("fixing", "You should rest") != print);
    CHECK(finding_print("fixing", "Youshould rest.") != print);
}

TEST_CASE("what a finding is known by stays the same from one version to the next") {
    CHECK(finding_print("", "") == "af63bd4c8601b7df");
    CHECK(finding_print("fixing", "You should rest.") == "e3a4f77f26fb235a");
}
