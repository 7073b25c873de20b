// SPDX-License-Identifier: MIT
//
// One flat run of bytes that holds compiled packs. It is written once (by the build, or when a user's pack is
// loaded) and then only looked at: arrays are used in place, nothing is parsed, so that a program can start
// in a millisecond. Little-endian, same machine only; `format` guards against a blob of another build.
//
// A blob is a list of numbered sections, each an array of one trivially copyable type, 8-aligned.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace attune {

using SectionId = std::uint32_t;

class BlobWriter {
  public:
    template <class T>
    void add(SectionId id, std::span<const T> values) {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);
        add_bytes(id, {reinterpret_cast<const std::byte*>(values.data()), values.size_bytes()}, sizeof(T));
    }
    template <class T>
    void add(SectionId id, const std::vector<T>& values) {
        add(id, std::span<const T>(values));
    }
    // The whole blob. Equal sections give equal bytes.
    [[nodiscard]] std::vector<std::byte> finish() const;

  private:
    struct Section {
        SectionId id;
        std::uint32_t item_size;
        std::vector<std::byte> bytes;
    };
    void add_bytes(SectionId id, std::span<const std::byte> bytes, std::uint32_t item_size);
    std::vector<Section> sections_;
};

// Looks at a blob that somebody else keeps alive; the bytes must be 8-aligned.
class BlobView {
  public:
    BlobView() = default;
    // Throws std::runtime_error when the bytes are not a blob of this build's format.
    explicit BlobView(std::span<const std::byte> bytes);

    // The section's array; empty when the blob has no such section.
    template <class T>
    [[nodiscard]] std::span<const T> get(SectionId id) const {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);
        const auto bytes = find(id, sizeof(T));
        return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
    }

  private:
    [[nodiscard]] std::span<const std::byte> find(SectionId id, std::uint32_t item_size) const;
    std::span<const std::byte> bytes_;
};

// A string kept in a shared pool of characters.
struct PoolText {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
};

// Builds such a pool; equal strings are kept once.
class TextPool {
  public:
    PoolText add(std::string_view text);
    [[nodiscard]] const std::vector<char>& chars() const { return chars_; }

  private:
    std::vector<char> chars_;
    std::vector<PoolText> known_;  // open-addressed table over chars_
    std::size_t count_ = 0;
};

}  // namespace attune
