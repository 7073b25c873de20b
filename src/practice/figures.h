// SPDX-License-Identifier: MIT
//
// What a history shows: how often each pattern came up, week by week, what changed, and what is ready to come
// round again. Counts stand beside what they are out of. Only first drafts count, as in mastery.h. There is
// no count of days in a row here, on purpose.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "practice/history.h"
#include "practice/mastery.h"
#include "rules/knowledge.h"

namespace attune {

struct Share {
    int part = 0, whole = 0;

    // 0..100, rounded; nothing where there is nothing to share.
    [[nodiscard]] std::optional<int> percent() const;
    bool operator==(const Share&) const = default;
};

// How two shares differ, where there is enough to tell.
enum class Change : std::uint8_t { unknown, less, same, more };

struct PatternFigures {
    std::size_t pattern = 0;   // index into Knowledge::patterns()
    Share all;                 // moments in which it came up, of those that invite it
    std::vector<Share> weeks;  // by week, oldest first
    Share at_first, lately;    // the first and the last moments, ten at most, none in both
    Change change = Change::unknown;
    Standing standing;
};

struct MoveFigures {
    std::size_t move = 0;  // index into Knowledge::moves()
    Share all;             // first drafts that carry it
    Share at_first, lately;
    Change change = Change::unknown;
};

// The first draft at a scenario and the newest one, where texts are kept and the two landed differently.
struct ThenAndNow {
    std::string scenario, statement, then, now;
    Instant then_at = 0, now_at = 0;
};

struct PracticeFigures {
    static constexpr std::size_t most_weeks = 12;
    static constexpr Instant one_week = 7 * one_day;

    Instant now = 0;
    int drafts = 0;                        // all, retries too
    int repairs = 0;                       // misses that were mended
    Share landed;                          // first drafts that landed
    std::vector<Share> weeks;              // the same by week, oldest first; the last one ends now
    std::vector<PatternFigures> patterns;  // those that some moment invited, in the order of the codebook
    std::vector<MoveFigures> moves;        // those that were made
    int scenarios_seen = 0, scenarios_settled = 0;
    int due = 0, due_after_miss = 0;  // scenarios
    // Due, not settled and missed of late; the most often missed first.
    std::vector<std::size_t> due_patterns;
    std::optional<ThenAndNow> then_and_now;
    std::vector<Checkin> checkins;  // those that were kept, oldest first

    [[nodiscard]] bool empty() const { return drafts == 0 && checkins.empty(); }
    // When week `index` of `weeks` begins.
    [[nodiscard]] Instant week_begin(std::size_t index) const {
        return now - static_cast<Instant>(weeks.size() - index) * one_week;
    }
};

// `attempts` and `checkins`: oldest first.
PracticeFigures practice_figures(const Knowledge& knowledge, std::span<const Attempt> attempts,
                                 std::span<const Checkin> checkins, Instant now);

}  // namespace attune
