// SPDX-License-Identifier: MIT
#include "practice/order.h"

#include <algorithm>
#include <bit>
#include <compare>
#include <span>
#include <utility>

#include "practice/dice.h"

namespace attune {
namespace {

// In the order in which they come.
enum class Group : std::uint8_t { due_and_missed, due, fresh, settled, not_due };

// Where a scenario stands in the order; smaller comes first.
struct Place {
    Group group = Group::fresh;
    int level = 0;    // of new ones
    int missed = 0;   // of new ones: 0 when it tempts into a pattern that was missed of late
    Instant due = 0;  // of known ones

    auto operator<=>(const Place&) const = default;
};

Place place_of(const Scenario& scenario, std::size_t index, const Mastery* mastery) {
    Place place{Group::fresh, scenario.level, 1, 0};
    if (mastery == nullptr) return place;
    const Standing& standing = mastery->scenario(index);
    if (standing.known()) {
        const bool now = standing.is_due(mastery->now());
        const Group group = !now ? Group::not_due : standing.failed ? Group::due_and_missed : Group::due;
        return {group, 0, 0, standing.due};
    }
    bool all_settled = scenario.tempts != 0;
    for (std::size_t pattern = 0; scenario.tempts >> pattern != 0; ++pattern) {
        if ((scenario.tempts >> pattern & 1U) == 0) continue;
        const Standing& known = mastery->pattern(pattern);
        if (known.failed) place.missed = 0;
        all_settled = all_settled && known.mastered && !known.is_due(mastery->now());
    }
    if (all_settled) place.group = Group::settled;
    return place;
}

// Lays [begin, end) so that each shares as few patterns with the one before it as can be had without looking
// back; of equals the first in order.
void interleave(std::span<std::uint32_t> order, std::uint32_t& before, std::span<const Scenario> scenarios) {
    for (std::size_t at = 0; at < order.size(); ++at) {
        const auto shared = [&](std::uint32_t one) { return std::popcount(scenarios[one].tempts & before); };
        const auto rest = order.subspan(at);
        const auto best = std::min_element(rest.begin(), rest.end(), [&](std::uint32_t a, std::uint32_t b) {
            return shared(a) < shared(b);
        });
        std::rotate(rest.begin(), best, best + 1);
        before = scenarios[order[at]].tempts;
    }
}

}  // namespace

std::vector<std::uint32_t> order_scenarios(const Knowledge& knowledge, const Choice& choice) {
    const auto decks = knowledge.decks();
    const auto scenarios = knowledge.scenarios();
    const auto fits = [&](const Scenario& scenario) {
        return (!choice.level || scenario.level == *choice.level) &&
               (!choice.focus || (scenario.tempts >> *choice.focus & 1U) != 0);
    };
    std::vector<std::uint32_t> order;
    for (std::size_t d = 0; d < decks.size(); ++d) {
        if (choice.deck ? *choice.deck != d : decks[d].heavy != 0) continue;
        for (std::uint32_t s = decks[d].first; s < decks[d].last; ++s)
            if (fits(scenarios[s])) order.push_back(s);
    }
    Dice(choice.seed).shuffle(order);

    std::vector<Place> places(scenarios.size());
    for (const std::uint32_t s : order) places[s] = place_of(scenarios[s], s, choice.mastery);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return places[a] < places[b]; });

    std::uint32_t before = 0;
    for (std::size_t begin = 0; begin < order.size();) {
        const Place& first = places[order[begin]];
        std::size_t end = begin;
        while (end < order.size() && places[order[end]].group == first.group &&
               places[order[end]].level == first.level && places[order[end]].missed == first.missed)
            ++end;
        // What is not due keeps the order in which it will be.
        if (first.group != Group::not_due)
            interleave(std::span(order).subspan(begin, end - begin), before, scenarios);
        begin = end;
    }
    return order;
}

}  // namespace attune
