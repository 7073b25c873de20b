// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <string>

#include "rules/automaton.h"
#include "rules/symbols.h"

namespace attune {
namespace {

using machine::mark_count;
using machine::Symbol;

bool crosses_sentences(const Nfa& nfa) {
    return std::any_of(nfa.atoms.begin(), nfa.atoms.end(), [](const NfaAtom& atom) {
        return atom.kind == NfaAtom::Kind::mark && atom.mark == Mark::full_stop;
    });
}

// Which words and marks a cue may begin with, and which words may come next: by symbol, whether or not.
class Openings {
  public:
    Openings(const Nfa& nfa, const Symbols& symbols) : nfa_(nfa), symbols_(symbols) {
        const auto words = symbols.count();
        starts_.resize(words + mark_count);
        seconds_.resize(words + 1);
        thirds_.resize(words + 1);
        for (std::size_t p = 0; p < nfa.atoms.size(); ++p) {
            if (nfa.first.test(p)) take(nfa.atoms[p], starts_);
        }
        crosses_ = crosses_sentences(nfa);
        const Ahead one = ahead(nfa.first);
        const Ahead two = ahead(one.words);
        fill(seconds_, one, one.may_end);
        fill(thirds_, two, one.may_end || two.may_end);
    }

    [[nodiscard]] const std::vector<bool>& starts() const { return starts_; }    // words, then marks
    [[nodiscard]] const std::vector<bool>& seconds() const { return seconds_; }  // words, then no word
    [[nodiscard]] const std::vector<bool>& thirds() const { return thirds_; }

  private:
    // What may be taken after some positions: the next words, behind any marks; or the cue may end.
    struct Ahead {
        PositionSet words;
        bool may_end = false;
    };

    [[nodiscard]] Ahead ahead(PositionSet from) const {
        Ahead out;
        PositionSet seen;
        for (bool more = true; more;) {
            more = false;
            PositionSet marks;
            for (std::size_t p = 0; p < nfa_.atoms.size(); ++p) {
                if (!from.test(p) || seen.test(p)) continue;
                seen.set(p);
                out.may_end = out.may_end || nfa_.last.test(p);
                for (std::size_t q = 0; q < nfa_.atoms.size(); ++q)
                    if (nfa_.follow[p].test(q)) {
                        const bool mark = nfa_.atoms[q].kind == NfaAtom::Kind::mark;
                        (mark ? marks : out.words).set(q);
                        more = more || mark;
                    }
            }
            from = marks;
        }
        return out;
    }

    void take(const NfaAtom& atom, std::vector<bool>& symbols) const {
        if (atom.kind == NfaAtom::Kind::mark) {
            symbols[symbols_.count() + static_cast<std::size_t>(atom.mark)] = true;
            return;
        }
        std::vector<bool> listed(symbols_.count());
        for (const Symbol s : symbols_.listed(atom)) listed[s] = true;
        for (std::size_t s = 0; s < listed.size(); ++s)
            if (listed[s] != atom.wide()) symbols[s] = true;
    }

    void fill(std::vector<bool>& symbols, const Ahead& next, bool may_end) const {
        if (may_end) return symbols.assign(symbols.size(), true);
        for (std::size_t p = 0; p < nfa_.atoms.size(); ++p)
            if (next.words.test(p)) take(nfa_.atoms[p], symbols);
        symbols.back() = crosses_;
    }

    const Nfa& nfa_;
    const Symbols& symbols_;
    bool crosses_ = false;  // goes on past the end of a sentence
    std::vector<bool> starts_, seconds_, thirds_;
};

// Tables of one bit a symbol and unit, each row as the list of its blocks that are not empty.
struct UnitLists {
    UnitLists(std::size_t symbol_count, std::size_t block_count)
        : symbols_(symbol_count), block_count_(block_count) {}

    void append(const std::vector<std::uint64_t>& table) {
        for (std::size_t s = 0; s < symbols_; ++s) {
            ranges.push_back(static_cast<std::uint32_t>(blocks.size()));
            for (std::size_t b = 0; b < block_count_; ++b)
                if (const auto bits = table[s * block_count_ + b]; bits != 0)
                    blocks.push_back({bits, static_cast<std::uint32_t>(b)});
        }
        ranges.push_back(static_cast<std::uint32_t>(blocks.size()));
    }

