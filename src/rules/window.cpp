// SPDX-License-Identifier: MIT
#include "rules/window.h"

#include <algorithm>
#include <bit>

namespace attune {

using machine::Term;

namespace {

// What was found of a term in this window, to be added to.
Window::Found& note(Term term, Window& window) {
    Window::Found& found = window.terms[term];
    if (found.serial != window.serial) {
        found = {window.serial, 0, 0};
        window.present.push_back(term);
    }
    return found;
}

void add_phrase(Window::Found& found, std::uint32_t first, std::uint32_t last, Window& window) {
    window.phrases.push_back(
        {found.phrase, static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(last)});
    found.phrase = static_cast<std::uint32_t>(window.phrases.size());
}

}  // namespace

TermIndex::TermIndex(const BlobView& blob)
    : word_meanings_(blob.get<machine::Range>(machine::section::word_meanings)),
      phrase_roots_(blob.get<std::uint32_t>(machine::section::phrase_roots)),
      phrase_steps_(blob.get<machine::PhraseStep>(machine::section::phrase_steps)),
      phrase_meanings_(blob.get<machine::Range>(machine::section::phrase_meanings)),
      meaning_terms_(blob.get<Term>(machine::section::meaning_terms)),
      alternatives_(blob.get<machine::Range>(machine::section::alternatives)),
      alternative_parts_(blob.get<Term>(machine::section::alternative_parts)) {
    if (const auto header = blob.get<machine::Header>(machine::section::header); !header.empty()) {
        simple_terms_ = header.front().simple_terms;
        prompt_terms_ = header.front().prompt_terms;
    }
    if (!phrase_steps_.empty())
        phrase_slot_bits_ = static_cast<std::uint32_t>(std::countr_zero(phrase_steps_.size()));
}

void TermIndex::begin(const Passage& passage, Window& window) const {
    make_stream(passage, window.stream);
    window.items.clear();
    for (std::uint32_t i = 0; i < window.stream.size(); ++i)
        if (is_item(window.stream[i])) window.items.push_back(i);
    window.base = Window::not_loaded;
    window.terms.resize(simple_terms_ + alternatives_.size());
}

void TermIndex::load(std::uint32_t base, Window& window) const {
    if (++window.serial == 0) {  // once in four billion windows
        window.terms.assign(window.terms.size(), {});
        window.serial = 1;
    }
    window.base = base;
    window.size = std::min(Window::most_items, static_cast<std::uint32_t>(window.items.size()) - base);
    window.word_items = window.stops = 0;
    window.marks.fill(0);
    window.phrases.clear();
    window.present.clear();
    std::uint32_t gap = 0;
    const std::uint32_t end = window.gap_end(base + window.size);
    for (std::uint32_t i = window.gap_begin(base); i < end; ++i) {
        const StreamItem& item = window.stream[i];
        if (!is_item(item)) {
            window.marks[item.word] |= place_bit(gap);
            continue;
        }
        if (item.is_mark) {
            window.stops |= place_bit(gap);
        } else {
            window.word_items |= place_bit(gap);
            window.word_at[gap] = item.word;
            note(item.word, window).words |= place_bit(gap);
            for (const Term term : part(meaning_terms_, word_meanings_[item.word]))
                note(term, window).words |= place_bit(gap);
            if (phrase_roots_[item.word] != 0) find_phrases(gap, window);
        }
        ++gap;
    }
}

// The phrases that begin with item `at` of the window.
void TermIndex::find_phrases(std::uint32_t at, Window& window) const {
    const auto item = [&](std::uint32_t i) -> const StreamItem& {
        return window.stream[window.items[window.base + i]];
    };
    std::uint32_t node = phrase_roots_[item(at).word];
    for (std::uint32_t next = at + 1; node != 0; ++next) {
        for (const Term term : part(meaning_terms_, phrase_meanings_[node]))
            add_phrase(note(term, window), at, next, window);
        if (next == window.size || item(next).is_mark) break;
        node = phrase_child(node, item(next).word);
    }
}

std::uint32_t TermIndex::phrase_child(std::uint32_t node, WordId word) const {
    const auto wrap = static_cast<std::uint32_t>(phrase_steps_.size() - 1);
    for (std::uint32_t slot = machine::phrase_slot(node, word, phrase_slot_bits_);;
         slot = (slot + 1) & wrap) {
        const auto& step = phrase_steps_[slot];
        if (step.node == node && step.word == word) return step.child;
        if (step.node == UINT32_MAX) return 0;
    }
}

// Alternatives stand where one of them does.
const Window::Found& TermIndex::find_anew(Term term, Window& window) const {
    Window::Found& found = window.terms[term];
    found = {window.serial, 0, 0};
    if (term < prompt_terms_) return found;
    for (const Term one : part(alternative_parts_, alternatives_[term - simple_terms_])) {
        const Window::Found& other = window.terms[one];
        if (other.serial != window.serial) continue;
        found.words |= other.words;
        for (std::uint32_t p = other.phrase; p != 0; p = window.phrases[p - 1].before)
            add_phrase(found, window.phrases[p - 1].first, window.phrases[p - 1].last, window);
    }
    return found;
}

}  // namespace attune
