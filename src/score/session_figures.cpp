// SPDX-License-Identifier: MIT
#include "score/session_figures.h"

namespace attune {

std::optional<int> percent(std::uint64_t part, std::uint64_t whole, std::uint64_t fewest) {
    if (whole < fewest || whole == 0) return std::nullopt;
    return static_cast<int>((part * 200 + whole) / (whole * 2));
}

std::optional<int> consistent_share(const SessionFigures& figures) {
    return percent(figures.consistent, figures.consistent + figures.inconsistent);
}

std::optional<int> reflection_share(const SessionFigures& figures) {
    return percent(figures.reflections, figures.reflections + figures.question_turns, fewest_for_ratio);
}

std::optional<int> open_share(const SessionFigures& figures) {
    return percent(figures.open_questions, figures.open_questions + figures.closed_questions);
}

std::optional<int> talk_share(const SessionFigures& figures) {
    return percent(figures.helper_words, figures.helper_words + figures.other_words);
}

}  // namespace attune