    std::vector<std::uint32_t> ranges;  // a table's rows and one more, table after table
    std::vector<machine::UnitBlock> blocks;

  private:
    std::size_t symbols_, block_count_;
};

// The rows of bits that say which cues are worth running.
void write_openings(const std::vector<Nfa>& units, const Symbols& symbols, std::size_t blocks,
                    BlobWriter& out) {
    std::vector<std::uint64_t> starts((symbols.count() + mark_count) * blocks);
    std::vector<std::uint64_t> seconds((symbols.count() + 1) * blocks), thirds(seconds.size());
    for (std::size_t u = 0; u < units.size(); ++u) {
        const Openings openings(units[u], symbols);
        const auto lay = [&](const std::vector<bool>& row, std::vector<std::uint64_t>& table) {
            for (std::size_t s = 0; s < row.size(); ++s)
                if (row[s]) table[s * blocks + u / 64] |= std::uint64_t{1} << (u % 64);
        };
        lay(openings.starts(), starts);
        lay(openings.seconds(), seconds);
        lay(openings.thirds(), thirds);
    }
    UnitLists lists(symbols.count() + mark_count, blocks);
    lists.append(starts);
    out.add(machine::section::start_ranges, lists.ranges);
    out.add(machine::section::start_blocks, lists.blocks);
    out.add(machine::section::seconds, seconds);
    out.add(machine::section::thirds, thirds);
}

// The rows of bits that say which cues find the words they need.
void write_needs(const std::vector<Nfa>& units, const std::vector<std::vector<NfaAtom>>& needs,
                 const Symbols& symbols, std::size_t blocks, BlobWriter& out) {
    UnitLists lists(symbols.count(), blocks);
    std::vector<std::uint64_t> needless(machine::need_levels * blocks);
    for (std::size_t level = 0; level < machine::need_levels; ++level) {
        std::vector<std::uint64_t> table(symbols.count() * blocks);
        for (std::size_t u = 0; u < units.size(); ++u) {
            const std::uint64_t bit = std::uint64_t{1} << (u % 64);
            if (level >= needs[u].size()) {
                needless[level * blocks + u / 64] |= bit;
                continue;
            }
            for (const Symbol s : symbols.listed(needs[u][level])) table[s * blocks + u / 64] |= bit;
        }
        lists.append(table);
    }
    out.add(machine::section::need_ranges, lists.ranges);
    out.add(machine::section::need_blocks, lists.blocks);
    out.add(machine::section::needless, needless);
}

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
        unit.width = static_cast<std::uint32_t>((nfa.atoms.size() + 63) / 64);
        unit.follow = static_cast<std::uint32_t>(bits_.size());
        for (const auto& set : nfa.follow) pool(set, unit.width);
        unit.first = pool(nfa.first, unit.width);
        unit.last = pool(nfa.last, unit.width);
        add_masks(nfa, unit);
        units_.push_back(unit);
    }

    void add_masks(const Nfa& nfa, machine::Unit& unit) {
        PositionSet wide;
        for (std::size_t p = 0; p < nfa.atoms.size(); ++p) wide.set(p, nfa.atoms[p].wide());
        std::map<std::uint32_t, PositionSet> masks;
        for (std::size_t p = 0; p < nfa.atoms.size(); ++p) {
            const NfaAtom& atom = nfa.atoms[p];
            if (atom.kind == NfaAtom::Kind::mark)
                masks[static_cast<std::uint32_t>(symbols_.count()) + static_cast<std::uint32_t>(atom.mark)]
                    .set(p);
            for (const Symbol s : symbols_.listed(atom))
                masks.try_emplace(s, wide).first->second.set(p, atom.kind == NfaAtom::Kind::any_of);
        }
        unit.wide = pool(wide, unit.width);
        std::map<std::string, std::uint32_t> pooled;  // equal masks are kept once
        unit.first_entry = static_cast<std::uint32_t>(entries_.size());
        while ((std::size_t{1} << unit.entry_bits) * 2 < masks.size() * 3 + 2) ++unit.entry_bits;
        const std::uint32_t size = 1U << unit.entry_bits;
        entries_.resize(entries_.size() + size);
        for (const auto& [symbol, mask] : masks) {
            const auto [it, fresh] = pooled.try_emplace(mask.to_string(), 0);
            if (fresh) it->second = pool(mask, unit.width);
            std::uint32_t slot = machine::entry_slot(symbol, unit.entry_bits);
            while (entries_[unit.first_entry + slot].symbol != UINT32_MAX) slot = (slot + 1) & (size - 1);
            entries_[unit.first_entry + slot] = {symbol, it->second};
        }
    }

