// SPDX-License-Identifier: MIT
//
// What a reply shares with the statement: content words, that is, words outside the closed classes of
// grammar. A reflection shares some, a change of subject none.
#pragma once

#include <cstdint>
#include <vector>

#include "text/passage.h"
#include "text/vocabulary.h"

namespace attune {

// The content words of one passage, each once. Built for the statement, asked for every reply to it.
class ContentWords {
  public:
    // Replaces what was held. Linear, then sorted.
    void fill(const Passage& passage, const Vocabulary& vocabulary);

    // How many different content words of tokens [first, last) of `passage` stand here too.
    [[nodiscard]] int shared_with(const Passage& passage, const Vocabulary& vocabulary, std::uint32_t first,
                                  std::uint32_t last) const;
    [[nodiscard]] int shared_with(const Passage& passage, const Vocabulary& vocabulary) const {
        return shared_with(passage, vocabulary, 0, static_cast<std::uint32_t>(passage.tokens.size()));
    }

  private:
    std::vector<std::uint64_t> keys_;  // sorted
};

// Not a pronoun, preposition, auxiliary, filler or the like.
bool is_content_word(const Token& token, const Vocabulary& vocabulary);

}  // namespace attune
