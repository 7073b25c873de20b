// SPDX-License-Identifier: MIT
//
// How far what was said agrees with what was labelled: precision, recall and F1 with an interval, and the
// rank correlation of two measures. Plain sums; nothing here knows what a label means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace attune {

// One label over many cases. Ratios are 0 where nothing can be divided.
struct Counts {
    std::uint64_t right = 0;   // labelled and said
    std::uint64_t wrong = 0;   // said, not labelled
    std::uint64_t missed = 0;  // labelled, not said
    std::uint64_t quiet = 0;   // neither

    void add(bool labelled, bool said);

    [[nodiscard]] std::uint64_t cases() const { return right + wrong + missed + quiet; }
    [[nodiscard]] std::uint64_t labelled() const { return right + missed; }
    [[nodiscard]] std::uint64_t said() const { return right + wrong; }
    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
};

struct Interval {
    double low = 0, high = 0;
};

// How an interval is made; told along with it.
struct Resampling {
    std::size_t times = 1000;
    std::uint64_t seed = 1;
};

// The middle 95 % of F1 when as many cases are drawn, with replacement, from those counted (percentile
// bootstrap). The same counts and seed give the same interval.
Interval f1_interval(const Counts& counts, const Resampling& resampling = {});

// Spearman's rank correlation, -1..1; values that are equal share their mean rank. Nothing when there are
// fewer than three pairs or one side does not vary. Both sides have the same size.
std::optional<double> spearman(std::span<const double> left, std::span<const double> right);

}  // namespace attune