    const Symbols& symbols_;
    std::vector<machine::Unit> units_;
    std::vector<machine::Entry> entries_;
    std::vector<std::uint64_t> bits_;
};

std::vector<std::uint64_t> class_matrix(const std::vector<WordClass>& classes, std::size_t word_count,
                                        std::size_t row) {
    std::vector<std::uint64_t> matrix(word_count * row);
    for (std::size_t c = 0; c < classes.size(); ++c)
        for (const auto& member : classes[c].members)
            if (member.size() == 1) matrix[member.front() * row + c / 64] |= std::uint64_t{1} << (c % 64);
    return matrix;
}

// Words that every match of the cue contains, one atom for each: any of its words.
std::vector<NfaAtom> needs_of(const CueNode& node, const std::vector<WordClass>& classes) {
    NfaAtom atom;
    switch (node.kind) {
        case CueNode::Kind::word:
            atom.words = {node.word};
            return {atom};
        case CueNode::Kind::word_class:
            atom.classes = {node.word_class};
            for (const auto& member : classes[node.word_class].members)
                if (member.size() > 1) atom.words.push_back(member.back());
            return {atom};
        case CueNode::Kind::choice:  // what all have: of each, what comes last, which tends to say most
            for (const CueNode& part : node.parts) {
                const auto own = needs_of(part, classes);
                if (own.empty()) return {};
                atom.words.insert(atom.words.end(), own.back().words.begin(), own.back().words.end());
                atom.classes.insert(atom.classes.end(), own.back().classes.begin(), own.back().classes.end());
            }
            return {atom};
        case CueNode::Kind::sequence: {
            std::vector<NfaAtom> all;
            for (const CueNode& part : node.parts)
                for (auto& need : needs_of(part, classes)) all.push_back(std::move(need));
            return all;
        }
        case CueNode::Kind::mark:
        case CueNode::Kind::optional:
        case CueNode::Kind::any_word:
        case CueNode::Kind::none_of:
            break;
    }
    return {};
}

}  // namespace

std::string AutomatonBuilder::add(const CueNode& cue) {
    auto built = build_nfa(cue, classes_);
    if (auto* problem = std::get_if<std::string>(&built)) return std::move(*problem);
    auto& nfa = std::get<Nfa>(built);
    if (nfa.nullable) return "every part of the cue may be missing, so it would match everywhere";
    std::vector<NfaAtom> needs;
    if (!crosses_sentences(nfa)) needs = needs_of(cue, classes_);
    if (needs.size() > machine::need_levels) needs.erase(needs.begin(), needs.end() - machine::need_levels);
    needs_.push_back(std::move(needs));
    units_.push_back(std::move(nfa));
    return {};
}

void AutomatonBuilder::write(std::size_t word_count, BlobWriter& out) const {
    const Symbols symbols(units_, classes_, word_count);
    machine::Header header;
    header.symbol_count = static_cast<std::uint32_t>(symbols.count());
    header.unit_count = static_cast<std::uint32_t>(units_.size());
    header.blocks = static_cast<std::uint32_t>((units_.size() + 63) / 64);
    header.class_row = static_cast<std::uint32_t>((classes_.size() + 63) / 64);
    out.add(machine::section::header, std::span<const machine::Header>(&header, 1));
    out.add(machine::section::word_symbols, symbols.of_word());
    write_openings(units_, symbols, header.blocks, out);
    write_needs(units_, needs_, symbols, header.blocks, out);
    UnitTables(units_, symbols).write(out);
    out.add(machine::section::class_matrix, class_matrix(classes_, word_count, header.class_row));
}

}  // namespace attune
