// SPDX-License-Identifier: MIT
//
// What is counted of one helper in one session. All counts are whole numbers and stand beside what they are
// out of, so that figures of many sessions can be added up from figures of each: nothing of a corpus needs
// the transcripts again. Plain values, with no views into packs or texts.
//
// None of this is a MITI score: that one is given by trained people who hear the whole session.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace attune {

using NamedCounts = std::map<std::string, std::uint64_t, std::less<>>;

// A stretch of the session, as its course is drawn.
struct CoursePoint {
    int score = 0;             // mean of its turns' scores, rounded
    std::uint32_t misses = 0;  // turns with a flagged pattern
    std::uint32_t moves = 0;   // turns with a move
};

// A turn to look at.
struct Moment {
    std::uint64_t turn = 0;  // its number among all turns of the session, from 1
    int score = 0;
    std::vector<std::string> patterns, moves;
    std::string statement, reply;  // only when words were asked for
};

// A column of the transcript, and what it says of the session; nothing when the session has none of it.
struct Column {
    std::string column, value;
};

struct SessionFigures {
    std::string session, helper, source;
    std::optional<Column> by;  // the column asked for

    std::uint64_t turns = 0;       // of this helper
    std::uint64_t risk_turns = 0;  // of these: mention risk, and are left out of all that follows but words
    std::uint64_t helper_words = 0;
    std::uint64_t other_words = 0;  // of those who are no helpers

    NamedCounts patterns;            // turns with this pattern flagged; every pattern is there
    NamedCounts kinds;               // the same for finer kinds; only those that occur
    NamedCounts moves;               // turns with this move; every move is there
    std::uint64_t missed_turns = 0;  // with any pattern but silence

    std::uint64_t open_questions = 0, closed_questions = 0;
    std::uint64_t question_turns = 0;       // that ask anything
    std::uint64_t reflections = 0;          // turns that reflect or name a feeling: at most one a turn
    std::uint64_t complex_reflections = 0;  // of these: add meaning, by an estimate (session_counter.cpp)
    std::uint64_t consistent = 0;           // acts that fit motivational interviewing
    std::uint64_t inconsistent = 0;         // acts that do not
    std::uint64_t feelings = 0;             // statements that voice a feeling in the speaker's own words
    std::uint64_t feelings_met = 0;         // of these: met in the answer or the one after it
    std::uint64_t turn_scores = 0;          // sum of the scores of the turns read

    std::optional<int> score;  // 0..100 (session_score.h); none when no turn could be read
    std::vector<CoursePoint> course;
    std::vector<Moment> best, hardest;

    [[nodiscard]] std::uint64_t turns_read() const { return turns - risk_turns; }
};

// Below so many reflections and questions their ratio says nothing.
inline constexpr std::uint64_t fewest_for_ratio = 10;
inline constexpr std::size_t longest_course = 24;
inline constexpr std::size_t most_moments = 3;

// In whole per cent, rounded; none when `whole` is below `fewest`.
std::optional<int> percent(std::uint64_t part, std::uint64_t whole, std::uint64_t fewest = 1);

// The shares that sessions are compared by.
std::optional<int> consistent_share(const SessionFigures& figures);
std::optional<int> reflection_share(const SessionFigures& figures);  // reflections of reflections + questions
std::optional<int> open_share(const SessionFigures& figures);
std::optional<int> talk_share(const SessionFigures& figures);

}  // namespace attune
