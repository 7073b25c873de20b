// SPDX-License-Identifier: MIT
//
// What a statement says about its speaker: what is felt and how strongly, whether something is asked, whether
// there is risk.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "coach/reading.h"
#include "rules/judge.h"
#include "rules/knowledge.h"
#include "text/passage.h"

namespace attune {

// Finds the lexicon's feeling words in a passage. Built once; safe to share.
class FeelingFinder {
  public:
    explicit FeelingFinder(const Knowledge& knowledge);

    struct Found {
        const FeelingWord* word = nullptr;       // the longest that starts there, null when none does
        const FeelingWord* speakable = nullptr;  // the longest that can be said after "you feel"
        std::uint32_t last = 0;                  // one past the last token of `word`
    };
    [[nodiscard]] Found at(const Passage& passage, std::uint32_t token) const;

    // The word to give back for a family that was not named: its cautious one, or where much is felt its
    // plain one.
    [[nodiscard]] std::string_view guessed_word(std::size_t family, int strength) const;

    // A verdict on others ("ignored") or on oneself ("stupid"): such a word is not given back.
    [[nodiscard]] bool is_verdict(WordId word) const;

  private:
    struct Entry {
        std::uint32_t first_word = 0, word_count = 0;  // into words_
        std::uint32_t feeling = 0;                     // into Knowledge::feeling_words()
        bool speakable = false;
    };
    [[nodiscard]] std::uint32_t match(const Entry& entry, const Passage& passage, std::uint32_t token) const;

    const Knowledge& knowledge_;
    std::optional<std::uint16_t> verdict_, insult_;  // classes of words
    std::vector<WordId> words_;
    std::vector<Entry> entries_;             // by first word, longer ones first
    std::vector<const FeelingWord*> plain_;  // by family: its first word of strength 2
    std::vector<std::uint16_t> starts_;      // by WordId: index into entries_ plus one, 0 for none
};

// Replaces `out`. Views in it point into the knowledge.
void read_statement(const Knowledge& knowledge, const FeelingFinder& finder, const Passage& passage,
                    const RuleHits& hits, StatementReading& out);

}  // namespace attune
