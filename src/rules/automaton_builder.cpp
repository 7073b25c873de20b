// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "rules/automaton.h"
#include "rules/terms.h"

namespace attune {
namespace {

using machine::place_of_mark;
using machine::Range;
using machine::Takes;
using machine::Term;

// A match may span this many words at most, so that a window has room for more than one.
constexpr std::uint32_t longest_reach = 48;

bool is_zero_width(const NfaAtom& atom) {
    return atom.kind == NfaAtom::Kind::mark && seen_through(atom.mark);
}

// Marks between two words stand in a fixed order: one that comes earlier, or the same, cannot follow there.
bool can_follow(const NfaAtom& before, const NfaAtom& after) {
    if (!is_zero_width(before) || !is_zero_width(after)) return true;
    return place_of_mark[static_cast<std::size_t>(before.mark)] <
           place_of_mark[static_cast<std::size_t>(after.mark)];
}

std::uint32_t width_of(const NfaAtom& atom, const std::vector<WordClass>& classes) {
    std::size_t width = is_zero_width(atom) ? 0 : atom.most;
    if (atom.kind == NfaAtom::Kind::any_of)
        for (const auto c : atom.classes)
            for (const auto& member : classes[c].members) width = std::max(width, member.size());
    return static_cast<std::uint32_t>(width);
}

// The most items that a match can span.
std::uint32_t reach_of(const Nfa& nfa, const std::vector<WordClass>& classes) {
    std::vector<std::uint32_t> before(nfa.atoms.size());
    std::uint32_t reach = 0;
    for (std::size_t p = 0; p < nfa.atoms.size(); ++p) {
        const std::uint32_t behind = before[p] + width_of(nfa.atoms[p], classes);
        reach = std::max(reach, behind);
        for (std::size_t q = p + 1; q < nfa.atoms.size(); ++q)
            if (nfa.follow[p].test(q)) before[q] = std::max(before[q], behind);
    }
    return reach;
}

// What every match of the cue contains.
std::vector<Term> needs_of(const CueNode& node, Terms& terms);

// One of the alternatives, if each of them needs something: the rarest need of each.
std::vector<Term> needs_of_choice(const CueNode& node, Terms& terms) {
    NfaAtom any;
    for (const CueNode& written : node.parts) {
        const CueNode& alternative = bare(written);
        if (alternative.kind == CueNode::Kind::word) {
            any.words.push_back(alternative.word);
        } else if (alternative.kind == CueNode::Kind::word_class) {
            any.classes.push_back(alternative.word_class);
        } else {
            const auto own = needs_of(alternative, terms);
            if (own.empty()) return {};
            terms.add_parts(
                *std::min_element(own.begin(), own.end(),
                                  [&](Term a, Term b) { return terms.frequency(a) < terms.frequency(b); }),
                any);
        }
    }
    return {terms.of(any)};
}

std::vector<Term> needs_of(const CueNode& node, Terms& terms) {
    NfaAtom atom;
    std::vector<Term> all;
    switch (node.kind) {
        case CueNode::Kind::word:
            atom.words = {node.word};
            return {terms.of(atom)};
        case CueNode::Kind::word_class:
            atom.classes = {node.word_class};
            return {terms.of(atom)};
        case CueNode::Kind::choice:
            return needs_of_choice(node, terms);
        case CueNode::Kind::sequence:
            for (const CueNode& part : node.parts)
                for (const Term need : needs_of(part, terms)) all.push_back(need);
            break;
        case CueNode::Kind::mark:
        case CueNode::Kind::optional:
        case CueNode::Kind::any_word:
        case CueNode::Kind::none_of:
            break;
    }
    return all;
}

// The sets of words that may stand beside the anchor of a cue, on one side of it, and the filter over them
// all.
class Neighbours {
  public:
    enum class Side : std::uint8_t { before, behind };

    explicit Neighbours(const std::vector<WordClass>& classes) : classes_(classes) {}

    // The set for a cue whose anchor is one of the positions.
    std::uint32_t add(const Nfa& nfa, const PositionSet& anchors, Side side) {
        const auto words = words_beside(nfa, anchors, side);
        if (!words) return machine::any_neighbour;
        return known_.try_emplace(*words, static_cast<std::uint32_t>(known_.size())).first->second;
    }

    void write(BlobWriter& out) const {
        std::size_t pairs = 0;
        for (const auto& [words, set] : known_) pairs += words.size();
        std::uint32_t bits = 6;
        while ((std::size_t{1} << bits) < pairs * bits_a_pair) ++bits;
        std::vector<std::uint64_t> filter((std::size_t{1} << bits) / 64);
        for (const auto& [words, set] : known_)
            for (const WordId word : words) {
                const std::uint32_t at = machine::neighbour_bit(set, word, bits);
                filter[at / 64] |= std::uint64_t{1} << (at % 64);
            }
        out.add(machine::section::neighbours, filter);
    }

  private:
    static constexpr std::size_t bits_a_pair = 8;

