// SPDX-License-Identifier: MIT
#include "core/diagnostics.h"

#include <doctest/doctest.h>

using namespace attune;

TEST_CASE("a problem is printed with its line, a caret and the cure") {
    Diagnostics problems;
    problems.add({Gravity::error,
                  {"data/patterns/fixing.yaml", 12, 5},
                  6,
                  "unknown key `weigth`",
                  "did you mean `weight`?",
                  "    weigth: 0.4"});
    CHECK(problems.failed());
    CHECK(problems.render() ==
          "data/patterns/fixing.yaml:12:5: error: unknown key `weigth`\n"
          "12 |     weigth: 0.4\n"
          "   |     ^^^^^^ help: did you mean `weight`?\n");
}

TEST_CASE("problems are printed in the order of files and lines") {
    Diagnostics problems;
    problems.add({Gravity::error, {"b.yaml", 1, 1}, 1, "third", "", "x"});
    problems.add({Gravity::error, {"a.yaml", 9, 1}, 1, "second", "", "x"});
    problems.add({Gravity::warning, {"a.yaml", 0, 0}, 1, "first", "look again", ""});
    CHECK(problems.render() ==
          "a.yaml: warning: first\n"
          "  help: look again\n"
          "a.yaml:9:1: error: second\n"
          "9 | x\n"
          "  | ^\n"
          "b.yaml:1:1: error: third\n"
          "1 | x\n"
          "  | ^\n");
}

TEST_CASE("warnings alone do not fail a load") {
    Diagnostics problems;
    problems.add({Gravity::warning, {"a.yaml", 1, 1}, 1, "hm", "", "x"});
    CHECK_FALSE(problems.failed());
}

TEST_CASE("the caret stands under its words after tabs and letters of several bytes") {
    Diagnostics problems;
    problems.add({Gravity::error, {"a.yaml", 3, 7}, 4, "wrong", "", "\tnaïf: wörd"});
    CHECK(problems.render() ==
          "a.yaml:3:7: error: wrong\n"
          "3 | \tnaïf: wörd\n"
          "  | \t     ^^^^\n");
}

TEST_CASE("a caret never runs past its line") {
    Diagnostics problems;
    problems.add({Gravity::error, {"a.yaml", 1, 4}, 90, "wrong", "", "abcdef"});
    problems.add({Gravity::error, {"a.yaml", 2, 90}, 2, "missing", "", "abc"});
    CHECK(problems.render() ==
          "a.yaml:1:4: error: wrong\n"
          "1 | abcdef\n"
          "  |    ^^^\n"
          "a.yaml:2:90: error: missing\n"
          "2 | abc\n"
          "  |    ^\n");
}

TEST_CASE("of a very long line only the part around the caret is shown") {
    Diagnostics problems;
    problems.add({Gravity::error,
                  {"a.yaml", 1, 1001},
                  3,
                  "wrong",
                  "",
                  std::string(1000, 'a') + "bad" + std::string(1000, 'c')});
    CHECK(problems.render() ==
          "a.yaml:1:1001: error: wrong\n"
          "1 | …" +
              std::string(80, 'a') + "bad" + std::string(77, 'c') + "…\n" + "  |  " + std::string(80, ' ') +
              "^^^\n");
}
