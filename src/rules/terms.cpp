// SPDX-License-Identifier: MIT
#include "rules/terms.h"

#include <algorithm>

namespace attune {

using machine::Range;
using machine::Term;

namespace {

// Lists of numbers, kept once where they are equal.
class NumberLists {
  public:
    Range add(const std::set<std::uint32_t>& list) {
        const auto [it, fresh] = known_.try_emplace(list);
        if (fresh) {
            it->second.first = static_cast<std::uint32_t>(all.size());
            all.insert(all.end(), list.begin(), list.end());
            it->second.last = static_cast<std::uint32_t>(all.size());
        }
        return it->second;
    }
    std::vector<std::uint32_t> all;

  private:
    std::map<std::set<std::uint32_t>, Range> known_;
};

// The phrases of classes as a tree.
class PhraseTree {
  public:
    explicit PhraseTree(std::size_t word_count) : roots_(word_count), ends_(1) {}

    // The terms that the phrase fits, to be added to.
    std::set<Term>& at(const std::vector<WordId>& phrase) {
        std::uint32_t node = 0;
        for (const WordId word : phrase) {
            const auto [it, fresh] =
                children_.try_emplace({node, word}, static_cast<std::uint32_t>(ends_.size()));
            if (fresh) {
                ends_.emplace_back();
                if (node == 0) roots_[word] = it->second;
            }
            node = it->second;
        }
        return ends_[node];
    }

    void write(NumberLists& terms, BlobWriter& out) const {
        std::vector<Range> ends;
        for (const auto& end : ends_) ends.push_back(terms.add(end));
        std::uint32_t slot_bits = 1;
        while ((std::size_t{1} << slot_bits) < children_.size() * 2) ++slot_bits;
        const std::uint32_t wrap = (1U << slot_bits) - 1;
        std::vector<machine::PhraseStep> steps(std::size_t{wrap} + 1);
        for (const auto& [from, child] : children_) {
            if (from.first == 0) continue;
            std::uint32_t slot = machine::phrase_slot(from.first, from.second, slot_bits);
            while (steps[slot].node != UINT32_MAX) slot = (slot + 1) & wrap;
            steps[slot].node = from.first;
            steps[slot].word = from.second;
            steps[slot].child = child;
        }
        out.add(machine::section::phrase_roots, roots_);
        out.add(machine::section::phrase_steps, steps);
        out.add(machine::section::phrase_meanings, ends);
    }

  private:
    std::vector<std::uint32_t> roots_;
    std::map<std::pair<std::uint32_t, WordId>, std::uint32_t> children_;
    std::vector<std::set<Term>> ends_;  // by node
};

}  // namespace

Term Terms::of(const NfaAtom& atom) {
    std::set<Term> parts(atom.words.begin(), atom.words.end());
    for (const auto c : atom.classes) parts.insert(class_term(c));
    if (parts.size() == 1) return *parts.begin();
    const auto [it, fresh] = known_.try_emplace(std::move(parts), static_cast<Term>(count()));
    if (fresh) alternatives_.push_back(&it->first);
    return it->second;
}

void Terms::add_parts(Term term, NfaAtom& atom) const {
    for (const Term part : parts_of(term))
        if (part < word_count_)
            atom.words.push_back(static_cast<WordId>(part));
        else
            atom.classes.push_back(static_cast<std::uint16_t>(part - word_count_));
}

bool Terms::holds(Term outer, Term inner) const {
    const auto all = parts_of(outer), some = parts_of(inner);
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

double Terms::frequency(Term term) const {
    std::set<WordId> words;
    double sum = 0;
    for (const Term part : parts_of(term)) {
        if (part < word_count_) {
            words.insert(static_cast<WordId>(part));
            continue;
        }
        for (const Phrase& member : classes_[part - word_count_].members) {
            if (member.size() == 1) words.insert(member.front());
            if (member.size() < 2) continue;
            double rarest = frequency_of(member.front());
            for (const WordId word : member) rarest = std::min(rarest, frequency_of(word));
            sum += rarest;
        }
    }
    for (const WordId word : words) sum += frequency_of(word);
    return sum;
}

void Terms::write_meanings(const std::vector<Term>& anchors, BlobWriter& out) const {
    std::vector<std::set<Term>> of_word(word_count_), of_class(classes_.size());
    PhraseTree phrases(word_count_);
    for (const Term anchor : anchors) {
        if (anchor < simple_count()) continue;
        for (const Term part : parts_of(anchor))
            (part < word_count_ ? of_word[part] : of_class[part - word_count_]).insert(anchor);
    }
    for (std::size_t c = 0; c < classes_.size(); ++c) {
        of_class[c].insert(class_term(c));
        for (const Phrase& member : classes_[c].members) {
            if (member.empty()) continue;
            auto& meaning = member.size() == 1 ? of_word[member.front()] : phrases.at(member);
            meaning.insert(of_class[c].begin(), of_class[c].end());
        }
    }
    NumberLists terms;
    std::vector<Range> word_meanings;
    for (const auto& one : of_word) word_meanings.push_back(terms.add(one));
    out.add(machine::section::word_meanings, word_meanings);
    phrases.write(terms, out);
    out.add(machine::section::meaning_terms, terms.all);
}

void Terms::write(BlobWriter& out) const {
    std::vector<Range> ranges;
    std::vector<Term> parts;
    for (const auto* alternative : alternatives_) {
        const auto first = static_cast<std::uint32_t>(parts.size());
        parts.insert(parts.end(), alternative->begin(), alternative->end());
        ranges.push_back({first, static_cast<std::uint32_t>(parts.size())});
    }
    out.add(machine::section::alternatives, ranges);
    out.add(machine::section::alternative_parts, parts);
}

}  // namespace attune
