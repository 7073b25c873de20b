// SPDX-License-Identifier: MIT
//
// The idea. Each cue has an automaton of its own, a handful of bits that is run from a place in the text as
// long as it lives. What makes a thousand of them fast is that hardly any is run: one bit a cue says whether
// it may begin with this word, another whether the next word may come second, a third whether the one after
// may come third; and, once a sentence, whether the words that a cue cannot do without
// stand in it at all. Those rows of bits, laid over one another, leave a few cues a word.
//
// (One deterministic machine for all cues would run them all at once, but cues made of classes multiply its
// states: our packs pass half a million of them. Bits only add up.)
//
// Cost: a few operations on rows of bits a word, and for each cue that is run at most as many steps as it has
// positions. Both are bounded by the packs, whatever the text: the whole is linear in the text.
#include "rules/automaton.h"

#include <algorithm>
#include <bit>

namespace attune {

using machine::Symbol;
using machine::Unit;

namespace {
constexpr std::uint32_t nowhere = UINT32_MAX;
}

Automaton::Automaton(const BlobView& blob)
    : word_symbols_(blob.get<Symbol>(machine::section::word_symbols)),
      start_ranges_(blob.get<std::uint32_t>(machine::section::start_ranges)),
      start_blocks_(blob.get<machine::UnitBlock>(machine::section::start_blocks)),
      seconds_(blob.get<std::uint64_t>(machine::section::seconds)),
      thirds_(blob.get<std::uint64_t>(machine::section::thirds)),
      need_ranges_(blob.get<std::uint32_t>(machine::section::need_ranges)),
      need_blocks_(blob.get<machine::UnitBlock>(machine::section::need_blocks)),
      needless_(blob.get<std::uint64_t>(machine::section::needless)),
      units_(blob.get<Unit>(machine::section::units)),
      entries_(blob.get<machine::Entry>(machine::section::entries)),
      bits_(blob.get<std::uint64_t>(machine::section::bits)),
      class_matrix_(blob.get<std::uint64_t>(machine::section::class_matrix)) {
    if (const auto header = blob.get<machine::Header>(machine::section::header); !header.empty())
        header_ = header.front();
}

const std::uint64_t* Automaton::mask(const Unit& unit, std::uint32_t symbol) const {
    const auto* table = entries_.data() + unit.first_entry;
    const std::uint32_t wrap = (1U << unit.entry_bits) - 1;
    for (std::uint32_t slot = machine::entry_slot(symbol, unit.entry_bits);; slot = (slot + 1) & wrap) {
        if (table[slot].symbol == symbol) return bits_.data() + table[slot].mask;
        if (table[slot].symbol == UINT32_MAX) break;
    }
    return symbol < header_.symbol_count ? bits_.data() + unit.wide : nullptr;  // null: takes no such mark
}

// Fills in the symbols of the stream, and for each item which words come next in its sentence.
void Automaton::look_ahead(MatchScratch& scratch) const {
    const std::size_t size = scratch.stream.size();
    scratch.symbols.resize(size);
    scratch.next_word.resize(size);
    scratch.after_next.resize(size);
    const std::uint32_t none = header_.symbol_count;
    std::uint32_t next = none, after = none;
    for (std::size_t i = size; i-- > 0;) {
        const StreamItem& item = scratch.stream[i];
        scratch.next_word[i] = next;
        scratch.after_next[i] = after;
        if (!item.is_mark) {
            scratch.symbols[i] = word_symbols_[item.word];
            after = next;
            next = scratch.symbols[i];
        } else {
            scratch.symbols[i] = header_.symbol_count + item.word;
            if (!seen_through(static_cast<Mark>(item.word))) next = after = none;
        }
    }
}

// The last stream item of the longest match of `unit` that begins at item `at`, or nowhere. `Width` is the
// unit's where it is known at compile time (most fit one word of bits), else 0.
template <std::uint32_t Width>
std::uint32_t Automaton::longest(const Unit& unit, std::uint32_t at, const MatchScratch& scratch) const {
    const std::uint32_t width = Width != 0 ? Width : unit.width;
    std::uint64_t
        live[Width != 0 ? Width : max_positions / 64];  // positions that the items so far have reached
    const std::uint64_t* last = bits_.data() + unit.last;
    const std::uint64_t* takes = mask(unit, scratch.symbols[at]);
    if (takes == nullptr) return nowhere;
    std::uint64_t any = 0, ended = 0;
    for (std::uint32_t i = 0; i < width; ++i) {
        any |= live[i] = bits_[unit.first + i] & takes[i];
        ended |= live[i] & last[i];
    }
    std::uint32_t end = ended != 0 ? at : nowhere;
    for (std::uint32_t here = at + 1; any != 0 && here < scratch.stream.size(); ++here) {
        const StreamItem& item = scratch.stream[here];
        const bool keep = item.is_mark && seen_through(static_cast<Mark>(item.word));
        takes = mask(unit, scratch.symbols[here]);
        if (takes == nullptr) {
            if (keep) continue;
            break;
        }
        std::uint64_t next[Width != 0 ? Width : max_positions / 64];
        std::fill_n(next, width, 0);
        for (std::uint32_t w = 0; w < width; ++w)
            for (std::uint64_t rest = live[w]; rest != 0; rest &= rest - 1) {
                const auto position = w * 64 + static_cast<std::uint32_t>(std::countr_zero(rest));
                const std::uint64_t* follow = bits_.data() + unit.follow + std::size_t{position} * width;
                for (std::uint32_t i = 0; i < width; ++i) next[i] |= follow[i];
            }
        any = ended = 0;
        for (std::uint32_t i = 0; i < width; ++i) {
            next[i] &= takes[i];
            ended |= next[i] & last[i];
            any |= live[i] = keep ? live[i] | next[i] : next[i];
        }
        if (ended != 0) end = here;
    }
    return end;
}

void Automaton::try_unit(std::uint32_t unit, std::uint32_t at, MatchScratch& scratch,
                         std::vector<CueHit>& out) const {
    if (at < scratch.free_from[unit]) return;
    const Unit& u = units_[unit];
    const std::uint32_t end = u.width == 1 ? longest<1>(u, at, scratch) : longest<0>(u, at, scratch);
    if (end == nowhere) return;
    if (scratch.free_from[unit] == 0) scratch.touched.push_back(unit);
    scratch.free_from[unit] = end + 1;
    const StreamItem& last = scratch.stream[end];
    out.push_back({unit, scratch.stream[at].token, last.is_mark ? last.token : last.token + 1});
}

// Which wanted units find all the words they need in stream items [first, last), a sentence.
void Automaton::allow(std::uint32_t first, std::uint32_t last, const UnitSet& wanted,
                      MatchScratch& scratch) const {
    if (wanted.empty())
        scratch.allowed.assign(header_.blocks, ~std::uint64_t{0});
    else
        scratch.allowed = wanted;
    for (std::uint32_t level = 0; level < machine::need_levels; ++level) {
        const std::uint32_t* ranges = need_ranges_.data() + std::size_t{level} * (header_.symbol_count + 1);
        const auto* needless = needless_.data() + std::size_t{level} * header_.blocks;
        scratch.met.assign(needless, needless + header_.blocks);
        for (std::uint32_t at = first; at < last; ++at) {
            if (scratch.stream[at].is_mark) continue;
            const std::uint32_t symbol = scratch.symbols[at];
            for (std::uint32_t b = ranges[symbol]; b < ranges[symbol + 1]; ++b)
                scratch.met[need_blocks_[b].block] |= need_blocks_[b].units;
        }
        for (std::uint32_t b = 0; b < header_.blocks; ++b) scratch.allowed[b] &= scratch.met[b];
    }
}

void Automaton::match(const Passage& passage, const UnitSet& wanted, MatchScratch& scratch,
                      std::vector<CueHit>& out) const {
    out.clear();
    if (units_.empty()) return;
    make_stream(passage, scratch.stream);
    look_ahead(scratch);
    scratch.free_from.resize(units_.size());
    const auto size = static_cast<std::uint32_t>(scratch.stream.size());
    const auto ends_sentence = [](const StreamItem& item) {
        return item.is_mark && !seen_through(static_cast<Mark>(item.word));
    };
    for (std::uint32_t at = 0, sentence_end = 0; at < size; ++at) {
        if (at == sentence_end) {
            while (sentence_end < size && !ends_sentence(scratch.stream[sentence_end])) ++sentence_end;
            sentence_end = std::min(sentence_end + 1, size);
            allow(at, sentence_end, wanted, scratch);
        }
        const std::uint32_t symbol = scratch.symbols[at];
        const std::uint64_t* second = seconds_.data() + std::size_t{scratch.next_word[at]} * header_.blocks;
        const std::uint64_t* third = thirds_.data() + std::size_t{scratch.after_next[at]} * header_.blocks;
        for (std::uint32_t b = start_ranges_[symbol]; b < start_ranges_[symbol + 1]; ++b) {
            const auto& start = start_blocks_[b];
            std::uint64_t worth =
                start.units & scratch.allowed[start.block] & second[start.block] & third[start.block];
            for (; worth != 0; worth &= worth - 1)
                try_unit(start.block * 64 + static_cast<std::uint32_t>(std::countr_zero(worth)), at, scratch,
                         out);
        }
    }
    for (const std::uint32_t unit : scratch.touched)
        scratch.free_from[unit] = 0;  // clean for the next passage
    scratch.touched.clear();
    std::stable_sort(out.begin(), out.end(),
                     [](const CueHit& a, const CueHit& b) { return a.unit < b.unit; });
}

}  // namespace attune
