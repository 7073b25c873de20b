// SPDX-License-Identifier: MIT
//
// A kept pack is one file: its blob, then the blob's hash, which tells a file that was cut or damaged. The
// key is a hash of 128 bits over the YAML and over the built-in blob, so that another build of the program
// never finds it.
#include "packs/cache.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <span>
#include <string_view>

#include "packs/builtin.h"

namespace attune {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kept_at_most = 4;
constexpr std::string_view suffix = ".pack";

// Two lanes of multiply and rotate over eight bytes at a time.
class Hash {
  public:
    void add(std::span<const std::byte> bytes) {
        add_word(bytes.size());
        std::size_t at = 0;
        for (; at + 8 <= bytes.size(); at += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + at, 8);
            add_word(word);
        }
        std::uint64_t rest = 0;
        if (at < bytes.size()) std::memcpy(&rest, bytes.data() + at, bytes.size() - at);
        add_word(rest);
    }
    void add(std::string_view text) { add(std::as_bytes(std::span(text))); }
    [[nodiscard]] std::array<std::uint64_t, 2> value() const { return {mixed(a_), mixed(b_ ^ (a_ >> 7))}; }

  private:
    void add_word(std::uint64_t word) {
        a_ = rotated((a_ ^ word) * 0x9E3779B97F4A7C15U, 29);
        b_ = rotated((b_ + word) * 0xD6E8FEB86659FD93U, 31);
    }
    static std::uint64_t rotated(std::uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }
    static std::uint64_t mixed(std::uint64_t x) {
        x = (x ^ (x >> 32)) * 0xA0761D6478BD642FU;
        return x ^ (x >> 29);
    }
    std::uint64_t a_ = 1, b_ = 2;
};

std::array<std::uint64_t, 2> hash_of(std::span<const std::byte> bytes) {
    Hash hash;
    hash.add(bytes);
    return hash.value();
}

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

}  // namespace

PackCache PackCache::of_user() {
    std::string base = environment("XDG_CACHE_HOME");
    if (base.empty())
        if (const std::string home = environment("HOME"); !home.empty()) base = home + "/.cache";
    return PackCache(base.empty() ? "" : base + "/attune");
}

std::string PackCache::key_of(const PackFiles& files) {
    Hash hash;
    for (const PackFile& file : files) {
        hash.add(file.path);
        hash.add(file.text);
    }
    hash.add(builtin_blob());
    const auto [a, b] = hash.value();
    return fmt::format("{:016x}{:016x}", a, b);
}

std::string PackCache::path_of(const std::string& key) const {
    return folder_ + "/" + key + std::string(suffix);
}

std::optional<std::vector<std::byte>> PackCache::find(const std::string& key) const {
    if (folder_.empty()) return std::nullopt;
    std::ifstream file(path_of(key), std::ios::binary | std::ios::ate);
    if (!file) return std::nullopt;
    std::array<std::uint64_t, 2> told{};
    const auto size = static_cast<std::size_t>(file.tellg());
    if (size < sizeof told) return std::nullopt;
    std::vector<std::byte> blob(size - sizeof told);
    file.seekg(0);
    file.read(reinterpret_cast<char*>(blob.data()), static_cast<std::streamsize>(blob.size()));
    file.read(reinterpret_cast<char*>(told.data()), sizeof told);
    if (!file || told != hash_of(blob)) return std::nullopt;
    return blob;
}

void PackCache::keep(const std::string& key, const std::vector<std::byte>& blob) const {
    if (folder_.empty()) return;
    std::error_code ignored;
    fs::create_directories(folder_, ignored);
    // Written beside it and renamed, so that another run never reads half of it.
    const std::string draft = fmt::format("{}/{}.{}.part", folder_, key, ::getpid());
    std::ofstream file(draft, std::ios::binary | std::ios::trunc);
    const auto hash = hash_of(blob);
    file.write(reinterpret_cast<const char*>(blob.data()), static_cast<std::streamsize>(blob.size()));
    file.write(reinterpret_cast<const char*>(hash.data()), sizeof hash);
    file.close();
    if (file) fs::rename(draft, path_of(key), ignored);
    fs::remove(draft, ignored);

    std::vector<std::pair<fs::file_time_type, fs::path>> kept;
    for (fs::directory_iterator at(folder_, ignored), end; !ignored && at != end; at.increment(ignored))
        if (at->path().extension() == suffix) kept.emplace_back(at->last_write_time(ignored), at->path());
    std::sort(kept.rbegin(), kept.rend());
    for (std::size_t i = kept_at_most; i < kept.size(); ++i) fs::remove(kept[i].second, ignored);
}

}  // namespace attune
