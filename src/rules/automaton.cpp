// SPDX-License-Identifier: MIT
//
// The idea. A cue is read over all places of a text at once. The text is looked at through a window of up to
// 63 items (words, and full stops between sentences); whatever is said of it is a row of bits: which items
// are a word of {act}, in which gaps between items a comma stands. "you should {act}" is then three steps,
// each a shift and an "and", and what is left says where the cue stands, however often.
//
//   1. Loading the window notes where each word stands, the classes that it is in, and the phrases of
//   classes.
//   2. Each cue is kept under its anchor, the rarest term that it cannot do without, and only looked at when
//      that stands in the window. Then it is asked whether the words beside the anchor can stand there, and
//      whether what else it needs is there.
//   3. What is left is run from its end to its beginning: that gives the gaps where a match begins. There are
//      few, and from each the cue is run forward to find the longest match.
//
// Windows overlap by the longest span of any cue, so that every match lies within the window it begins in.
//
// (One deterministic machine for all cues would run them all at once, but cues made of classes multiply its
// states: our packs pass half a million of them. Bits only add up.)
//
// Cost: a few operations for each word and the classes it is in, and for each cue at most one run a window
// and one more for each hit. All are bounded by the packs, whatever the text: the whole is linear in the
// text.
#include "rules/automaton.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace attune {

using machine::Position;
using machine::Takes;
using machine::Term;
using machine::Unit;

namespace {

// The order of what a match may end with: by gap, there marks in their order, then the item behind them.
constexpr std::uint32_t places_in_gap = 16;
constexpr std::uint32_t place_in_gap(std::uint32_t gap, std::uint32_t place) {
    return gap * places_in_gap + place;
}

// What positions take in a window.
class Taker {
  public:
    Taker(const TermIndex& terms, Window& window) : terms_(terms), window_(window) {}

    // The gaps before what is taken so that one of `gaps` comes behind it.
    [[nodiscard]] Places back(const Position& position, Places gaps) const {
        if (position.takes == Takes::mark) return gaps & window_.marks[position.mark];
        if (position.takes == Takes::gap) {
            Places before = 0;
            for (std::uint32_t i = 0; i < position.most; ++i)
                before |= gaps = (gaps >> 1) & window_.word_items;
            return before;
        }
        if (position.takes != Takes::term) return (gaps >> 1) & items(position);
        const Window::Found& found = terms_.find(position.term, window_);
        Places before = (gaps >> 1) & found.words;
        for (std::uint32_t p = found.phrase; p != 0; p = window_.phrases[p - 1].before)
            before |= ((gaps >> window_.phrases[p - 1].last) & 1) << window_.phrases[p - 1].first;
        return before;
    }

    // The gaps behind what is taken from one of `gaps` on.
    [[nodiscard]] Places ahead(const Position& position, Places gaps) const {
        if (position.takes == Takes::mark) return gaps & window_.marks[position.mark];
        if (position.takes == Takes::gap) {
            Places behind = 0;
            for (std::uint32_t i = 0; i < position.most; ++i)
                behind |= gaps = (gaps & window_.word_items) << 1;
            return behind;
        }
        if (position.takes != Takes::term) return (gaps & items(position)) << 1;
        const Window::Found& found = terms_.find(position.term, window_);
        Places behind = (gaps & found.words) << 1;
        for (std::uint32_t p = found.phrase; p != 0; p = window_.phrases[p - 1].before)
            behind |= ((gaps >> window_.phrases[p - 1].first) & 1) << window_.phrases[p - 1].last;
        return behind;
    }

  private:
    [[nodiscard]] Places items(const Position& position) const {
        if (position.takes == Takes::stop) return window_.stops;
        return window_.word_items & ~terms_.find(position.term, window_).words;
    }
    const TermIndex& terms_;
    Window& window_;
};

// Positions of a unit that are to be looked at, each once.
class Agenda {
  public:
    explicit Agenda(machine::Range positions) : size_((positions.last - positions.first + 63) / 64) {
        waiting_[0] = 0;  // most units need no more
        if (size_ > 1) std::fill_n(waiting_ + 1, size_ - 1, 0);
    }

    void add(std::uint32_t position) { waiting_[position / 64] |= place_bit(position % 64); }

    // What `look` adds comes before the position that it looks at …
    template <class Look>
    void from_the_last(Look look) {
        for (std::uint32_t w = size_; w-- > 0;)
            while (waiting_[w] != 0) {
                const auto place = static_cast<std::uint32_t>(std::bit_width(waiting_[w]) - 1);
                waiting_[w] ^= place_bit(place);
                look(w * 64 + place);
            }
    }
    // … or behind it.
    template <class Look>
    void from_the_first(Look look) {
        for (std::uint32_t w = 0; w < size_; ++w)
            while (waiting_[w] != 0) {
                const auto place = static_cast<std::uint32_t>(std::countr_zero(waiting_[w]));
                waiting_[w] ^= place_bit(place);
                look(w * 64 + place);
            }
    }

