// SPDX-License-Identifier: MIT
#include "practice/feeling_words.h"

#include <algorithm>
#include <vector>

#include "core/suggest.h"
#include "text/chars.h"
#include "text/passage.h"

namespace attune {
namespace {

// A share of the evidence from which on a feeling is heard beside the strongest one.
constexpr float heard_from = 0.15F;

std::string folded(std::string_view text) {
    std::string low;
    for (const char c : text) low += fold(c);
    const auto begin = low.find_first_not_of(" \t.,!?");
    if (begin == std::string::npos) return {};
    return low.substr(begin, low.find_last_not_of(" \t.,!?") + 1 - begin);
}

}  // namespace

std::optional<std::size_t> FeelingWords::family_in(std::string_view typed) const {
    const std::string plain = folded(typed);
    for (std::size_t f = 0; f < knowledge_.families().size(); ++f) {
        const FamilyInfo& family = knowledge_.families()[f];
        if (plain == knowledge_.text(family.name) || plain == knowledge_.text(family.noun)) return f;
    }
    Passage passage;
    read_passage(typed, knowledge_.vocabulary(), passage);
    for (std::uint32_t t = 0; t < passage.tokens.size(); ++t)
        if (passage.tokens[t].is_word())
            if (const auto found = finder_.at(passage, t); found.word != nullptr) return found.word->family;
    return std::nullopt;
}

std::string FeelingWords::nearest(std::string_view typed) const {
    const std::string plain = folded(typed);
    if (plain.size() < 4) return {};  // of short words each is near to another
    std::vector<std::string> words;
    for (const FeelingWord& word : knowledge_.feeling_words()) words.emplace_back(knowledge_.text(word.text));
    return did_you_mean(plain, words);
}

Fit fit_of(const Knowledge& knowledge, const StatementReading& reading, std::size_t family,
           std::size_t named) {
    if (named == family) return Fit::same;
    const bool heard = std::any_of(
        reading.feelings.begin(), reading.feelings.end(),
        [&](const FeltFeeling& felt) { return felt.family == named && felt.confidence >= heard_from; });
    const auto pleasant = [&](std::size_t f) { return knowledge.families()[f].pleasant; };
    return heard || pleasant(family) == pleasant(named) ? Fit::near : Fit::other;
}

}  // namespace attune
