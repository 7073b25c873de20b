// SPDX-License-Identifier: MIT
//
// The bootstrap needs no list of cases. Drawing n cases with replacement and counting the four outcomes is
// one draw from a multinomial, which is three draws from binomials: the outcomes are taken off one after the
// other. So an interval costs the same for a hundred cases and for a million.
#include "score/agreement.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace attune {
namespace {

double ratio(std::uint64_t part, std::uint64_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

using Generator = std::mt19937_64;

// How many of `draws` fall on an outcome that `part` of `whole` cases have.
std::uint64_t draw(Generator& generator, std::uint64_t draws, std::uint64_t part, std::uint64_t whole) {
    if (draws == 0 || part == 0) return 0;
    if (part == whole) return draws;
    std::binomial_distribution<std::int64_t> binomial(static_cast<std::int64_t>(draws), ratio(part, whole));
    return static_cast<std::uint64_t>(binomial(generator));
}

Counts resample(Generator& generator, const Counts& counts) {
    std::uint64_t draws = counts.cases(), whole = draws;
    Counts out;
    const auto take = [&](std::uint64_t part) {
        const std::uint64_t taken = draw(generator, draws, part, whole);
        draws -= taken;
        whole -= part;
        return taken;
    };
    out.right = take(counts.right);
    out.wrong = take(counts.wrong);
    out.missed = take(counts.missed);
    out.quiet = draws;
    return out;
}

// Each value's rank from 1, the mean of its places where several are equal.
std::vector<double> ranks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> rank(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) ++last;
        const double mean = static_cast<double>(first + last) / 2 + 1;
        for (; first <= last; ++first) rank[order[first]] = mean;
    }
    return rank;
}

}  // namespace

void Counts::add(bool labelled, bool said) {
    ++(labelled ? (said ? right : missed) : (said ? wrong : quiet));
}

double Counts::precision() const {
    return ratio(right, said());
}

double Counts::recall() const {
    return ratio(right, labelled());
}

double Counts::f1() const {
    return ratio(2 * right, 2 * right + wrong + missed);
}

Interval f1_interval(const Counts& counts, const Resampling& resampling) {
    if (resampling.times == 0) return {counts.f1(), counts.f1()};
    Generator generator(resampling.seed);
    std::vector<double> drawn(resampling.times);
    for (double& value : drawn) value = resample(generator, counts).f1();
    std::sort(drawn.begin(), drawn.end());
    const std::size_t cut = resampling.times / 40;  // 2.5 % at either end
    return {drawn[cut], drawn[resampling.times - 1 - cut]};
}

std::optional<double> spearman(std::span<const double> left, std::span<const double> right) {
    const std::size_t n = left.size();
    if (n < 3) return std::nullopt;
    const std::vector<double> a = ranks(left), b = ranks(right);
    const double mean = static_cast<double>(n + 1) / 2;
    double together = 0, square_a = 0, square_b = 0;
    for (std::size_t i = 0; i < n; ++i) {
        together += (a[i] - mean) * (b[i] - mean);
        square_a += (a[i] - mean) * (a[i] - mean);
        square_b += (b[i] - mean) * (b[i] - mean);
    }
    if (square_a <= 0 || square_b <= 0) return std::nullopt;
    return together / std::sqrt(square_a * square_b);
}

}  // namespace attune
