// SPDX-License-Identifier: MIT
//
// Builds the machine of automaton.cpp: first the symbols (words that no cue tells apart), then the states by
// the subset construction, then the comb that holds their transitions.
//
// A state is the set of positions (of all cues) that the last words have reached. Because every cue may begin
// at every word, a state that word w leads to contains all that w alone leads to; that smaller state is its
// fallback, and only what differs from it is stored.
#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <unordered_map>

#include "rules/automaton.h"

namespace attune {
namespace {

using machine::mark_count;
using machine::Symbol;

constexpr std::size_t max_states = 500'000;
constexpr std::uint32_t full_stop = static_cast<std::uint32_t>(Mark::full_stop);

// A position of any unit: unit * max_positions + position.
using Place = std::uint32_t;
using Places = std::vector<Place>;  // sorted

Place place(std::size_t unit, std::size_t position) {
    return static_cast<Place>(unit * max_positions + position);
}

void tidy(Places& places) {
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
}

Places merged(const Places& a, const Places& b) {
    Places out;
    out.reserve(a.size() + b.size());
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}

struct PlacesHash {
    std::size_t operator()(const Places& places) const {
        std::uint64_t h = 0xcbf29ce484222325U;
        for (const Place p : places) h = (h ^ p) * 0x100000001b3U, h ^= h >> 29;
        return h;
    }
};

// Which words are told apart, and which symbols each atom takes.
class Symbols {
  public:
    Symbols(const std::vector<Nfa>& units, const std::vector<WordClass>& classes, std::size_t word_count)
        : classes_(classes), sets_of_word_(word_count) {
        for (const Nfa& unit : units)
            for (const NfaAtom& atom : unit.atoms) note(atom);
        std::map<std::vector<std::uint32_t>, Symbol> known = {{{}, 0}};
        of_word.resize(word_count);
        for (std::size_t w = 0; w < word_count; ++w) {
            const auto [it, fresh] = known.try_emplace(sets_of_word_[w], static_cast<Symbol>(known.size()));
            if (fresh && known.size() > UINT16_MAX)
                throw std::length_error("more than 65,535 different words in cues");
            of_word[w] = it->second;
        }
        count = known.size();
    }

    [[nodiscard]] std::vector<Symbol> of_class(std::uint16_t index) const {
        std::vector<Symbol> out;
        for (const auto& member : classes_[index].members)
            if (member.size() == 1) out.push_back(of_word[member.front()]);
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    // The word symbols that a narrow atom takes, or that a none_of atom leaves out.
    [[nodiscard]] std::vector<Symbol> listed(const NfaAtom& atom) const {
        switch (atom.kind) {
            case NfaAtom::Kind::word:
                return {of_word[atom.word]};
            case NfaAtom::Kind::words_of_class:
                return of_class(atom.word_class);
            case NfaAtom::Kind::none_of: {
                std::vector<Symbol> out;
                for (const WordId w : atom.not_words) out.push_back(of_word[w]);
                for (const auto c : atom.not_classes)
                    for (const Symbol s : of_class(c)) out.push_back(s);
                return out;
            }
            case NfaAtom::Kind::any_word:
            case NfaAtom::Kind::mark:
                break;
        }
        return {};
    }

    std::vector<Symbol> of_word;  // by WordId
    std::size_t count = 0;

  private:
    void note_word(WordId word) {
        if (const auto [it, fresh] = set_of_word_.try_emplace(word, sets_); fresh)
            sets_of_word_[word].push_back(sets_++);
    }
    void note_class(std::uint16_t index) {
        const auto [it, fresh] = set_of_class_.try_emplace(index, sets_);
        if (!fresh) return;
        for (const auto& member : classes_[index].members)
            if (auto* sets = member.size() == 1 ? &sets_of_word_[member.front()] : nullptr;
                sets != nullptr && (sets->empty() || sets->back() != sets_))
                sets->push_back(sets_);
        ++sets_;
    }
    void note(const NfaAtom& atom) {
        if (atom.kind == NfaAtom::Kind::word) note_word(atom.word);
        if (atom.kind == NfaAtom::Kind::words_of_class) note_class(atom.word_class);
        for (const WordId w : atom.not_words) note_word(w);
        for (const auto c : atom.not_classes) note_class(c);
    }

    const std::vector<WordClass>& classes_;
    std::vector<std::vector<std::uint32_t>> sets_of_word_;
    std::map<WordId, std::uint32_t> set_of_word_;
    std::map<std::uint16_t, std::uint32_t> set_of_class_;
    std::uint32_t sets_ = 0;
};

// Positions by the word symbol that takes them; only the symbols that were touched cost anything.
class BySymbol {
  public:
    explicit BySymbol(std::size_t symbol_count) : lists_(symbol_count) {}

