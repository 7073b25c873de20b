// SPDX-License-Identifier: MIT
//
// Every word that a pack mentions, found by its surface form. A perfect hash with an exact compare: one probe
// a look-up, so that no text can slow it down. A surface form stands for one to three words: "you're" and
// "youre" are `you` + `are`, "gonna" is `going` + `to`.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/blob.h"

namespace attune {

// Numbers a pack's words from 1; 0 is a word the pack does not know.
using WordId = std::uint16_t;
inline constexpr WordId unknown_word = 0;

// What a surface form stands for.
struct SurfaceEntry {
    PoolText text;                  // lower case, straight apostrophes
    std::array<WordId, 3> words{};  // unused places are unknown_word
    std::uint8_t count = 0;         // 1..3
    std::uint8_t padding[5] = {};   // to the type's whole size, so that equal packs give equal bytes
};

// Looks into a blob that outlives it. Safe to share between threads.
class Vocabulary {
  public:
    Vocabulary() = default;
    explicit Vocabulary(const BlobView& blob);

    // `surface` is lower case with straight apostrophes, at most 64 bytes. nullptr when unknown.
    [[nodiscard]] const SurfaceEntry* find(std::string_view surface) const;

    [[nodiscard]] std::size_t word_count() const { return grammar_.size(); }  // ids are below this
    [[nodiscard]] std::uint64_t grammar(WordId word) const {
        return grammar_[word];
    }                                                            // bits of text/grammar.h
    [[nodiscard]] std::string_view spelling(WordId word) const;  // "" for unknown_word

  private:
    std::span<const SurfaceEntry> slots_;           // size is a power of two
    std::span<const std::uint32_t> displacements_;  // size is a power of two
    std::span<const char> chars_;
    std::span<const PoolText> spellings_;
    std::span<const std::uint64_t> grammar_;
    std::uint64_t seed_ = 0;
    int slot_shift_ = 0;  // 64 - log2 of the number of slots
};

// Collects words and surface forms and writes the tables that Vocabulary looks into.
class VocabularyBuilder {
  public:
    VocabularyBuilder();  // knows the keywords (text/keywords.h) already

    // The id of a single word (lower case, straight apostrophes, no spaces), adding it with itself as surface
    // form. Throws std::length_error past 65,535 words.
    WordId add_word(std::string_view word);
    [[nodiscard]] WordId find_word(std::string_view word) const;  // unknown_word when it was never added
    // A surface form that stands for other words. `words` has 1 to 3 members.
    void add_surface(std::string_view surface, std::span<const WordId> words);
    void add_grammar(WordId word, std::uint64_t bits);

    [[nodiscard]] std::size_t word_count() const { return spellings_.size(); }
    void write(BlobWriter& out) const;

  private:
    struct Surface {
        std::string text;
        std::array<WordId, 3> words{};
        std::uint8_t count = 0;
        bool own = false;  // a word's own surface, which gives way to one that stands for other words
    };
    void set_surface(std::string_view text, std::span<const WordId> words, bool own);

    std::vector<std::string> spellings_;  // by WordId; [0] is ""
    std::vector<std::uint64_t> grammar_;  // by WordId
    std::vector<Surface> surfaces_;       // in the order they came
    std::unordered_map<std::string, WordId> word_ids_;
    std::unordered_map<std::string, std::size_t> surface_places_;
};

}  // namespace attune
