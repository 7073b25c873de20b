// SPDX-License-Identifier: MIT
//
// Cliff's delta is the chance that a session of the first group is above one of the second, less the chance
// that it is below. It asks nothing of how the scores are spread, and can be had from the two counts by
// value.
//
// Its interval is a percentile bootstrap (Efron): draw both groups anew, with replacement, a thousand times.
// Drawing n sessions from a group is drawing how many of them have each value, which takes a hundred draws
// from a binomial whatever n is: so the cost does not grow with the corpus. It takes sessions as independent;
// where one helper led many of them the true interval is wider.
#include "score/comparison.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace attune {
namespace {

constexpr std::size_t resamples = 1000;
constexpr std::uint64_t seed = 20260101;

double cliffs_delta(const Distribution& first, const Distribution& second) {
    double above = 0, below = 0;
    double second_lower = 0;  // sessions of the second group below the value at hand
    const double second_all = static_cast<double>(second.count());
    for (std::size_t value = 0; value < Distribution::values; ++value) {
        const double here = static_cast<double>(first.at(value));
        const double level = static_cast<double>(second.at(value));
        above += here * second_lower;
        below += here * (second_all - second_lower - level);
        second_lower += level;
    }
    return (above - below) / (static_cast<double>(first.count()) * second_all);
}

Distribution drawn_anew(const Distribution& from, std::mt19937_64& chance) {
    Distribution drawn;
    std::uint64_t to_draw = from.count();
    std::uint64_t left = from.count();  // sessions at or above the value at hand
    for (std::size_t value = 0; value < Distribution::values && to_draw > 0; ++value) {
        const std::uint64_t here = from.at(value);
        if (here == 0) continue;
        std::uint64_t times = to_draw;
        if (here < left) {
            std::binomial_distribution<std::int64_t> binomial(
                static_cast<std::int64_t>(to_draw), static_cast<double>(here) / static_cast<double>(left));
            times = static_cast<std::uint64_t>(binomial(chance));
        }
        drawn.add(static_cast<int>(value), times);
        to_draw -= times;
        left -= here;
    }
    return drawn;
}

Interval middle_of(std::array<double, resamples>& drawn) {
    std::sort(drawn.begin(), drawn.end());
    constexpr auto tail = resamples / 40;  // 2.5 %
    return {drawn[tail], drawn[resamples - 1 - tail]};
}

}  // namespace

std::optional<Comparison> compare(const Distribution& first, const Distribution& second) {
    if (first.count() < 2 || second.count() < 2) return std::nullopt;
    std::mt19937_64 chance(seed);
    std::array<double, resamples> deltas, differences;
    for (std::size_t i = 0; i < resamples; ++i) {
        const Distribution one = drawn_anew(first, chance), other = drawn_anew(second, chance);
        deltas[i] = cliffs_delta(one, other);
        differences[i] = one.mean() - other.mean();
    }
    Comparison result;
    result.delta = cliffs_delta(first, second);
    result.delta_interval = middle_of(deltas);
    result.difference = first.mean() - second.mean();
    result.difference_interval = middle_of(differences);
    return result;
}

std::string_view size_of_effect(double delta) {
    const double size = std::abs(delta);
    return size < 0.147 ? "negligible" : size < 0.33 ? "small" : size < 0.474 ? "medium" : "large";
}

}  // namespace attune