  private:
    std::uint32_t size_;
    std::uint64_t waiting_[max_positions / 64];
};

}  // namespace

Automaton::Automaton(const BlobView& blob)
    : terms_(blob),
      anchored_(blob.get<machine::Range>(machine::section::anchored)),
      anchored_units_(blob.get<std::uint32_t>(machine::section::anchored_units)),
      free_units_(blob.get<std::uint32_t>(machine::section::free_units)),
      units_(blob.get<Unit>(machine::section::units)),
      positions_(blob.get<Position>(machine::section::positions)),
      steps_(blob.get<std::uint16_t>(machine::section::steps)),
      needs_(blob.get<Term>(machine::section::needs)),
      class_matrix_(blob.get<std::uint64_t>(machine::section::class_matrix)),
      neighbours_(blob.get<std::uint64_t>(machine::section::neighbours)) {
    if (const auto header = blob.get<machine::Header>(machine::section::header); !header.empty())
        header_ = header.front();
    if (!neighbours_.empty())
        neighbour_bits_ = static_cast<std::uint32_t>(std::countr_zero(neighbours_.size() * 64));
}

// Whether a word of the set can stand at an item.
bool Automaton::can_stand_beside(std::uint32_t neighbours, std::uint32_t item, const Window& window) const {
    if (neighbours == machine::any_neighbour) return true;
    if (item >= window.size || (window.word_items & place_bit(item)) == 0) return false;
    const std::uint32_t at = machine::neighbour_bit(neighbours, window.word_at[item], neighbour_bits_);
    return ((neighbours_[at / 64] >> (at % 64)) & 1) != 0;
}

// Whether the unit's anchor stands somewhere among words that the unit can take there, and all else that it
// needs stands in the window.
bool Automaton::can_run(const Unit& unit, Window& window) const {
    if (unit.anchor != machine::no_anchor) {
        const Window::Found& found = terms_.find(unit.anchor, window);
        const auto fits_between = [&](std::uint32_t first, std::uint32_t last) {  // gaps
            return can_stand_beside(unit.before, first - 1, window) &&
                   can_stand_beside(unit.behind, last, window);
        };
        bool fits = false;
        for (Places rest = found.words; rest != 0 && !fits; rest &= rest - 1) {
            const auto at = static_cast<std::uint32_t>(std::countr_zero(rest));
            fits = fits_between(at, at + 1);
        }
        for (std::uint32_t p = found.phrase; p != 0 && !fits; p = window.phrases[p - 1].before)
            fits = fits_between(window.phrases[p - 1].first, window.phrases[p - 1].last);
        if (!fits) return false;
    }
    const auto needs = part(needs_, unit.needs);
    return std::all_of(needs.begin(), needs.end(),
                       [&](Term term) { return terms_.find(term, window).any(); });
}

// Calls `run` with each window loaded. A passage that fits one window is loaded once, however often it is
// asked.
template <class Run>
void Automaton::in_windows(MatchScratch& scratch, Run run) const {
    for (std::uint32_t base = 0;; base += Window::most_items - header_.reach) {
        if (scratch.window.base != base) terms_.load(base, scratch.window);
        run();
        if (scratch.window.reaches_the_end()) return;
    }
}

// The gaps of the window where a match of the unit begins.
Places Automaton::possible_starts(const Unit& unit, MatchScratch& scratch) const {
    const Position* positions = positions_.data() + unit.positions.first;
    const Taker taker(terms_, scratch.window);
    Places starts = 0;
    Agenda agenda(unit.positions);
    for (const std::uint16_t p : part(steps_, unit.ends)) {
        scratch.reached[p] = ~Places{0};
        agenda.add(p);
    }
    agenda.from_the_last([&](std::uint32_t p) {
        const Position& position = positions[p];
        const Places before = taker.back(position, std::exchange(scratch.reached[p], 0));
        if (before == 0) return;
        if (position.begins != 0) starts |= before;
        for (const std::uint16_t q : part(steps_, position.before)) {
            scratch.reached[q] |= before;
            agenda.add(q);
        }
    });
    // A match that begins further back may not end within the window; the next one will have it.
    return scratch.window.reaches_the_end() ? starts
                                            : starts & (place_bit(Window::most_items - header_.reach) - 1);
}

