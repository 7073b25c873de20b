// SPDX-License-Identifier: MIT
#include "core/suggest.h"

#include <doctest/doctest.h>

#include <vector>

using namespace attune;

TEST_CASE("the nearest name is meant") {
    const std::vector<std::string> names = {"weight", "when", "why", "hits", "misses"};
    CHECK(did_you_mean("weigth", names) == "weight");  // two letters swapped
    CHECK(did_you_mean("wieght", names) == "weight");
    CHECK(did_you_mean("weights", names) == "weight");
    CHECK(did_you_mean("hit", names) == "hits");
    CHECK(did_you_mean("mises", names) == "misses");
}

TEST_CASE("nothing is meant when no name is near") {
    const std::vector<std::string> names = {"weight", "why"};
    CHECK(did_you_mean("colour", names) == "");
    CHECK(did_you_mean("", names) == "");
    CHECK(did_you_mean(std::string(100'000, 'w'), names) == "");
    CHECK(did_you_mean("weight", {}) == "");
}

TEST_CASE("of two equally near names the first is meant") {
    const std::vector<std::string> names = {"cat", "car"};
    CHECK(did_you_mean("caz", names) == "cat");
}
