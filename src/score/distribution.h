// SPDX-License-Identifier: MIT
//
// How a whole number from 0 to 100 is spread over many sessions. Kept as a count for each value: exact, of
// fixed size, and the sum of two is that of both.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace attune {

class Distribution {
  public:
    static constexpr std::size_t values = 101;

    void add(int value, std::uint64_t times = 1);

    [[nodiscard]] std::uint64_t count() const { return count_; }
    [[nodiscard]] std::uint64_t sum() const { return sum_; }
    [[nodiscard]] std::uint64_t at(std::size_t value) const { return counts_[value]; }
    // These need a count above 0. Quantiles are values that occur: the lowest with at least `share` of all at
    // or below it.
    [[nodiscard]] double mean() const { return static_cast<double>(sum_) / static_cast<double>(count_); }
    [[nodiscard]] int quantile(double share) const;
    [[nodiscard]] int lowest() const { return quantile(0); }
    [[nodiscard]] int highest() const { return quantile(1); }

  private:
    std::array<std::uint64_t, values> counts_{};
    std::uint64_t count_ = 0, sum_ = 0;
};

}  // namespace attune
