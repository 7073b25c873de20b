// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "packs/small_pack.h"

using namespace attune::testing;

namespace {

std::string problems_of_format(const std::string& format) {
    return problems_of(
        small_pack_with("lexicon/extra.yaml", "format: " + format + "\nclasses:\n  extra: [one, two]\n"));
}

}  // namespace

TEST_CASE("a file may say the format it is written in") {
    CHECK(problems_of_format("1") == "");
}

TEST_CASE("a file of a newer format is not read any further, and told") {
    CHECK(problems_of(small_pack_with("lexicon/extra.yaml", "format: 2\nmoods: {glad: [happy]}\n")) ==
          "lexicon/extra.yaml:1:9: error: this file is of format 2, and this attune reads format 1\n"
          "1 | format: 2\n"
          "  |         ^ help: a newer attune reads it\n");
}

TEST_CASE("a format that is none is told") {
    CHECK(problems_of_format("one").find("lexicon/extra.yaml:1:9: error: `format` should be a number") == 0);
    CHECK(problems_of_format("0").find("lexicon/extra.yaml:1:9: error: `format` is out of range") == 0);
    CHECK(problems_of_format("1.5").find("`format` should be a whole number") != std::string::npos);
    CHECK(problems_of_format("\"1\"").find("`format` should be a number") != std::string::npos);
}
