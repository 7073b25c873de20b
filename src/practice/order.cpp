// SPDX-License-Identifier: MIT
#include "practice/order.h"

#include <algorithm>
#include <utility>

namespace attune {
namespace {

// SplitMix64 (Steele, Lea, Flood 2014). The standard library's shuffles differ from one implementation to
// another.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    // Below `bound`; the bias is far under what a deck of cards could show.
    std::size_t below(std::size_t bound) {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return static_cast<std::size_t>((z ^ (z >> 31)) % bound);
    }

  private:
    std::uint64_t state_;
};

}  // namespace

std::vector<std::uint32_t> order_scenarios(const Knowledge& knowledge, const Choice& choice) {
    const auto decks = knowledge.decks();
    const auto scenarios = knowledge.scenarios();
    std::vector<std::uint32_t> order;
    for (std::size_t d = 0; d < decks.size(); ++d) {
        if (choice.deck ? *choice.deck != d : decks[d].heavy != 0) continue;
        for (std::uint32_t s = decks[d].first; s < decks[d].last; ++s)
            if (!choice.level || scenarios[s].level == *choice.level) order.push_back(s);
    }
    Dice dice(choice.seed);
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[dice.below(i)]);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return scenarios[a].level < scenarios[b].level;
    });
    return order;
}

}  // namespace attune
