// SPDX-License-Identifier: MIT
#include <map>
#include <string>

#include "rules/automaton.h"
#include "rules/states.h"
#include "rules/symbols.h"

namespace attune {
namespace {

using machine::Symbol;

// Writes each unit's own automaton.
class UnitTables {
  public:
    UnitTables(const std::vector<Nfa>& units, const Symbols& symbols) : symbols_(symbols) {
        for (const Nfa& nfa : units) add(nfa);
    }
    void write(BlobWriter& out) const {
        out.add(machine::section::units, units_);
        out.add(machine::section::entries, entries_);
        out.add(machine::section::bits, bits_);
    }

  private:
    std::uint32_t pool(const PositionSet& set, std::uint32_t width) {
        const auto at = static_cast<std::uint32_t>(bits_.size());
        static const PositionSet low_word{~std::uint64_t{0}};
        for (std::uint32_t w = 0; w < width; ++w)
            bits_.push_back(((set >> (w * std::size_t{64})) & low_word).to_ullong());
        return at;
    }

    void add(const Nfa& nfa) {
        machine::Unit unit;
        const std::size_t n = nfa.atoms.size();
        unit.width = static_cast<std::uint32_t>((n + 63) / 64);
        std::vector<PositionSet> precede(n);
        for (std::size_t p = 0; p < n; ++p)
            for (std::size_t q = 0; q < n; ++q)
                if (nfa.follow[p].test(q)) precede[q].set(p);
        unit.follow = static_cast<std::uint32_t>(bits_.size());
        for (const auto& set : nfa.follow) pool(set, unit.width);
        unit.precede = static_cast<std::uint32_t>(bits_.size());
        for (const auto& set : precede) pool(set, unit.width);
        unit.first = pool(nfa.first, unit.width);
        unit.last = pool(nfa.last, unit.width);
        add_masks(nfa, unit);
        units_.push_back(unit);
    }

    void add_masks(const Nfa& nfa, machine::Unit& unit) {
        PositionSet wide;
        for (std::size_t p = 0; p < nfa.atoms.size(); ++p) wide.set(p, nfa.atoms[p].wide());
        std::map<std::uint32_t, PositionSet> masks;
        const auto at = [&](std::uint32_t symbol, bool word) -> PositionSet& {
            return masks.try_emplace(symbol, word ? wide : PositionSet{}).first->second;
        };
        for (std::size_t p = 0; p < nfa.atoms.size(); ++p) {
            const NfaAtom& atom = nfa.atoms[p];
            for (const Symbol s : symbols_.listed(atom))
                at(s, true).set(p, atom.kind != NfaAtom::Kind::none_of);
            if (atom.kind == NfaAtom::Kind::mark)
                at(static_cast<std::uint32_t>(symbols_.count()) + static_cast<std::uint32_t>(atom.mark),
                   false)
                    .set(p);
        }
        unit.wide = pool(wide, unit.width);
        unit.first_entry = static_cast<std::uint32_t>(entries_.size());
        std::map<std::string, std::uint32_t> pooled;
        for (const auto& [symbol, mask] : masks) {
            const auto [it, fresh] = pooled.try_emplace(mask.to_string(), 0);
            if (fresh) it->second = pool(mask, unit.width);
            entries_.push_back({symbol, it->second});
        }
        unit.last_entry = static_cast<std::uint32_t>(entries_.size());
    }

    const Symbols& symbols_;
    std::vector<machine::Unit> units_;
    std::vector<machine::Entry> entries_;
    std::vector<std::uint64_t> bits_;
};

}  // namespace

std::string AutomatonBuilder::add(const CueNode& cue) {
    auto built = build_nfa(cue, classes_);
    if (auto* problem = std::get_if<std::string>(&built)) return std::move(*problem);
    auto& nfa = std::get<Nfa>(built);
    if (nfa.nullable) return "every part of the cue may be missing, so it would match everywhere";
    for (std::size_t p = 0; p < nfa.atoms.size(); ++p)
        if (nfa.first.test(p) && nfa.atoms[p].wide())
            return "a cue must begin with a word, a class or a mark, not with any word";
    units_.push_back(std::move(nfa));
    return {};
}

void AutomatonBuilder::write(std::size_t word_count, BlobWriter& out) const {
    const Symbols symbols(units_, classes_, word_count);
    machine::Header header;
    header.symbol_count = static_cast<std::uint32_t>(symbols.count());
    header.state_count = write_states(units_, symbols, out);
    header.unit_count = static_cast<std::uint32_t>(units_.size());
    header.class_row = static_cast<std::uint32_t>((classes_.size() + 63) / 64);
    std::vector<std::uint64_t> matrix(word_count * header.class_row);
    for (std::size_t c = 0; c < classes_.size(); ++c)
        for (const auto& member : classes_[c].members)
            if (member.size() == 1)
                matrix[member.front() * header.class_row + c / 64] |= std::uint64_t{1} << (c % 64);
    out.add(machine::section::header, std::span<const machine::Header>(&header, 1));
    out.add(machine::section::word_symbols, symbols.of_word());
    UnitTables(units_, symbols).write(out);
    out.add(machine::section::class_matrix, matrix);
}

}  // namespace attune
