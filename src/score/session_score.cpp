// SPDX-License-Identifier: MIT
//
// The score of a session asks three things, all of them summary measures of counselling research, and weighs
// what one does as much as how one asks and how much one listens together:
//
//   1/2  acts        the share of acts that fit motivational interviewing among all acts: reflections,
//   feelings
//                    named, validation, affirmation, empathy, permission, open questions, against advice not
//                    asked for, judging, dictating, minimizing and the like (%MIC of the MISC, Miller,
//                    Moyers, Ernst and Amrhein 2003; adherent and non-adherent acts of the MITI 4.2.1)
//   1/4  asking      the share of open questions among questions (MISC; MITI 3.1 held 50 % fair, 70 % good)
//   1/4  listening   the other's share of the words; a helper who talks most is seldom consistent (r = -.40
//                    between share of talk and consistency, ReadMI 2021)
//
// A mean of all turns' scores will not do: it rewards few, long, mixed turns. Reflections against questions
// (R:Q) are shown but not weighed: reflections are most of the consistent acts already.
//
// Short sessions have few acts, and a share of few is mostly chance. So each share starts with imagined
// ones: three acts that fit and one that does not, an open and a closed question.
#include "score/session_score.h"

#include <cmath>

namespace attune {
namespace {

constexpr double imagined_consistent = 3, imagined_inconsistent = 1;
constexpr double imagined_open = 1, imagined_closed = 1;

double share(std::uint64_t part, std::uint64_t rest, double imagined_part, double imagined_rest) {
    const double parts = static_cast<double>(part) + imagined_part;
    return parts / (parts + static_cast<double>(rest) + imagined_rest);
}

}  // namespace

std::optional<int> score_of_session(const SessionFigures& figures) {
    if (figures.turns_read() == 0) return std::nullopt;
    const double acts =
        share(figures.consistent, figures.inconsistent, imagined_consistent, imagined_inconsistent);
    const double asking =
        share(figures.open_questions, figures.closed_questions, imagined_open, imagined_closed);
    const double listening = share(figures.other_words, figures.helper_words, 1, 1);
    return static_cast<int>(std::lround(100 * (2 * acts + asking + listening) / 4));
}

}  // namespace attune
