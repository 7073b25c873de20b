// SPDX-License-Identifier: MIT
//
// When something is to come round again, and when it has settled. Catalogue §8: practice that is spaced and
// mixed teaches, and feedback that fades as one needs it less. Pure functions of what was recorded and of a
// given time.
//
// Only the first draft at a statement counts: later ones follow the feedback and do not show what stayed. A
// clean one that was due climbs the ladder of 1, 3, 7 and 21 days; a clean one before its time changes
// nothing, so that ten in one evening do not count for three weeks; a miss goes back to the first rung.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "practice/history.h"
#include "rules/knowledge.h"

namespace attune {

inline constexpr Instant one_day = 86'400;
inline constexpr int ladder_days[] = {1, 3, 7, 21};
// Who practises each day is sometimes a few hours early.
inline constexpr Instant day_grace = 21'600;

// A chance to fall into a pattern, or to meet somebody in a scenario.
struct Occasion {
    Instant at = 0;
    bool clean = false;
};

struct Standing {
    static constexpr int looked_at = 5;  // the last occasions

    int occasions = 0;
    int clean = 0;          // among the last five
    bool failed = false;    // the last one was not clean
    bool mastered = false;  // four of the last five were clean, and it stayed so for a day
    int rung = 0;           // of ladder_days
    Instant due = 0;        // when it is to come round again

    [[nodiscard]] bool known() const { return occasions > 0; }
    [[nodiscard]] bool is_due(Instant now) const { return known() && due <= now; }
    [[nodiscard]] bool missed_of_late() const { return clean < std::min(occasions, looked_at); }
};

// What the occasions are of. A scenario that is missed several times in a row rests longer, so that it does
// not wear out; a pattern never rests.
enum class Subject : std::uint8_t { pattern, scenario };

// `occasions`: oldest first.
Standing standing_of(std::span<const Occasion> occasions, Subject subject);

// How much feedback a pattern still needs.
enum class Fading : std::uint8_t { full, brief, least };
Fading fading_of(const Standing& standing);

class Mastery {
  public:
    // Nothing is known yet.
    explicit Mastery(const Knowledge& knowledge);
    // `attempts`: oldest first. Names that the packs no longer know are passed over.
    Mastery(const Knowledge& knowledge, std::span<const Attempt> attempts, Instant now);

    // By index into Knowledge::patterns() and Knowledge::scenarios().
    [[nodiscard]] const Standing& pattern(std::size_t pattern) const { return patterns_[pattern]; }
    [[nodiscard]] const Standing& scenario(std::size_t scenario) const { return scenarios_[scenario]; }
    [[nodiscard]] Fading fading(std::size_t pattern) const { return fading_of(patterns_[pattern]); }
    [[nodiscard]] Instant now() const { return now_; }

  private:
    std::vector<Standing> patterns_, scenarios_;
    Instant now_ = 0;
};

// The occasions that attempts held, for each pattern. One is an occasion for a pattern when the scenario
// tempts into it, or when it was flagged there now or before.
std::vector<std::vector<Occasion>> pattern_occasions(const Knowledge& knowledge,
                                                     std::span<const Attempt> attempts);

}  // namespace attune
