// SPDX-License-Identifier: MIT
//
// The score starts where a reply neither helps nor hurts. Each miss takes away what the codebook says that it
// costs, by its confidence, each move adds what it lifts, later ones of either less than the first: a second
// miss wounds less than the first, and five kind sentences do not make up for one that dismisses. Evidence
// too weak to flag counts for part of what it would. A miss also sets a ceiling, so that an attuned opening
// before a "but" cannot save what follows. What stays with the person's own words, and takes more than a word
// or two, lands a little better; so does a warmer tone of the words (lexicon/tone.yaml).
//
// The numbers are hand weights, checked against ratings by rank correlation; none of them matters much alone.
// The tone's were fitted by scripts/tone.
#include "coach/score.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "rules/evidence.h"

namespace attune {
namespace {

constexpr float neither = 40;
constexpr float highest = 97;             // the ceiling of a miss that costs nothing
constexpr float lowered_by_point = 1.4F;  // a miss that costs 42 points leaves room for 38
constexpr float too_weak_to_flag = 0.3F;
constexpr float fading_losses = 0.6F;  // what each further one counts of the one before
constexpr float fading_gains = 0.75F;
constexpr float gained_by_shared_word = 3;
constexpr int most_shared_words = 3;
constexpr float gained_by_length = 3;  // for each doubling or so
constexpr std::uint32_t hardly_a_word = 4;
constexpr float lost_by_hardly_a_word = 8;
constexpr std::uint32_t words_to_begin_with = 4;  // so that the tone of one word does not decide

// What counts of a confidence.
float weighed(float confidence) {
    return confidence >= flagged_from ? confidence : confidence * too_weak_to_flag;
}

// The strongest first, each further one counting less.
float faded_sum(std::vector<float>& values, float fading) {
    std::sort(values.begin(), values.end(), std::greater<>{});
    float sum = 0;
    float share = 1;
    for (const float value : values) {
        sum += value * share;
        share *= fading;
    }
    return sum;
}

}  // namespace

int score_of(const Knowledge& knowledge, const Reading& reading, const ReplyShape& shape) {
    std::vector<float> losses(knowledge.patterns().size(), 0);
    std::vector<float> gains(knowledge.moves().size(), 0);
    float ceiling = 100;
    for (const Finding& finding : reading.findings) {
        const float cost = knowledge.patterns()[finding.pattern].points;
        float& loss = losses[finding.pattern];
        loss = std::max(loss, weighed(finding.confidence) * cost);
        if (finding.confidence >= flagged_from)
            ceiling = std::min(ceiling, highest - lowered_by_point * cost);
    }
    for (const FoundMove& found : reading.moves) {
        float& gain = gains[found.move];
        gain = std::max(gain, found.confidence * static_cast<float>(knowledge.moves()[found.move].points));
    }
    float score = neither - faded_sum(losses, fading_losses) + faded_sum(gains, fading_gains);
    score += gained_by_shared_word * static_cast<float>(std::min(shape.shared_words, most_shared_words));
    score += gained_by_length * std::log1p(static_cast<float>(std::min(shape.words, 200U)));
    score +=
        static_cast<float>(shape.tone) / std::sqrt(static_cast<float>(shape.words + words_to_begin_with));
    if (shape.words <= hardly_a_word) score -= lost_by_hardly_a_word;
    return static_cast<int>(std::lround(std::clamp(std::min(score, ceiling), 0.0F, 100.0F)));
}

int level_of(const Knowledge& knowledge, const Reading& reading, const ReplyShape& shape) {
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
    const bool speaks_of_theirs = carries("naming") || (carries("reflecting") && shape.shared_words > 0);
    if (worst > 0 || !speaks_of_theirs) return 3;
    return carries("validating") ? 5 : 4;
}

}  // namespace attune