    void add(Symbol symbol, Place p) {
        if (lists_[symbol].empty()) touched_.push_back(symbol);
        lists_[symbol].push_back(p);
    }
    // Calls `use(symbol, sorted places)` for each touched symbol in rising order, and forgets all.
    template <class Use>
    void take(Use use) {
        std::sort(touched_.begin(), touched_.end());
        for (const Symbol symbol : touched_) {
            Places& list = lists_[symbol];
            tidy(list);
            use(symbol, list);
            list.clear();
        }
        touched_.clear();
    }

  private:
    std::vector<Places> lists_;
    std::vector<Symbol> touched_;
};

class Machine {
  public:
    Machine(const std::vector<Nfa>& units, const Symbols& symbols)
        : units_(units), symbols_(symbols), scratch_(symbols.count) {
        atoms_.resize(units.size() * max_positions);
        for (std::size_t u = 0; u < units.size(); ++u)
            for (std::size_t p = 0; p < units[u].atoms.size(); ++p) atoms_[place(u, p)] = narrow_atom(u, p);
        start();
        for (std::uint32_t s = 1; s < sets_.size(); ++s) expand(s);
        lay_out();
    }

    void write(BlobWriter& out) const {
        out.add(machine::section::root, root_);
        out.add(machine::section::states, states_);
        out.add(machine::section::slots, slots_);
        out.add(machine::section::mark_moves, mark_moves_);
        out.add(machine::section::effects, effects_);
        out.add(machine::section::outputs, outputs_);
        out.add(machine::section::seeds, seeds_);
    }
    [[nodiscard]] std::size_t state_count() const { return states_.size(); }

  private:
    // What the machine needs of a position: the symbols that it takes, and the narrow positions and marks
    // that may follow it.
    struct Atom {
        std::vector<Symbol> symbols;
        Places word_followers;
        std::vector<std::pair<std::uint32_t, Place>> mark_followers;  // by mark
        bool gap_follows = false;
    };

    [[nodiscard]] Atom narrow_atom(std::size_t unit, std::size_t position) const {
        const Nfa& nfa = units_[unit];
        Atom atom;
        if (!nfa.atoms[position].wide()) atom.symbols = symbols_.listed(nfa.atoms[position]);
        sort_out(unit, nfa.follow[position], atom.word_followers, atom.mark_followers);
        for (std::size_t q = 0; q < nfa.atoms.size(); ++q)
            atom.gap_follows = atom.gap_follows || (nfa.follow[position].test(q) && nfa.atoms[q].wide());
        return atom;
    }

    void sort_out(std::size_t unit, const PositionSet& positions, Places& words,
                  std::vector<std::pair<std::uint32_t, Place>>& marks) const {
        const Nfa& nfa = units_[unit];
        for (std::size_t p = 0; p < nfa.atoms.size(); ++p) {
            if (!positions.test(p) || nfa.atoms[p].wide()) continue;
            if (nfa.atoms[p].kind == NfaAtom::Kind::mark)
                marks.emplace_back(static_cast<std::uint32_t>(nfa.atoms[p].mark), place(unit, p));
            else
                words.push_back(place(unit, p));
        }
    }

    void add_to_scratch(const Places& next) {
        for (const Place p : next)
            for (const Symbol symbol : atoms_[p].symbols) scratch_.add(symbol, p);
    }

