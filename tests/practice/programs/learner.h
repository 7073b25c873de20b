// SPDX-License-Identifier: MIT
//
// Somebody who practises for thirty days, played by a few numbers: what they fall into, how fast the feedback
// reaches them, and the days on which they come. What they write are plain sentences that the engine reads as
// it reads anybody's; how they land is decided there and nowhere else.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "practice/history.h"
#include "practice/mastery.h"
#include "practice/session.h"

namespace attune::simulation {

inline constexpr int days = 30, moments_a_day = 10;
inline constexpr Instant first_day = 1'700'000'000;

struct Habits {
    std::string_view name, about;
    std::map<std::string_view, double>
        falls_into;                 // by pattern: how likely at first, where the scenario tempts
    double learns = 0;              // how much of that each miss with its feedback takes away
    double tries_again = .8;        // how likely a second draft follows the advice
    std::set<int> stays_away = {};  // days from 0
};

std::vector<Habits> all_habits();

// A day as it went.
struct Day {
    int number = 0;
    std::vector<std::uint32_t> scenarios;       // in the order in which they came
    std::vector<std::uint32_t> due_after_miss;  // before the day
    int due = 0;
    int drafts = 0, landed_at_first = 0, repaired = 0;
    int fresh = 0;             // scenarios that were new
    int patterns_settled = 0;  // after the day
};

struct Course {
    std::vector<Day> days;  // those with practice
    std::vector<Attempt> attempts;
};

// The same habits give the same course.
Course practise(Coach& coach, const Habits& habits);

}  // namespace attune::simulation
