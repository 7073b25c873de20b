// SPDX-License-Identifier: MIT
#include "rules/symbols.h"

#include <algorithm>
#include <stdexcept>

namespace attune {

using machine::Symbol;

Symbols::Symbols(const std::vector<Nfa>& units, const std::vector<WordClass>& classes, std::size_t word_count)
    : classes_(classes), sets_of_word_(word_count), of_word_(word_count) {
    for (const Nfa& unit : units)
        for (const NfaAtom& atom : unit.atoms) note(atom);
    std::map<std::vector<std::uint32_t>, Symbol> known = {{{}, 0}};
    for (std::size_t w = 0; w < word_count; ++w) {
        const auto [it, fresh] = known.try_emplace(sets_of_word_[w], static_cast<Symbol>(known.size()));
        if (fresh && known.size() > UINT16_MAX)
            throw std::length_error("more than 65,535 different words in cues");
        of_word_[w] = it->second;
    }
    count_ = known.size();
}

std::vector<Symbol> Symbols::listed(const NfaAtom& atom) const {
    std::vector<Symbol> out;
    for (const WordId w : atom.words) out.push_back(of_word_[w]);
    for (const auto c : atom.classes)
        for (const auto& member : classes_[c].members)
            if (member.size() == 1) out.push_back(of_word_[member.front()]);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

void Symbols::note(const NfaAtom& atom) {
    for (const WordId w : atom.words) note_word(w);
    for (const auto c : atom.classes) note_class(c);
}

void Symbols::note_word(WordId word) {
    if (set_of_word_.try_emplace(word, sets_).second) sets_of_word_[word].push_back(sets_++);
}

void Symbols::note_class(std::uint16_t index) {
    if (!set_of_class_.try_emplace(index, sets_).second) return;
    for (const auto& member : classes_[index].members) {
        if (member.size() != 1) continue;
        auto& sets = sets_of_word_[member.front()];
        if (sets.empty() || sets.back() != sets_) sets.push_back(sets_);
    }
    ++sets_;
}

}  // namespace attune