    std::uint32_t intern(Places set, std::uint32_t fallback) {
        const auto [it, fresh] = ids_.try_emplace(set, static_cast<std::uint32_t>(sets_.size()));
        if (fresh) {
            if (sets_.size() == max_states) throw std::length_error("the cues make too large a machine");
            states_.push_back({0, fallback, effect_of(set)});
            sets_.push_back(std::move(set));
            differences_.emplace_back();
            mark_moves_.resize(mark_moves_.size() + mark_count);
        }
        return it->second;
    }

    // What it means to reach these positions.
    std::uint32_t effect_of(const Places& places) {
        const auto [it, fresh] = effect_ids_.try_emplace(places, 0);
        if (fresh) it->second = new_effect(places);
        return it->second;
    }

    std::uint32_t new_effect(const Places& places) {
        std::vector<std::uint32_t> ended;
        std::vector<machine::Seed> woken;
        for (const Place p : places) {
            const auto unit = static_cast<std::uint32_t>(p / max_positions);
            const auto position = static_cast<std::uint32_t>(p % max_positions);
            if (units_[unit].last.test(position) && (ended.empty() || ended.back() != unit))
                ended.push_back(unit);
            if (atoms_[p].gap_follows) woken.push_back({unit, position});
        }
        if (ended.empty() && woken.empty()) return 0;
        machine::Effect effect;
        effect.first_output = static_cast<std::uint32_t>(outputs_.size());
        outputs_.insert(outputs_.end(), ended.begin(), ended.end());
        effect.last_output = static_cast<std::uint32_t>(outputs_.size());
        effect.first_seed = static_cast<std::uint32_t>(seeds_.size());
        seeds_.insert(seeds_.end(), woken.begin(), woken.end());
        effect.last_seed = static_cast<std::uint32_t>(seeds_.size());
        effects_.push_back(effect);
        return static_cast<std::uint32_t>(effects_.size()) - 1;
    }

    // State 0: nothing has been reached; it knows a target for every symbol.
    void start() {
        std::vector<std::pair<std::uint32_t, Place>> marks;
        Places words;
        for (std::size_t u = 0; u < units_.size(); ++u) sort_out(u, units_[u].first, words, marks);
        for (const auto& [m, p] : marks) first_marks_[m].push_back(p);
        intern({}, 0);
        root_.assign(symbols_.count, 0);
        add_to_scratch(words);
        scratch_.take([&](Symbol symbol, const Places& list) { root_[symbol] = intern(list, 0); });
        move_by_marks(0, first_marks_);
    }

    // Fills in where `state` goes on each mark; `reached` are the positions that the marks themselves reach.
    void move_by_marks(std::uint32_t state, const std::array<Places, mark_count>& reached) {
        for (std::uint32_t m = 0; m < mark_count; ++m) {
            const bool keeps = m != full_stop;
            Places all = keeps ? merged(sets_[state], reached[m]) : reached[m];
            const std::uint32_t effect = effect_of(reached[m]);
            const std::uint32_t to = all == sets_[state] ? state : intern(std::move(all), keeps ? state : 0);
            mark_moves_[std::size_t{state} * mark_count + m] = {to, effect};
        }
    }

    [[nodiscard]] std::uint32_t target(std::uint32_t state, Symbol symbol) const {
        for (; state != 0; state = states_[state].fallback) {
            const auto& row = differences_[state];
            const auto it = std::lower_bound(row.begin(), row.end(), symbol,
                                             [](const auto& e, Symbol s) { return e.first < s; });
            if (it != row.end() && it->first == symbol) return it->second;
        }
        return root_[symbol];
    }