// The longest match from a gap on that begins with the item or mark `first`: where it ends.
const StreamItem* Automaton::longest(const Unit& unit, std::uint32_t gap, const StreamItem& first,
                                     MatchScratch& scratch) const {
    const Position* positions = positions_.data() + unit.positions.first;
    const Taker taker(terms_, scratch.window);
    const bool from_mark = !is_item(first);
    std::uint32_t end = 0;  // the furthest place
    const Position* ends_with = nullptr;
    Agenda agenda(unit.positions);
    for (const std::uint16_t p : part(steps_, unit.begins)) {
        if ((positions[p].takes == Takes::mark) != from_mark) continue;
        if (from_mark && positions[p].mark != first.word) continue;
        scratch.reached[p] = place_bit(gap);
        agenda.add(p);
    }
    agenda.from_the_first([&](std::uint32_t p) {
        const Position& position = positions[p];
        const Places behind = taker.ahead(position, std::exchange(scratch.reached[p], 0));
        if (behind == 0) return;
        for (const std::uint16_t q : part(steps_, position.next)) {
            scratch.reached[q] |= behind;
            agenda.add(q);
        }
        if (position.ends == 0) return;
        const auto last_gap = static_cast<std::uint32_t>(std::bit_width(behind) - 1);
        const std::uint32_t place = position.takes == Takes::mark
                                        ? place_in_gap(last_gap, machine::place_of_mark[position.mark])
                                        : place_in_gap(last_gap - 1, machine::place_of_word);
        if (ends_with != nullptr && place <= end) return;
        end = place;
        ends_with = &position;
    });
    if (ends_with == nullptr) return nullptr;
    const Window& window = scratch.window;
    const std::uint32_t absolute = window.base + end / places_in_gap;
    if (ends_with->takes != Takes::mark) return window.stream.data() + window.items[absolute];
    const StreamItem* last = window.stream.data() + window.gap_begin(absolute);
    while (last->word != ends_with->mark) ++last;
    return last;
}

// Takes the hits that begin in a gap: with one of its marks, or with the item behind them.
void Automaton::take_from(std::uint32_t unit, std::uint32_t gap, MatchScratch& scratch,
                          std::vector<CueHit>& out) const {
    const auto& stream = scratch.window.stream;
    const std::uint32_t absolute = scratch.window.base + gap, item = scratch.window.gap_end(absolute);
    std::uint32_t at = units_[unit].begins_with_marks != 0 ? scratch.window.gap_begin(absolute) : item;
    for (at = std::max(at, scratch.free_from[unit]); at <= item && at < stream.size(); ++at) {
        const StreamItem* last = longest(units_[unit], gap, stream[at], scratch);
        if (last == nullptr) continue;
        if (scratch.free_from[unit] == 0) scratch.touched.push_back(unit);
        scratch.free_from[unit] = static_cast<std::uint32_t>(last - stream.data()) + 1;
        out.push_back({unit, stream[at].token, last->is_mark ? last->token : last->token + 1});
        at = scratch.free_from[unit] - 1;
    }
}

void Automaton::run(std::uint32_t unit, MatchScratch& scratch, std::vector<CueHit>& out) const {
    for (Places starts = possible_starts(units_[unit], scratch); starts != 0; starts &= starts - 1)
        take_from(unit, static_cast<std::uint32_t>(std::countr_zero(starts)), scratch, out);
}

namespace {

void finish(MatchScratch& scratch, std::vector<CueHit>& out) {
    for (const std::uint32_t unit : scratch.touched) scratch.free_from[unit] = 0;  // clean for the next time
    scratch.touched.clear();
    std::sort(out.begin(), out.end(), [](const CueHit& a, const CueHit& b) {
        if (a.unit != b.unit) return a.unit < b.unit;
        return a.first != b.first ? a.first < b.first : a.last < b.last;
    });
}

}  // namespace

void Automaton::match(const Passage& passage, const UnitSet& wanted, MatchScratch& scratch,
                      std::vector<CueHit>& out) const {
    out.clear();
    if (units_.empty()) return;
    terms_.begin(passage, scratch.window);
    scratch.free_from.resize(units_.size());
    scratch.reached.resize(max_positions);

    const auto is_wanted = [&](std::uint32_t unit) {
        return wanted.empty() || ((wanted[unit / 64] >> (unit % 64)) & 1) != 0;
    };
    in_windows(scratch, [&] {
        for (const Term term : scratch.window.present)
            for (const std::uint32_t unit : part(anchored_units_, anchored_[term]))
                if (is_wanted(unit) && can_run(units_[unit], scratch.window)) run(unit, scratch, out);
        for (const std::uint32_t unit : free_units_)
            if (is_wanted(unit)) run(unit, scratch, out);
    });
    finish(scratch, out);
}

void Automaton::match_more(std::span<const std::uint32_t> units, MatchScratch& scratch,
                           std::vector<CueHit>& out) const {
    out.clear();
    in_windows(scratch, [&] {
        for (const std::uint32_t unit : units)
            if (can_run(units_[unit], scratch.window)) run(unit, scratch, out);
    });
    finish(scratch, out);
}

}  // namespace attune
