// SPDX-License-Identifier: MIT
//
// A vocabulary small enough to read, with the grammar classes that the tests of this folder lean on; and a
// text read with it, told in words.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/blob.h"
#include "text/features.h"
#include "text/grammar.h"
#include "text/passage.h"
#include "text/vocabulary.h"

namespace attune::testing {

// Owns the blob that its vocabulary looks into.
class OwnedVocabulary {
  public:
    explicit OwnedVocabulary(const VocabularyBuilder& builder);
    [[nodiscard]] const Vocabulary& get() const { return vocabulary_; }

  private:
    std::vector<std::uint64_t> room_;  // 8-aligned
    Vocabulary vocabulary_;
};

// The small English that the tests share.
const Vocabulary& small_english();

// A passage and the text that it points into.
class Read {
  public:
    explicit Read(std::string text) : text_(std::move(text)) {
        read_passage(text_, small_english(), passage_);
    }
    Read(const Read&) = delete;
    Read& operator=(const Read&) = delete;

    const Passage* operator->() const { return &passage_; }
    // The clauses as they stand in the text, parted by " | ".
    [[nodiscard]] std::string clauses() const;
    // The features of the clause that begins with `words`; 0 when there is none.
    [[nodiscard]] std::uint64_t features_of(std::string_view words) const;
    // The verbs that give orders, parted by blanks.
    [[nodiscard]] std::string orders() const;
    [[nodiscard]] std::string spelled(std::uint32_t token) const;

  private:
    std::string text_;
    Passage passage_;
};

}  // namespace attune::testing
