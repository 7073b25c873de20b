// SPDX-License-Identifier: MIT
//
// NamedCounts a helper's turns of one session, in their order, as they are read.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "coach/reading.h"
#include "rules/knowledge.h"
#include "score/session_figures.h"
#include "text/tokens.h"

namespace attune {

// A turn as it was said and read. Views last for the call.
struct ReadTurn {
    std::uint64_t number = 0;  // among all turns of the session, from 1
    std::string_view statement, reply;
    const Reading& reading;
};

// One a thread; holds room from one session to the next.
class SessionCounter {
  public:
    explicit SessionCounter(const Knowledge& knowledge);

    void begin();
    void add(const ReadTurn& turn);
    // Replaces the counts, score, course and moments of `out`; who, where and the words stand there already,
    // since the score asks for them. Words of moments are not filled in.
    void finish(SessionFigures& out);

  private:
    struct Turn {
        std::uint64_t number = 0;
        int score = 0;
        std::uint64_t patterns = 0, moves = 0;  // bit i: pattern or move i
    };

    void count_findings(const Reading& reading, Turn& turn);
    void count_moves(const Reading& reading, Turn& turn);
    void count_feelings(const Reading& reading, const Turn& turn);
    void hear(std::string_view statement);
    [[nodiscard]] bool adds_meaning(const ReadTurn& turn, const Turn& counted);
    [[nodiscard]] Moment moment_of(const Turn& turn) const;
    void draw_course(std::vector<CoursePoint>& out) const;
    void choose_moments(SessionFigures& out) const;

    const Knowledge& knowledge_;
    std::uint64_t asking_ = 0, reflecting_ = 0, naming_ = 0, meets_feelings_ = 0;  // bits of moves
    std::uint64_t silence_ = 0;                                                    // bit of a pattern

    SessionFigures counted_;
    std::vector<Turn> turns_;
    std::vector<std::uint64_t> pattern_turns_, move_turns_, kind_turns_;  // by index
    std::vector<std::uint16_t> kinds_seen_;                               // of the turn at hand
    bool feeling_waits_ = false;               // voiced before the last turn, and not met by it
    std::unordered_set<std::uint64_t> heard_;  // content words of all statements so far, by their stems
    std::vector<Token> tokens_;
};

}  // namespace attune
