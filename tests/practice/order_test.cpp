// SPDX-License-Identifier: MIT
#include "practice/order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <set>

#include "practice/attempts.h"

using namespace attune;
using namespace attune::testing;

namespace {

constexpr Instant start = 1'700'000'000;

std::vector<std::uint32_t> order_after(const std::vector<Attempt>& attempts, Instant now,
                                       Choice choice = {}) {
    const Mastery mastery(shipped(), attempts, now);
    choice.mastery = &mastery;
    return order_scenarios(shipped(), choice);
}

}  // namespace

TEST_CASE("what was missed and is due comes first, then what else is due, then new moments, then the rest") {
    const auto usual = order_scenarios(shipped(), {});
    const std::uint32_t missed = usual[40], met = usual[30], resting = usual[0];
    const auto order =
        order_after({attempt_at(met, start, Landing::met), attempt_at(missed, start + 60, Landing::missed),
                     attempt_at(resting, start + one_day, Landing::met)},
                    start + one_day + 60);
    CHECK(order[0] == missed);
    CHECK(order[1] == met);
    CHECK(order.back() == resting);
    CHECK(std::set(order.begin(), order.end()) == std::set(usual.begin(), usual.end()));
}

TEST_CASE("nothing that is due is due before its day") {
    const auto usual = order_scenarios(shipped(), {});
    const auto order = order_after({attempt_at(usual[0], start, Landing::missed)}, start + 3600);
    CHECK(order.back() == usual[0]);
}

TEST_CASE("of new moments of one level those come first that tempt into what was missed of late") {
    const std::size_t defending = *shipped().pattern("defensiveness");
    const auto scenarios = shipped().scenarios();
    const auto usual = order_scenarios(shipped(), {});
    const auto tempting = *std::find_if(usual.begin(), usual.end(), [&](std::uint32_t s) {
        return (scenarios[s].tempts >> defending & 1U) != 0;
    });
    const auto order =
        order_after({attempt_at(tempting, start, Landing::missed, {"defensiveness"})}, start + 60);
    // Others of the same level may lie between, to part neighbours; the group as a whole comes first.
    const auto level_end =
        std::find_if(order.begin(), order.end(), [&](auto s) { return scenarios[s].level != 1; });
    const auto first_other = std::find_if(
        order.begin(), level_end, [&](auto s) { return (scenarios[s].tempts >> defending & 1U) == 0; });
    CHECK(first_other != order.begin());
    CHECK(std::none_of(first_other, level_end, [&](auto s) {
        return (scenarios[s].tempts >> defending & 1U) != 0 && s != tempting;
    }));
}

TEST_CASE("what only tempts into settled patterns comes after other new moments") {
    const auto scenarios = shipped().scenarios();
    const auto usual = order_scenarios(shipped(), {});
    const std::uint32_t practised = usual[0];
    const std::uint32_t settled = scenarios[practised].tempts;
    std::vector<Attempt> attempts;
    for (const Instant days : {0, 1, 4, 11})
        attempts.push_back(attempt_at(practised, start + days * one_day, Landing::met));
    const auto order = order_after(attempts, start + 11 * one_day + 60);
    const auto is_settled = [&](std::uint32_t s) { return (scenarios[s].tempts & ~settled) == 0; };
    const auto first = std::find_if(order.begin(), order.end(), is_settled);
    CHECK(std::all_of(first, order.end(), is_settled));
    CHECK(order.end() - first > 2);
    // Once these are due themselves, they are mixed in again.
    const auto later = order_after(attempts, start + 40 * one_day);
    CHECK_FALSE(
        std::all_of(std::find_if(later.begin() + 1, later.end(), is_settled), later.end(), is_settled));
}

TEST_CASE("neighbours tempt into the same patterns less often than chance has it") {
    const auto scenarios = shipped().scenarios();
    const auto shared_in = [&](const std::vector<std::uint32_t>& order) {
        int shared = 0;
        for (std::size_t i = 1; i < order.size(); ++i)
            shared += std::popcount(scenarios[order[i]].tempts & scenarios[order[i - 1]].tempts);
        return shared;
    };
    const auto order = order_scenarios(shipped(), {});
    auto unmixed = order;
    std::sort(unmixed.begin(), unmixed.end());
    CHECK(shared_in(order) * 4 < shared_in(unmixed) * 3);
}

TEST_CASE("a focus keeps to scenarios that tempt into it, and leaves heavy decks out") {
    Choice choice;
    choice.focus = *shipped().pattern("minimizing");
    const auto order = order_scenarios(shipped(), choice);
    REQUIRE_FALSE(order.empty());
    for (const auto s : order) {
        CHECK((shipped().scenarios()[s].tempts >> *choice.focus & 1U) != 0);
        for (const Deck& deck : shipped().decks())
            if (deck.heavy != 0) CHECK_FALSE((deck.first <= s && s < deck.last));
    }
}

TEST_CASE("the same history and seed give the same order") {
    const auto usual = order_scenarios(shipped(), {});
    const std::vector<Attempt> attempts = {attempt_at(usual[3], start, Landing::missed),
                                           attempt_at(usual[9], start, Landing::met)};
    Choice choice;
    choice.seed = 5;
    CHECK(order_after(attempts, start + 2 * one_day, choice) ==
          order_after(attempts, start + 2 * one_day, choice));
}
