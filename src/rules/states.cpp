// SPDX-License-Identifier: MIT
//
// The states of the machine of automaton.cpp by the subset construction, then the comb that holds their
// transitions.
//
// A state is the set of positions (of all cues) that the last words have reached. Because every cue may begin
// at every word, a state that word w leads to contains all that w alone leads to; that smaller state is its
// fallback, and only what differs from it is stored.
#include "rules/states.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>

#include "rules/automaton_tables.h"

namespace attune {
namespace {

using machine::mark_count;
using machine::Symbol;

constexpr std::size_t max_states = 500'000;
constexpr std::uint32_t full_stop = static_cast<std::uint32_t>(Mark::full_stop);

// A position of any unit, all numbered through.
using Place = std::uint32_t;
using Places = std::vector<Place>;  // sorted

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

class Builder {
  public:
    Builder(const std::vector<Nfa>& units, const Symbols& symbols)
        : units_(units), symbols_(symbols), scratch_(symbols.count()) {
        for (std::size_t u = 0, places = 0; u < units.size(); places += units[u++].atoms.size())
            first_place_.push_back(static_cast<Place>(places));
        for (std::uint32_t u = 0; u < units.size(); ++u)
            for (std::uint32_t p = 0; p < units[u].atoms.size(); ++p) atoms_.push_back(atom(u, p));
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
        std::uint32_t unit = 0;
        std::uint32_t position = 0;
        std::vector<Symbol> symbols;
        Places word_followers;
        std::vector<std::pair<std::uint32_t, Place>> mark_followers;  // by mark
        bool gap_follows = false;
    };

    [[nodiscard]] Atom atom(std::uint32_t unit, std::uint32_t position) const {
        const Nfa& nfa = units_[unit];
        Atom a;
        a.unit = unit;
        a.position = position;
        if (!nfa.atoms[position].wide()) a.symbols = symbols_.listed(nfa.atoms[position]);
        sort_out(unit, nfa.follow[position], a.word_followers, a.mark_followers);
        for (std::size_t q = 0; q < nfa.atoms.size(); ++q)
            a.gap_follows = a.gap_follows || (nfa.follow[position].test(q) && nfa.atoms[q].wide());
        return a;
    }

    void sort_out(std::size_t unit, const PositionSet& positions, Places& words,
                  std::vector<std::pair<std::uint32_t, Place>>& marks) const {
        const Nfa& nfa = units_[unit];
        for (std::size_t p = 0; p < nfa.atoms.size(); ++p) {
            if (!positions.test(p) || nfa.atoms[p].wide()) continue;
            const auto place = static_cast<Place>(first_place_[unit] + p);
            if (nfa.atoms[p].kind == NfaAtom::Kind::mark)
                marks.emplace_back(static_cast<std::uint32_t>(nfa.atoms[p].mark), place);
            else
                words.push_back(place);
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
            const Atom& a = atoms_[p];
            if (units_[a.unit].last.test(a.position) && (ended.empty() || ended.back() != a.unit))
                ended.push_back(a.unit);
            if (a.gap_follows) woken.push_back({a.unit, a.position});
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
        root_.assign(symbols_.count(), 0);
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
        slots_.resize(slots_.size() + symbols_.count());  // so that base + symbol is always inside
    }

    [[nodiscard]] bool fits(const std::vector<std::pair<Symbol, std::uint32_t>>& row, std::size_t base) {
        if (slots_.size() < base + symbols_.count()) slots_.resize(base + 2 * symbols_.count());
        return std::all_of(row.begin(), row.end(),
                           [&](const auto& e) { return slots_[base + e.first].owner == UINT32_MAX; });
    }

    const std::vector<Nfa>& units_;
    const Symbols& symbols_;
    std::vector<Place> first_place_;              // by unit
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

}  // namespace

std::uint32_t write_states(const std::vector<Nfa>& units, const Symbols& symbols, BlobWriter& out) {
    const Builder builder(units, symbols);
    builder.write(out);
    return static_cast<std::uint32_t>(builder.state_count());
}

}  // namespace attune
