// SPDX-License-Identifier: MIT
#include "app/csv_cell.h"

#include <doctest/doctest.h>

using attune::csv_cell;

TEST_CASE("a plain text is its own cell") {
    CHECK(csv_cell("") == "");
    CHECK(csv_cell("You should rest.") == "You should rest.");
    CHECK(csv_cell("it's") == "it's");
}

TEST_CASE("commas, quotation marks and breaks are kept inside a cell") {
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("she said \"no\"") == "\"she said \"\"no\"\"\"");
    CHECK(csv_cell("one\r\ntwo") == "\"one\r\ntwo\"");
}

TEST_CASE("what a spreadsheet would run is shown to be text") {
    for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠x"})
        CHECK(csv_cell(formula) == "'" + std::string(formula));
    CHECK(csv_cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    CHECK(csv_cell("\n=1") == "\"'\n=1\"");
    CHECK(csv_cell("\r=1") == "\"'\r=1\"");
}

TEST_CASE("bytes that are no text become U+FFFD in a cell") {
    CHECK(csv_cell("a\xFF") == "a\uFFFD");
}