    void expand(std::uint32_t state) {
        const Places set = sets_[state];
        const std::uint32_t fallback = states_[state].fallback;
        Places extra;
        std::set_difference(set.begin(), set.end(), sets_[fallback].begin(), sets_[fallback].end(),
                            std::back_inserter(extra));
        for (const Place p : extra) add_to_scratch(atoms_[p].word_followers);
        scratch_.take([&](Symbol symbol, const Places& list) {
            const std::uint32_t usual = target(fallback, symbol);
            Places reached = merged(sets_[usual], list);
            if (reached == sets_[usual]) return;
            const std::uint32_t to = intern(std::move(reached), root_[symbol]);
            differences_[state].emplace_back(symbol, to);
        });
        std::array<Places, mark_count> by_mark = first_marks_;
        for (const Place p : set)
            for (const auto& [m, follower] : atoms_[p].mark_followers) by_mark[m].push_back(follower);
        for (Places& places : by_mark) tidy(places);
        move_by_marks(state, by_mark);
    }

    // Puts each state's differences where they fit between the others': first fit, the largest first.
    void lay_out() {
        std::vector<std::uint32_t> order;
        for (std::uint32_t s = 1; s < states_.size(); ++s) order.push_back(s);
        std::stable_sort(order.begin(), order.end(),
                         [&](auto a, auto b) { return differences_[a].size() > differences_[b].size(); });
        std::size_t first_free = 0;
        for (const std::uint32_t s : order) {
            const auto& row = differences_[s];
            if (row.empty()) continue;
            while (first_free < slots_.size() && slots_[first_free].owner != UINT32_MAX) ++first_free;
            std::size_t base = first_free > row.front().first ? first_free - row.front().first : 0;
            while (!fits(row, base)) ++base;
            for (const auto& [symbol, to] : row) slots_[base + symbol] = {s, to};
            states_[s].base = static_cast<std::uint32_t>(base);
        }
        slots_.resize(slots_.size() + symbols_.count);  // so that base + symbol is always inside
    }

    [[nodiscard]] bool fits(const std::vector<std::pair<Symbol, std::uint32_t>>& row, std::size_t base) {
        if (slots_.size() < base + symbols_.count) slots_.resize(base + 2 * symbols_.count);
        return std::all_of(row.begin(), row.end(),
                           [&](const auto& e) { return slots_[base + e.first].owner == UINT32_MAX; });
    }

    const std::vector<Nfa>& units_;
    const Symbols& symbols_;
    std::vector<Atom> atoms_;                     // by Place
    std::array<Places, mark_count> first_marks_;  // positions that a mark may begin with, each list sorted
    BySymbol scratch_;
    std::vector<Places> sets_;  // by state
    std::unordered_map<Places, std::uint32_t, PlacesHash> ids_;
    std::vector<machine::State> states_;
    std::vector<std::uint32_t> root_;
    std::vector<std::vector<std::pair<Symbol, std::uint32_t>>> differences_;  // by state, sorted by symbol
    std::vector<machine::MarkMove> mark_moves_;
    std::vector<machine::Effect> effects_{1};  // 0: nothing
    std::unordered_map<Places, std::uint32_t, PlacesHash> effect_ids_;
    std::vector<std::uint32_t> outputs_;
    std::vector<machine::Seed> seeds_;
    std::vector<machine::Slot> slots_;
};

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
        static const PositionSet low_word{~0ULL};
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
                at(static_cast<std::uint32_t>(symbols_.count) + static_cast<std::uint32_t>(atom.mark), false)
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
    const Machine all(units_, symbols);
    machine::Header header;
    header.symbol_count = static_cast<std::uint32_t>(symbols.count);
    header.state_count = static_cast<std::uint32_t>(all.state_count());
    header.unit_count = static_cast<std::uint32_t>(units_.size());
    header.class_row = static_cast<std::uint32_t>((classes_.size() + 63) / 64);
    std::vector<std::uint64_t> matrix(word_count * header.class_row);
    for (std::size_t c = 0; c < classes_.size(); ++c)
        for (const auto& member : classes_[c].members)
            if (member.size() == 1)
                matrix[member.front() * header.class_row + c / 64] |= std::uint64_t{1} << (c % 64);
    out.add(machine::section::header, std::span<const machine::Header>(&header, 1));
    out.add(machine::section::word_symbols, symbols.of_word);
    all.write(out);
    UnitTables(units_, symbols).write(out);
    out.add(machine::section::class_matrix, matrix);
}

}  // namespace attune
