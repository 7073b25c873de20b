// SPDX-License-Identifier: MIT
#include "score/agreement.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace attune;
using doctest::Approx;

namespace {

Counts counts(std::uint64_t right, std::uint64_t wrong, std::uint64_t missed, std::uint64_t quiet) {
    return {right, wrong, missed, quiet};
}

std::optional<double> rho(std::vector<double> left, std::vector<double> right) {
    return spearman(left, right);
}

}  // namespace

TEST_CASE("each case falls into one of four counts") {
    Counts all;
    all.add(true, true);
    all.add(true, false);
    all.add(false, true);
    all.add(false, false);
    all.add(false, false);
    CHECK(all.right == 1);
    CHECK(all.missed == 1);
    CHECK(all.wrong == 1);
    CHECK(all.quiet == 2);
    CHECK(all.cases() == 5);
}

TEST_CASE("precision is over what was said, recall over what was labelled") {
    const Counts c = counts(6, 2, 4, 88);
    CHECK(c.precision() == Approx(0.75));
    CHECK(c.recall() == Approx(0.6));
    CHECK(c.f1() == Approx(2 * 0.75 * 0.6 / 1.35));
}

TEST_CASE("where nothing can be divided, figures are 0") {
    CHECK(Counts{}.f1() == 0);
    CHECK(Counts{}.precision() == 0);
    CHECK(counts(0, 3, 0, 9).recall() == 0);
    CHECK(f1_interval(Counts{}).high == 0);
}

TEST_CASE("an interval holds its figure, and narrows with more cases") {
    const Counts few = counts(6, 2, 4, 28), many = counts(600, 200, 400, 2800);
    const Interval wide = f1_interval(few), narrow = f1_interval(many);
    CHECK(wide.low < few.f1());
    CHECK(few.f1() < wide.high);
    CHECK(narrow.low < many.f1());
    CHECK(many.f1() < narrow.high);
    CHECK(narrow.high - narrow.low < (wide.high - wide.low) / 5);
}

TEST_CASE("an interval is as wide as the spread of F1 says") {
    // With no wrong ones and none quiet, F1 = 2r / (r + n) of r ~ binomial(n, p): n = 400, p = 0.5 puts 95 %
    // of r within 200 ± 19.6.
    const Interval interval = f1_interval(counts(200, 0, 200, 0), {4000, 7});
    CHECK(interval.low == Approx(2 * 180.4 / 580.4).epsilon(0.01));
    CHECK(interval.high == Approx(2 * 219.6 / 619.6).epsilon(0.01));
}

TEST_CASE("the same seed gives the same interval, another seed another") {
    const Counts c = counts(40, 12, 30, 500);
    CHECK(f1_interval(c, {200, 3}).low == f1_interval(c, {200, 3}).low);
    CHECK(f1_interval(c, {200, 3}).low != f1_interval(c, {200, 4}).low);
}

TEST_CASE("what is right throughout has no spread") {
    const Interval interval = f1_interval(counts(5, 0, 0, 0));
    CHECK(interval.low == 1);
    CHECK(interval.high == 1);
}

TEST_CASE("rank correlation looks at order alone") {
    CHECK(*rho({1, 2, 3, 4}, {10, 200, 3000, 3001}) == Approx(1));
    CHECK(*rho({1, 2, 3, 4}, {9, 5, 4, -8}) == Approx(-1));
    CHECK(*rho({1, 2, 3, 4, 5}, {2, 1, 4, 3, 5}) == Approx(0.8));
}

TEST_CASE("equal values share their mean rank") {
    // Ranks 1.5 1.5 3 4 against 1 2 3 4.
    CHECK(*rho({7, 7, 8, 9}, {1, 2, 3, 4}) == Approx(4.5 / std::sqrt(4.5 * 5)));
}

TEST_CASE("there is no correlation without spread or with too few") {
    CHECK_FALSE(rho({1, 2}, {2, 1}));
    CHECK_FALSE(rho({3, 3, 3}, {1, 2, 3}));
    CHECK_FALSE(rho({}, {}));
}
