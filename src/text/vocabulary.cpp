// SPDX-License-Identifier: MIT
//
// Hash and displace. Surfaces fall into small buckets by one half of their hash. The builder takes the
// fullest bucket first and tries displacements 0, 1, 2 … until every member of the bucket lands in a free
// slot; the displacement is kept. A look-up hashes once, reads the bucket's displacement, and compares the
// one surface in that slot. No text can make it probe further. Slots are at most four fifths full, which a
// few tries a bucket can fill.
#include "text/vocabulary.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>
#include <stdexcept>

#include "text/keywords.h"

namespace attune {
namespace {

namespace section {
constexpr SectionId slots = 1, displacements = 2, chars = 3, spellings = 4, grammar = 5, seed = 6;
}

constexpr std::uint64_t odd1 = 0x9E3779B97F4A7C15U, odd2 = 0xD6E8FEB86659FD93U, odd3 = 0xA0761D6478BD642FU;

template <class T>
std::uint64_t load(const char* p) {
    T value;
    std::memcpy(&value, p, sizeof value);
    return value;
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    a = (a ^ odd3) * (b ^ odd2 ^ (a >> 32));
    return a ^ (a >> 29);
}

// Eight bytes at a time; the last eight may overlap those before.
inline std::uint64_t hash(std::string_view text, std::uint64_t seed) {
    const char* p = text.data();
    std::size_t n = text.size();
    std::uint64_t h = seed ^ (n * odd1);
    std::uint64_t tail = 0;
    if (n >= 8) {
        for (; n > 8; p += 8, n -= 8) h = mix(load<std::uint64_t>(p), h);
        tail = load<std::uint64_t>(p + n - 8);
    } else if (n >= 4) {
        tail = load<std::uint32_t>(p) | load<std::uint32_t>(p + n - 4) << 32;
    } else if (n > 0) {
        tail =
            load<std::uint8_t>(p) | load<std::uint8_t>(p + n / 2) << 8 | load<std::uint8_t>(p + n - 1) << 16;
    }
    h = mix(tail, h);
    return (h ^ (h >> 32)) * odd1;
}

// Whether `size` bytes are equal, without a call: words are short.
inline bool equal(const char* a, const char* b, std::size_t size) {
    for (; size > 8; a += 8, b += 8, size -= 8)
        if (load<std::uint64_t>(a) != load<std::uint64_t>(b)) return false;
    if (size == 8) return load<std::uint64_t>(a) == load<std::uint64_t>(b);
    if (size >= 4)
        return load<std::uint32_t>(a) == load<std::uint32_t>(b) &&
               load<std::uint32_t>(a + size - 4) == load<std::uint32_t>(b + size - 4);
    for (std::size_t i = 0; i < size; ++i)
        if (a[i] != b[i]) return false;
    return true;
}

// The bucket comes from the hash's low half, the slot from its high bits after displacing.
std::size_t bucket_of(std::uint64_t h, std::size_t bucket_count) {
    return h & (bucket_count - 1);
}

std::size_t slot_of(std::uint64_t h, std::uint32_t displacement, int slot_shift) {
    return static_cast<std::size_t>(((h ^ (displacement * odd2)) * odd3) >> slot_shift);
}

}  // namespace

Vocabulary::Vocabulary(const BlobView& blob)
    : slots_(blob.get<SurfaceEntry>(section::slots)),
      displacements_(blob.get<std::uint32_t>(section::displacements)),
      chars_(blob.get<char>(section::chars)),
      spellings_(blob.get<PoolText>(section::spellings)),
      grammar_(blob.get<std::uint64_t>(section::grammar)) {
    const auto seed = blob.get<std::uint64_t>(section::seed);
    if (seed.empty() || slots_.empty() || displacements_.empty())
        throw std::runtime_error("the compiled pack has no vocabulary");
    seed_ = seed[0];
    slot_shift_ = 64 - std::countr_zero(slots_.size());
}

const SurfaceEntry* Vocabulary::find(std::string_view surface) const {
    if (slots_.empty()) return nullptr;
    const std::uint64_t h = hash(surface, seed_);
    const std::uint32_t displacement = displacements_[bucket_of(h, displacements_.size())];
    const SurfaceEntry& entry = slots_[slot_of(h, displacement, slot_shift_)];
    if (entry.text.size != surface.size() || entry.count == 0) return nullptr;
    return equal(chars_.data() + entry.text.begin, surface.data(), surface.size()) ? &entry : nullptr;
}

std::string_view Vocabulary::spelling(WordId word) const {
    if (word >= spellings_.size()) return {};
    return {chars_.data() + spellings_[word].begin, spellings_[word].size};
}

VocabularyBuilder::VocabularyBuilder() : spellings_(1), grammar_(1) {
    for (const std::string_view word : key::spellings) add_word(word);
}

WordId VocabularyBuilder::add_word(std::string_view word) {
    const auto known = word_ids_.find(std::string(word));
    if (known != word_ids_.end()) return known->second;
    if (spellings_.size() > 0xFFFF) throw std::length_error("a pack can hold 65,535 words at most");
    const auto id = static_cast<WordId>(spellings_.size());
    spellings_.emplace_back(word);
    grammar_.push_back(0);
    word_ids_.emplace(word, id);
    set_surface(word, {&id, 1}, true);
    return id;
}

WordId VocabularyBuilder::find_word(std::string_view word) const {
    const auto known = word_ids_.find(std::string(word));
    return known == word_ids_.end() ? unknown_word : known->second;
}

void VocabularyBuilder::add_surface(std::string_view surface, std::span<const WordId> words) {
    if (words.empty() || words.size() > 3)
        throw std::invalid_argument("a surface form stands for one to three words");
    set_surface(surface, words, false);
}

void VocabularyBuilder::set_surface(std::string_view text, std::span<const WordId> words, bool own) {
    Surface surface{std::string(text), {}, static_cast<std::uint8_t>(words.size()), own};
    std::copy(words.begin(), words.end(), surface.words.begin());
    const auto [place, fresh] = surface_places_.try_emplace(surface.text, surfaces_.size());
    if (fresh)
        surfaces_.push_back(std::move(surface));
    else if (!own)
        surfaces_[place->second] = std::move(surface);
}

void VocabularyBuilder::add_grammar(WordId word, std::uint64_t bits) {
    grammar_.at(word) |= bits;
}

namespace {

struct Placement {
    std::vector<std::uint32_t> displacements;
    std::vector<std::uint32_t> surface_in;  // by slot: index of its surface + 1, or 0
};

// One try with one seed; false when a bucket found no displacement.
bool place(const std::vector<std::uint64_t>& hashes, std::size_t slot_count, Placement& out) {
    const std::size_t bucket_count = std::bit_ceil(hashes.size() / 3 + 1);
    const int slot_shift = 64 - std::countr_zero(slot_count);
    std::vector<std::vector<std::uint32_t>> buckets(bucket_count);
    for (std::uint32_t i = 0; i < hashes.size(); ++i)
        buckets[bucket_of(hashes[i], bucket_count)].push_back(i);
    std::vector<std::uint32_t> order(bucket_count);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return buckets[a].size() > buckets[b].size(); });