    // Nothing when any word may stand there, or none.
    [[nodiscard]] std::optional<std::set<WordId>> words_beside(const Nfa& nfa, const PositionSet& anchors,
                                                               Side side) const {
        const bool back = side == Side::before;
        std::set<WordId> words;
        PositionSet seen;
        for (PositionSet from = anchors; from.any();) {
            PositionSet marks;  // seen through
            for (std::size_t p = 0; p < nfa.atoms.size(); ++p) {
                if (!from.test(p)) continue;
                seen.set(p);
                if ((back ? nfa.first : nfa.last).test(p)) return std::nullopt;
                for (std::size_t q = 0; q < nfa.atoms.size(); ++q) {
                    if (!(back ? nfa.follow[q].test(p) : nfa.follow[p].test(q))) continue;
                    const NfaAtom& atom = nfa.atoms[q];
                    if (is_zero_width(atom))
                        marks.set(q);
                    else if (atom.kind == NfaAtom::Kind::any_of)
                        add_words(atom, side, words);
                    else
                        return std::nullopt;
                }
            }
            from = marks & ~seen;
        }
        return words;
    }

    void add_words(const NfaAtom& atom, Side side, std::set<WordId>& words) const {
        words.insert(atom.words.begin(), atom.words.end());
        for (const auto c : atom.classes)
            for (const auto& member : classes_[c].members)
                if (!member.empty()) words.insert(side == Side::before ? member.back() : member.front());
    }

    const std::vector<WordClass>& classes_;
    std::map<std::set<WordId>, std::uint32_t> known_;
};

// What every match of each cue contains, the rarest first.
std::vector<std::vector<NfaAtom>> needs_by_rarity(const std::vector<const CueNode*>& cues, Terms& terms) {
    std::vector<std::vector<NfaAtom>> all;
    for (const CueNode* cue : cues) {
        std::vector<std::pair<double, Term>> needs;
        for (const Term need : needs_of(*cue, terms)) needs.emplace_back(terms.frequency(need), need);
        std::sort(needs.begin(), needs.end());
        needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
        auto& atoms = all.emplace_back(needs.size());
        for (std::size_t n = 0; n < needs.size(); ++n) terms.add_parts(needs[n].second, atoms[n]);
    }
    return all;
}

// Writes the units: their positions, and under which term each is listed.
class UnitTables {
  public:
    UnitTables(const std::vector<WordClass>& classes, Terms& terms) : terms_(terms), neighbours_(classes) {}

    // `needs`: the rarest first.
    void add(const Nfa& nfa, const std::vector<NfaAtom>& needs) {
        machine::Unit unit;
        add_positions(nfa, unit);
        const auto index = static_cast<std::uint32_t>(units_.size());
        if (needs.empty()) {
            free_.push_back(index);
        } else {
            unit.anchor = terms_.of(needs.front());
            under_[unit.anchor].push_back(index);
            const PositionSet anchors = positions_within(nfa, unit.anchor);
            unit.before = neighbours_.add(nfa, anchors, Neighbours::Side::before);
            unit.behind = neighbours_.add(nfa, anchors, Neighbours::Side::behind);
        }
        unit.needs.first = static_cast<std::uint32_t>(needs_.size());
        for (std::size_t n = 1; n < needs.size(); ++n) needs_.push_back(terms_.of(needs[n]));
        unit.needs.last = static_cast<std::uint32_t>(needs_.size());
        units_.push_back(unit);
    }

    void write(std::size_t prompt_terms, BlobWriter& out) const {
        std::vector<Range> anchored(prompt_terms);
        std::vector<std::uint32_t> all;
        for (const auto& [term, units] : under_) {
            anchored[term].first = static_cast<std::uint32_t>(all.size());
            all.insert(all.end(), units.begin(), units.end());
            anchored[term].last = static_cast<std::uint32_t>(all.size());
        }
        out.add(machine::section::anchored, anchored);
        out.add(machine::section::anchored_units, all);
        out.add(machine::section::free_units, free_);
        out.add(machine::section::units, units_);
        out.add(machine::section::positions, positions_);
        out.add(machine::section::steps, steps_);
        out.add(machine::section::needs, needs_);
        neighbours_.write(out);
    }

  private:
    // The positions that take nothing but what the term takes: the anchor of a match is one of them.
    [[nodiscard]] PositionSet positions_within(const Nfa& nfa, Term term) {
        PositionSet within;
        for (std::size_t p = 0; p < nfa.atoms.size(); ++p)
            if (nfa.atoms[p].kind == NfaAtom::Kind::any_of)
                within.set(p, terms_.holds(term, terms_.of(nfa.atoms[p])));
        return within;
    }

    // The positions of which `holds` is true, as steps.
    template <class Holds>
    Range add_steps(std::size_t count, Holds holds) {
        const auto first = static_cast<std::uint32_t>(steps_.size());
        for (std::size_t p = 0; p < count; ++p)
            if (holds(p)) steps_.push_back(static_cast<std::uint16_t>(p));
        return {first, static_cast<std::uint32_t>(steps_.size())};
    }

