// SPDX-License-Identifier: MIT
#include "score/distribution.h"

#include <algorithm>
#include <cmath>

namespace attune {

void Distribution::add(int value, std::uint64_t times) {
    const int held = std::clamp(value, 0, static_cast<int>(values) - 1);
    counts_[static_cast<std::size_t>(held)] += times;
    count_ += times;
    sum_ += static_cast<std::uint64_t>(held) * times;
}

int Distribution::quantile(double share) const {
    const auto wanted = std::max<std::uint64_t>(
        1, static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_))));
    std::uint64_t seen = 0;
    for (std::size_t value = 0; value < values; ++value) {
        seen += counts_[value];
        if (seen >= wanted) return static_cast<int>(value);
    }
    return static_cast<int>(values) - 1;
}

}  // namespace attune