    out.displacements.assign(bucket_count, 0);
    out.surface_in.assign(slot_count, 0);
    for (const std::uint32_t b : order) {
        const auto& members = buckets[b];
        if (members.empty()) break;
        constexpr std::uint32_t most_tries = 1U << 16;
        std::uint32_t d = 0;
        for (; d < most_tries; ++d) {
            std::size_t placed = 0;
            for (; placed < members.size(); ++placed) {
                std::uint32_t& slot = out.surface_in[slot_of(hashes[members[placed]], d, slot_shift)];
                if (slot != 0) break;
                slot = members[placed] + 1;
            }
            if (placed == members.size()) break;
            while (placed > 0) out.surface_in[slot_of(hashes[members[--placed]], d, slot_shift)] = 0;
        }
        if (d == most_tries) return false;
        out.displacements[b] = d;
    }
    return true;
}

}  // namespace

void VocabularyBuilder::write(BlobWriter& out) const {
    const std::size_t slot_count = std::bit_ceil(surfaces_.size() * 5 / 4 + 2);
    std::vector<std::uint64_t> hashes(surfaces_.size());
    Placement placement;
    std::uint64_t seed = 0;
    do {
        ++seed;
        std::transform(surfaces_.begin(), surfaces_.end(), hashes.begin(),
                       [&](const Surface& s) { return hash(s.text, seed); });
    } while (!place(hashes, slot_count, placement));

    TextPool pool;
    std::vector<PoolText> spellings;
    for (const std::string& spelling : spellings_) spellings.push_back(pool.add(spelling));
    std::vector<SurfaceEntry> slots(slot_count);
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
        if (placement.surface_in[slot] == 0) continue;
        const Surface& surface = surfaces_[placement.surface_in[slot] - 1];
        slots[slot].text = pool.add(surface.text);
        slots[slot].words = surface.words;
        slots[slot].count = surface.count;
    }
    out.add(section::slots, slots);
    out.add(section::displacements, placement.displacements);
    out.add(section::chars, pool.chars());
    out.add(section::spellings, spellings);
    out.add(section::grammar, grammar_);
    out.add(section::seed, std::vector<std::uint64_t>{seed});
}

}  // namespace attune
