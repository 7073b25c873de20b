// SPDX-License-Identifier: MIT
//
// A window over a text: up to 63 items, words and the full stops between sentences, and what is said of them
// as rows of bits. Where a word stands, where a member of a class, in which gaps between items a comma.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/blob.h"
#include "rules/automaton_tables.h"
#include "rules/stream.h"
#include "text/passage.h"

namespace attune {

// Bit i of a row of items is item i of the window, of a row of gaps the gap before it.
using Places = std::uint64_t;

constexpr Places place_bit(std::uint32_t place) {
    return Places{1} << place;
}

// One thread's; reused from text to text. Filled by TermIndex.
struct Window {
    static constexpr std::uint32_t most_items = 63;  // one less than the bits of a row: there is one gap more
    static constexpr std::uint32_t not_loaded = UINT32_MAX;

    // The whole text.
    std::vector<StreamItem> stream;
    std::vector<std::uint32_t> items;  // where in the stream the words and full stops are

    // The window.
    std::uint32_t base = not_loaded, size = 0;                          // items [base, base + size)
    std::uint32_t serial = 0;                                           // tells windows apart
    Places word_items = 0, stops = 0;                                   // items
    std::array<Places, static_cast<std::size_t>(Mark::count)> marks{};  // gaps
    std::array<WordId, most_items + 1> word_at{};                       // by item

    // Where a term stands. What was written in another window is void.
    struct Found {
        std::uint32_t serial = 0;
        std::uint32_t phrase = 0;  // the last of its phrases in `phrases` plus one, or 0
        Places words = 0;

        [[nodiscard]] bool any() const { return words != 0 || phrase != 0; }
    };
    struct Phrase {
        std::uint32_t before = 0;  // the phrase before it in its chain plus one, or 0
        std::uint8_t first = 0;    // the gaps where it begins and ends
        std::uint8_t last = 0;
    };
    std::vector<Found> terms;  // others than prompt ones are filled in when they are asked for
    std::vector<Phrase> phrases;
    std::vector<machine::Term> present;  // the prompt terms that stand in the window

    // The part of the stream that is a gap of the text: its marks, and one past them.
    [[nodiscard]] std::uint32_t gap_begin(std::uint32_t gap) const {
        return gap == 0 ? 0 : items[gap - 1] + 1;
    }
    [[nodiscard]] std::uint32_t gap_end(std::uint32_t gap) const {
        return gap < items.size() ? items[gap] : static_cast<std::uint32_t>(stream.size());
    }
    [[nodiscard]] bool reaches_the_end() const { return base + size == items.size(); }
};

inline bool is_item(const StreamItem& item) {
    return !item.is_mark || !seen_through(static_cast<Mark>(item.word));
}

template <class T>
std::span<const T> part(std::span<const T> all, machine::Range range) {
    return {all.data() + range.first, range.last - range.first};
}

// Which terms each word and phrase fits. Looks into a blob that outlives it.
class TermIndex {
  public:
    TermIndex() = default;
    explicit TermIndex(const BlobView& blob);

    // A text, with no window loaded.
    void begin(const Passage& passage, Window& window) const;
    // The window from item `base` on.
    void load(std::uint32_t base, Window& window) const;

    [[nodiscard]] const Window::Found& find(machine::Term term, Window& window) const {
        const Window::Found& found = window.terms[term];
        return found.serial == window.serial ? found : find_anew(term, window);
    }

  private:
    void find_phrases(std::uint32_t at, Window& window) const;
    [[nodiscard]] std::uint32_t phrase_child(std::uint32_t node, WordId word) const;
    const Window::Found& find_anew(machine::Term term, Window& window) const;

    machine::Term simple_terms_ = 0, prompt_terms_ = 0;
    std::span<const machine::Range> word_meanings_;      // by WordId: of meaning_terms_
    std::span<const std::uint32_t> phrase_roots_;        // by WordId: its node, or 0
    std::span<const machine::PhraseStep> phrase_steps_;  // size is a power of two, or 0
    std::span<const machine::Range> phrase_meanings_;    // by node: of meaning_terms_
    std::span<const machine::Term> meaning_terms_;
    std::span<const machine::Range> alternatives_;  // by term from simple_terms on: of alternative_parts_
    std::span<const machine::Term> alternative_parts_;
    std::uint32_t phrase_slot_bits_ = 0;
};

}  // namespace attune
