// SPDX-License-Identifier: MIT
//
// The score starts where a reply neither helps nor hurts. Each miss takes away by its severity and
// confidence, each move adds, later ones of either less than the first: a second miss wounds less than the
// first, and five kind sentences do not make up for one that dismisses. A miss also sets a ceiling, so that
// an attuned opening before a "but" cannot save what follows.
#include "coach/score.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "rules/evidence.h"

namespace attune {
namespace {

constexpr float neither = 45;
constexpr std::array<float, 4> lost_by_severity = {12, 12, 22, 30};  // by severity 0..3
constexpr std::array<float, 4> ceiling_by_severity = {80, 72, 58, 45};
constexpr float gained_by_move = 16;
constexpr float fading = 0.6F;  // what each further one counts of the one before

// The highest confidence for each pattern or move.
template <class Found, class Target>
std::vector<float> best_by_target(const std::vector<Found>& all, std::size_t targets, Target target) {
    std::vector<float> best(targets, 0);
    for (const Found& found : all) best[target(found)] = std::max(best[target(found)], found.confidence);
    return best;
}

}  // namespace

int score_of(const Knowledge& knowledge, const Reading& reading) {
    std::vector<float> losses;
    float ceiling = 100;
    {
        std::vector<float> by_pattern(knowledge.patterns().size(), 0);
        for (const Finding& finding : reading.findings) {
            const auto severity = std::min<std::size_t>(finding.severity, 3);
            by_pattern[finding.pattern] =
                std::max(by_pattern[finding.pattern], finding.confidence * lost_by_severity[severity]);
            if (finding.confidence >= flagged_from)
                ceiling = std::min(ceiling, ceiling_by_severity[severity]);
        }
        losses = std::move(by_pattern);
    }
    std::vector<float> gains =
        best_by_target(reading.moves, knowledge.moves().size(), [](const FoundMove& m) { return m.move; });
    std::sort(losses.rbegin(), losses.rend());
    std::sort(gains.rbegin(), gains.rend());

    float score = neither;
    float share = 1;
    for (const float loss : losses) {
        score -= loss * share;
        share *= fading;
    }
    share = 1;
    for (const float gain : gains) {
        score += gained_by_move * gain * share;
        share *= fading;
    }
    return static_cast<int>(std::lround(std::clamp(std::min(score, ceiling), 0.0F, 100.0F)));
}

int level_of(const Knowledge& knowledge, const Reading& reading, int shared_words) {
    int worst = 0;
    for (const Finding& finding : reading.findings)
        if (finding.confidence >= flagged_from) worst = std::max<int>(worst, finding.severity);
    const auto carries = [&](std::string_view name) {
        const auto move = knowledge.move(name);
        return move && std::any_of(reading.moves.begin(), reading.moves.end(), [&](const FoundMove& found) {
                   return found.move == *move && found.confidence >= flagged_from;
               });
    };
    const bool any_move = std::any_of(reading.moves.begin(), reading.moves.end(), [](const FoundMove& found) {
        return found.confidence >= flagged_from;
    });
    if (worst >= 3 && !any_move) return 1;
    if (worst >= 2) return 2;
    const bool speaks_of_theirs = carries("naming") || (carries("reflecting") && shared_words > 0);
    if (worst > 0 || !speaks_of_theirs) return 3;
    return carries("validating") ? 5 : 4;
}

}  // namespace attune
