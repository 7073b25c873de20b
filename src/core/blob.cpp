// SPDX-License-Identifier: MIT
//
// The bytes: a header, a directory with one entry a section in rising id order, then the sections, each at a
// multiple of 8. A section is found by halving the directory.
#include "core/blob.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace attune {
namespace {

constexpr std::array<char, 8> magic = {'a', 't', 't', 'u', 'n', 'e', 'p', 'k'};
constexpr std::uint32_t format = 3;  // raise it whenever a section's meaning changes but not its item size

struct Header {
    std::array<char, 8> magic;
    std::uint32_t format;
    std::uint32_t section_count;
    std::uint64_t size;  // of the whole blob
};

struct Entry {
    SectionId id;
    std::uint32_t item_size;
    std::uint64_t offset;
    std::uint64_t size;
};

std::size_t aligned(std::size_t offset) {
    return (offset + 7) & ~std::size_t{7};
}

const Entry* directory(std::span<const std::byte> bytes) {
    return reinterpret_cast<const Entry*>(bytes.data() + sizeof(Header));
}

std::uint64_t hash(std::string_view text) {  // FNV-1a
    std::uint64_t h = 14695981039346656037U;
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return h;
}

}  // namespace

void BlobWriter::add_bytes(SectionId id, std::span<const std::byte> bytes, std::uint32_t item_size) {
    sections_.push_back({id, item_size, {bytes.begin(), bytes.end()}});
}

std::vector<std::byte> BlobWriter::finish() const {
    std::vector<const Section*> sorted;
    for (const Section& section : sections_) sorted.push_back(&section);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Section* a, const Section* b) { return a->id < b->id; });

    std::vector<Entry> entries;
    std::size_t offset = aligned(sizeof(Header) + sorted.size() * sizeof(Entry));
    for (const Section* section : sorted) {
        entries.push_back({section->id, section->item_size, offset, section->bytes.size()});
        offset = aligned(offset + section->bytes.size());
    }

    std::vector<std::byte> out(offset);
    const Header header{magic, format, static_cast<std::uint32_t>(sorted.size()), offset};
    std::memcpy(out.data(), &header, sizeof header);
    if (!entries.empty())
        std::memcpy(out.data() + sizeof header, entries.data(), entries.size() * sizeof(Entry));
    for (std::size_t i = 0; i < sorted.size(); ++i)
        std::copy(sorted[i]->bytes.begin(), sorted[i]->bytes.end(),
                  out.begin() + static_cast<std::ptrdiff_t>(entries[i].offset));
    return out;
}

BlobView::BlobView(std::span<const std::byte> bytes) : bytes_(bytes) {
    Header header{};
    if (bytes.size() < sizeof header) throw std::runtime_error("not a compiled pack");
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != magic) throw std::runtime_error("not a compiled pack");
    if (header.format != format)
        throw std::runtime_error("this pack was compiled by another build of attune");
    if (header.size != bytes.size() || header.section_count > (bytes.size() - sizeof header) / sizeof(Entry))
        throw std::runtime_error("the compiled pack is cut short");
    for (const Entry& entry : std::span(directory(bytes), header.section_count))
        if (entry.offset > bytes.size() || entry.size > bytes.size() - entry.offset || entry.offset % 8 != 0)
            throw std::runtime_error("the compiled pack is damaged");
}

std::span<const std::byte> BlobView::find(SectionId id, std::uint32_t item_size) const {
    if (bytes_.empty()) return {};
    Header header{};
    std::memcpy(&header, bytes_.data(), sizeof header);
    const std::span entries(directory(bytes_), header.section_count);
    const auto found =
        std::lower_bound(entries.begin(), entries.end(), id,
                         [](const Entry& entry, SectionId wanted) { return entry.id < wanted; });
    if (found == entries.end() || found->id != id) return {};
    if (found->item_size != item_size)
        throw std::runtime_error("this pack was compiled by another build of attune");
    return bytes_.subspan(found->offset, found->size);
}

PoolText TextPool::add(std::string_view text) {
    if (text.empty()) return {};
    if (2 * (count_ + 1) > known_.size()) {  // grow and put everything in again
        const std::vector<PoolText> old = std::move(known_);
        known_.assign(std::max<std::size_t>(64, 2 * old.size()), PoolText{});
        for (const PoolText kept : old) {
            if (kept.size == 0) continue;
            std::size_t slot = hash({chars_.data() + kept.begin, kept.size}) & (known_.size() - 1);
            while (known_[slot].size != 0) slot = (slot + 1) & (known_.size() - 1);
            known_[slot] = kept;
        }
    }
    std::size_t slot = hash(text) & (known_.size() - 1);
    for (; known_[slot].size != 0; slot = (slot + 1) & (known_.size() - 1)) {
        const PoolText kept = known_[slot];
        if (std::string_view(chars_.data() + kept.begin, kept.size) == text) return kept;
    }
    const PoolText added{static_cast<std::uint32_t>(chars_.size()), static_cast<std::uint32_t>(text.size())};
    chars_.insert(chars_.end(), text.begin(), text.end());
    known_[slot] = added;
    ++count_;
    return added;
}

}  // namespace attune