    void add_positions(const Nfa& nfa, machine::Unit& unit) {
        const std::size_t count = nfa.atoms.size();
        unit.positions.first = static_cast<std::uint32_t>(positions_.size());
        unit.begins = add_steps(count, [&](std::size_t p) { return nfa.first.test(p); });
        unit.ends = add_steps(count, [&](std::size_t p) { return nfa.last.test(p); });
        const auto follows = [&](std::size_t p, std::size_t q) {
            return nfa.follow[p].test(q) && can_follow(nfa.atoms[p], nfa.atoms[q]);
        };
        for (std::size_t p = 0; p < count; ++p) {
            machine::Position position = taking(nfa.atoms[p]);
            position.begins = nfa.first.test(p) ? 1 : 0;
            if (position.begins != 0 && position.takes == Takes::mark) unit.begins_with_marks = 1;
            position.ends = nfa.last.test(p) ? 1 : 0;
            position.before = add_steps(count, [&](std::size_t q) { return follows(q, p); });
            position.next = add_steps(count, [&](std::size_t q) { return follows(p, q); });
            positions_.push_back(position);
        }
        unit.positions.last = static_cast<std::uint32_t>(positions_.size());
    }

    machine::Position taking(const NfaAtom& atom) {
        machine::Position position;
        switch (atom.kind) {
            case NfaAtom::Kind::any_word:
                position.takes = Takes::gap;
                position.most = static_cast<std::uint8_t>(std::min<std::uint32_t>(atom.most, longest_reach));
                break;
            case NfaAtom::Kind::mark:
                position.takes = is_zero_width(atom) ? Takes::mark : Takes::stop;
                position.mark = static_cast<std::uint8_t>(atom.mark);
                break;
            case NfaAtom::Kind::any_of:
            case NfaAtom::Kind::none_of:
                position.takes = atom.kind == NfaAtom::Kind::any_of ? Takes::term : Takes::no_term;
                position.term = terms_.of(atom);
                break;
        }
        return position;
    }

    Terms& terms_;
    Neighbours neighbours_;
    std::vector<machine::Unit> units_;
    std::vector<machine::Position> positions_;
    std::vector<std::uint16_t> steps_;
    std::vector<Term> needs_;
    std::map<Term, std::vector<std::uint32_t>> under_;
    std::vector<std::uint32_t> free_;
};

std::vector<std::uint64_t> class_matrix(const std::vector<WordClass>& classes, std::size_t word_count,
                                        std::size_t row) {
    std::vector<std::uint64_t> matrix(word_count * row);
    for (std::size_t c = 0; c < classes.size(); ++c)
        for (const auto& member : classes[c].members)
            if (member.size() == 1) matrix[member.front() * row + c / 64] |= std::uint64_t{1} << (c % 64);
    return matrix;
}

}  // namespace

std::string AutomatonBuilder::add(const CueNode& cue) {
    auto built = build_nfa(cue, classes_);
    if (auto* problem = std::get_if<std::string>(&built)) return std::move(*problem);
    auto& nfa = std::get<Nfa>(built);
    if (nfa.nullable) return "every part of the cue may be missing, so it would match everywhere";
    const std::uint32_t reach = reach_of(nfa, classes_);
    if (reach > longest_reach) return "the cue is too large: split it into several";
    reach_ = std::max(reach_, reach);
    units_.push_back({cue, std::move(nfa)});
    return {};
}

void AutomatonBuilder::write(std::size_t word_count, const std::vector<std::uint32_t>& counts,
                             BlobWriter& out) const {
    std::vector<const CueNode*> cues;
    for (const Source& unit : units_) cues.push_back(&unit.cue);
    Terms sketch(classes_, word_count, counts);  // names more than is used in the end
    const auto needs = needs_by_rarity(cues, sketch);
    Terms terms(classes_, word_count, counts);
    std::vector<Term> anchors;
    for (const auto& own : needs)
        if (!own.empty()) anchors.push_back(terms.of(own.front()));
    const std::size_t prompt_terms = terms.count();
    UnitTables units(classes_, terms);
    for (std::size_t u = 0; u < units_.size(); ++u) units.add(units_[u].nfa, needs[u]);
    machine::Header header;
    header.unit_count = static_cast<std::uint32_t>(units_.size());
    header.reach = reach_;
    header.class_row = static_cast<std::uint32_t>((classes_.size() + 63) / 64);
    header.simple_terms = static_cast<Term>(terms.simple_count());
    header.prompt_terms = static_cast<Term>(prompt_terms);
    out.add(machine::section::header, std::span<const machine::Header>(&header, 1));
    terms.write(out);
    terms.write_meanings(anchors, out);
    units.write(prompt_terms, out);
    out.add(machine::section::class_matrix, class_matrix(classes_, word_count, header.class_row));
}

}  // namespace attune
