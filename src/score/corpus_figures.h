// SPDX-License-Identifier: MIT
//
// Figures of many sessions, added up one session after another. Needs nothing but SessionFigures, so that
// what several runs counted can be added up later; in the same order the result is the same. Its size is
// bounded, whatever the number of sessions.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "score/distribution.h"
#include "score/session_figures.h"

namespace attune {

// What sessions are compared by.
enum class SessionMeasure : std::uint8_t { score, consistent, reflections, open_questions, talk };
inline constexpr std::size_t measures = 5;
struct MeasureInfo {
    std::string_view key, title;
};
inline constexpr std::array<MeasureInfo, measures> measure_infos = {{
    {"score", "score"},
    {"consistent", "acts that fit, of all acts"},
    {"reflections", "reflections, of reflections and questions"},
    {"open_questions", "open, of questions"},
    {"talk", "helper's share of the words"},
}};

using Spread = std::array<Distribution, measures>;

// The course of a score over a helper's sessions, in the order they came: at most `longest` stretches of as
// many sessions each. When all are full, neighbours become one.
class Timeline {
  public:
    static constexpr std::size_t longest = 16;
    struct Stretch {
        std::uint64_t sessions = 0, sum = 0;
    };
    void add(int score);
    [[nodiscard]] const std::vector<Stretch>& stretches() const { return stretches_; }

  private:
    std::uint64_t step_ = 1;  // sessions of a full stretch
    std::vector<Stretch> stretches_;
};

struct HelperFigures {
    std::uint64_t sessions = 0, turns = 0, missed_turns = 0, turns_read = 0;
    std::uint64_t scored = 0, scores = 0;  // sessions with a score, and their sum
    int lowest = 100, highest = 0;
    Timeline timeline;
};

struct GroupFigures {
    std::uint64_t sessions = 0, turns = 0;
    Spread spread;
};

struct CorpusFigures {
    static constexpr std::size_t most_helpers = 5000;
    static constexpr std::size_t most_groups = 64;

    std::uint64_t sessions = 0;
    SessionFigures total;  // sums of all counts; no names, score, course or moments
    Spread spread;
    std::map<std::string, HelperFigures, std::less<>> helpers;
    std::uint64_t helpers_left_out = 0;  // sessions of helpers that came when there was no more room
    std::string by;                      // the column of the groups; empty when none was asked for
    std::map<std::string, GroupFigures, std::less<>> groups;  // by what the column says
    std::uint64_t groups_left_out = 0;                        // sessions, likewise

    void add(const SessionFigures& session);
};

}  // namespace attune
