// SPDX-License-Identifier: MIT
//
// How well readings agree with a labelled file, label by label and over the whole, and what was flagged in
// place of what. What each rule earns is in rule_worth.h.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "score/agreement.h"
#include "score/labelled.h"

namespace attune {

// A labelled case and what was said of it, side by side. Both lists have one size; the caller keeps them.
struct Judged {
    std::span<const LabelledCase> cases;
    std::span<const CaseReading> readings;
};

struct LabelFigures {
    Counts counts;
    Interval f1;
};

// "12 of 340"
struct Share {
    std::size_t part = 0, whole = 0;
};

struct Evaluation {
    std::vector<LabelFigures> labels;  // by label
    LabelFigures any_miss;             // over cases in which every pattern is labelled yes or no
    double macro_f1 = 0;               // the mean F1 of the patterns that at least `macro_from` cases have
    std::size_t macro_over = 0;        // how many patterns those are
    Share attuned_flagged;             // replies that are rated `attuned_from` or more and have no miss
    Share marked_touched;              // marked words of found patterns that a flag overlaps
    std::optional<double> spearman;    // score against rating
    std::size_t rated = 0;
    // confusion[gold][said], patterns and last "none". A case stands once in the row of each of its patterns:
    // under that pattern when it was flagged, else under the wrong flags, else under none. A case without a
    // miss stands in the last row.
    std::vector<std::vector<std::size_t>> confusion;
};

inline constexpr std::size_t macro_from = 5;
inline constexpr double attuned_from = 4;  // of ratings from 1 to 5

Evaluation evaluate(const Knowledge& knowledge, const Judged& judged, const Resampling& resampling = {});

}  // namespace attune
