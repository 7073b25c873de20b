// SPDX-License-Identifier: MIT
//
// The idea. All cues run at once in one deterministic machine over word numbers, as far as their first gap:
// after "you should" it stands in a state that says which cues are how far. A cue with a gap ("i ..3 sorry",
// "* {act}") would make that machine explode, because every word fits a gap; so from there on it runs in an
// automaton of its own, a handful of bits, that is awake only where its beginning was seen. When a cue ends,
// its own automaton is run backwards from there to find where it began: ends are rare, so that costs little.
//
// Cost: one look-up a word in the machine (at most four probes: transitions are stored as differences from a
// fallback state, in a comb), and one step for each cue that is awake. A cue has at most max_positions
// positions, therefore no text makes a word cost more than a constant: the whole is linear.
#include "rules/automaton.h"

#include <algorithm>
#include <bit>

namespace attune {

using machine::mark_count;
using machine::Symbol;
using machine::Unit;

namespace {
constexpr std::uint32_t nowhere = UINT32_MAX;
}

Automaton::Automaton(const BlobView& blob)
    : word_symbols_(blob.get<Symbol>(machine::section::word_symbols)),
      root_(blob.get<std::uint32_t>(machine::section::root)),
      states_(blob.get<machine::State>(machine::section::states)),
      slots_(blob.get<machine::Slot>(machine::section::slots)),
      mark_moves_(blob.get<machine::MarkMove>(machine::section::mark_moves)),
      effects_(blob.get<machine::Effect>(machine::section::effects)),
      outputs_(blob.get<std::uint32_t>(machine::section::outputs)),
      seeds_(blob.get<machine::Seed>(machine::section::seeds)),
      units_(blob.get<Unit>(machine::section::units)),
      entries_(blob.get<machine::Entry>(machine::section::entries)),
      bits_(blob.get<std::uint64_t>(machine::section::bits)),
      class_matrix_(blob.get<std::uint64_t>(machine::section::class_matrix)) {
    if (const auto header = blob.get<machine::Header>(machine::section::header); !header.empty())
        header_ = header.front();
}

std::uint32_t Automaton::step(std::uint32_t state, Symbol symbol) const {
    while (state != 0) {
        const auto& s = states_[state];
        const auto& slot = slots_[s.base + symbol];
        if (slot.owner == state) return slot.target;
        state = s.fallback;
    }
    return root_[symbol];
}

std::uint32_t Automaton::symbol_of(const StreamItem& item) const {
    return item.is_mark ? header_.symbol_count + item.word : word_symbols_[item.word];
}

const std::uint64_t* Automaton::mask(const Unit& unit, std::uint32_t symbol) const {
    const auto* first = entries_.data() + unit.first_entry;
    const auto* last = entries_.data() + unit.last_entry;
    const auto* it = std::lower_bound(first, last, symbol,
                                      [](const machine::Entry& e, std::uint32_t s) { return e.symbol < s; });
    if (it != last && it->symbol == symbol) return bits_.data() + it->mask;
    return symbol < header_.symbol_count ? bits_.data() + unit.wide : nullptr;  // null: takes no such mark
}

// Moves every awake unit over one symbol. `keep`: a mark that is seen through, so that nobody loses their
// place.
void Automaton::step_tails(MatchScratch& scratch, std::uint32_t symbol, bool keep, std::uint32_t at) const {
    std::size_t kept = 0;
    for (const std::uint32_t u : scratch.active) {
        const Unit& unit = units_[u];
        std::uint64_t* tail = scratch.tails.data() + std::size_t{u} * (max_positions / 64);
        const std::uint64_t* takes = mask(unit, symbol);
        std::uint64_t next[max_positions / 64] = {};
        if (takes != nullptr) {
            for (std::uint32_t w = 0; w < unit.width; ++w)
                for (std::uint64_t rest = tail[w]; rest != 0; rest &= rest - 1) {
                    const auto position = w * 64 + static_cast<std::uint32_t>(std::countr_zero(rest));
                    const std::uint64_t* follow =
                        bits_.data() + unit.follow + std::size_t{position} * unit.width;
                    for (std::uint32_t i = 0; i < unit.width; ++i) next[i] |= follow[i];
                }
            bool ended = false;
            const std::uint64_t* last = bits_.data() + unit.last;
            for (std::uint32_t i = 0; i < unit.width; ++i) {
                next[i] &= takes[i];
                ended = ended || (next[i] & last[i]) != 0;
            }
            if (ended) scratch.ends.push_back({u, at});
        }
        std::uint64_t any = 0;
        for (std::uint32_t i = 0; i < unit.width; ++i) any |= tail[i] = keep ? tail[i] | next[i] : next[i];
        if (any != 0)
            scratch.active[kept++] = u;
        else
            scratch.is_active[u] = 0;
    }
    scratch.active.resize(kept);
}

// Notes the cues that end at stream index `at`, and wakes those that reach a gap there.
void Automaton::apply(std::uint32_t effect, std::uint32_t at, MatchScratch& scratch) const {
    const auto& e = effects_[effect];
    for (std::uint32_t i = e.first_output; i < e.last_output; ++i) scratch.ends.push_back({outputs_[i], at});
    for (std::uint32_t i = e.first_seed; i < e.last_seed; ++i) {
        const auto [unit, position] = seeds_[i];
        if (!scratch.is_active[unit]) {
            scratch.is_active[unit] = 1;
            scratch.active.push_back(unit);
        }
        scratch.tails[std::size_t{unit} * (max_positions / 64) + position / 64] |= std::uint64_t{1}
                                                                                   << (position % 64);
    }
}

void Automaton::run(MatchScratch& scratch) const {
    scratch.ends.clear();
    scratch.is_active.resize(units_.size());
    scratch.tails.resize(units_.size() * (max_positions / 64));
    std::uint32_t state = 0;
    for (std::uint32_t at = 0; at < scratch.stream.size(); ++at) {
        const StreamItem& item = scratch.stream[at];
        if (item.is_mark) {
            const bool keep = seen_through(static_cast<Mark>(item.word));
            if (!scratch.active.empty()) step_tails(scratch, header_.symbol_count + item.word, keep, at);
            const auto& move = mark_moves_[std::size_t{state} * mark_count + item.word];
            if (move.effect != 0) apply(move.effect, at, scratch);
            state = move.target;
        } else {
            const Symbol symbol = word_symbols_[item.word];
            if (!scratch.active.empty()) step_tails(scratch, symbol, false, at);
            state = step(state, symbol);
            if (const auto effect = states_[state].effect; effect != 0) apply(effect, at, scratch);
        }
    }
    for (const std::uint32_t unit : scratch.active) {  // leave the room clean for the next passage
        scratch.is_active[unit] = 0;
        std::fill_n(scratch.tails.begin() + std::ptrdiff_t{unit} * (max_positions / 64), max_positions / 64,
                    0);
    }
    scratch.active.clear();
}

std::uint32_t Automaton::begin_of(const std::vector<StreamItem>& stream, std::uint32_t unit_index,
                                  std::uint32_t at, std::uint32_t not_before) const {
    const Unit& unit = units_[unit_index];
    const std::uint64_t* first = bits_.data() + unit.first;
    std::uint64_t live[max_positions / 64] = {};    // positions from which the end can be reached
    std::uint64_t before[max_positions / 64] = {};  // positions that may come before one of those
    std::copy_n(bits_.data() + unit.last, unit.width, before);
    std::uint32_t begin = nowhere;
    for (std::uint32_t here = at;; --here) {
        const StreamItem& item = stream[here];
        const std::uint64_t* takes = mask(unit, symbol_of(item));
        const bool keep = here != at && item.is_mark && seen_through(static_cast<Mark>(item.word));
        bool begins = false;
        std::uint64_t any = 0;
        for (std::uint32_t i = 0; i < unit.width; ++i) {
            const std::uint64_t taken = takes == nullptr ? 0 : before[i] & takes[i];
            begins = begins || (taken & first[i]) != 0;
            any |= live[i] = keep ? live[i] | taken : taken;
            before[i] = 0;
        }
        if (begins) begin = here;
        if (any == 0 || here == not_before) return begin;
        for (std::uint32_t w = 0; w < unit.width; ++w)
            for (std::uint64_t rest = live[w]; rest != 0; rest &= rest - 1) {
                const auto position = w * 64 + static_cast<std::uint32_t>(std::countr_zero(rest));
                const std::uint64_t* precede =
                    bits_.data() + unit.precede + std::size_t{position} * unit.width;
                for (std::uint32_t i = 0; i < unit.width; ++i) before[i] |= precede[i];
            }
    }
}

// Leftmost-longest: of all stretches that the unit matches, take the one that begins first (of those the
// longest), then the same again behind it. An end whose leftmost beginning is taken already may still have a
// later one.
void Automaton::choose(MatchScratch& scratch, std::uint32_t unit, std::span<const MatchScratch::End> ends,
                       std::vector<CueHit>& out) const {
    auto& heap = scratch.spans;
    heap.clear();
    const auto later = [](const CueHit& a, const CueHit& b) {
        return a.first != b.first ? a.first > b.first : a.last < b.last;
    };
    for (const auto& end : ends) heap.push_back({unit, begin_of(scratch.stream, unit, end.at, 0), end.at});
    std::make_heap(heap.begin(), heap.end(), later);
    std::uint32_t free_from = 0;  // in the stream
    while (!heap.empty()) {
        std::pop_heap(heap.begin(), heap.end(), later);
        CueHit span = heap.back();
        heap.pop_back();
        if (span.first >= free_from) {
            free_from = span.last + 1;
            const StreamItem& last = scratch.stream[span.last];
            out.push_back(
                {unit, scratch.stream[span.first].token, last.is_mark ? last.token : last.token + 1});
        } else if (span.last >= free_from) {
            span.first = begin_of(scratch.stream, unit, span.last, free_from);
            if (span.first == nowhere) continue;
            heap.push_back(span);
            std::push_heap(heap.begin(), heap.end(), later);
        }
    }
}

void Automaton::match(const Passage& passage, MatchScratch& scratch, std::vector<CueHit>& out) const {
    out.clear();
    if (units_.empty()) return;
    make_stream(passage, scratch.stream);
    run(scratch);
    auto& ends = scratch.ends;
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    for (std::size_t i = 0; i < ends.size();) {
        std::size_t next = i;
        while (next < ends.size() && ends[next].unit == ends[i].unit) ++next;
        choose(scratch, ends[i].unit, {ends.data() + i, next - i}, out);
        i = next;
    }
}

}  // namespace attune
