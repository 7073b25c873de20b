// SPDX-License-Identifier: MIT
#include "packs/sources.h"

#include <utility>

#include "core/blob.h"

namespace attune {
namespace {

constexpr SectionId chars = 1, entries = 2;

struct Entry {
    PoolText path;
    PoolText text;
};

}  // namespace

std::vector<std::byte> write_sources(const PackFiles& files) {
    TextPool pool;
    std::vector<Entry> all;
    for (const PackFile& file : files) all.push_back({pool.add(file.path), pool.add(file.text)});
    BlobWriter out;
    out.add(chars, pool.chars());
    out.add(entries, all);
    return out.finish();
}

PackFiles read_sources(std::span<const std::byte> bytes, const std::string& folder) {
    const BlobView blob(bytes);
    const auto pool = blob.get<char>(chars);
    const auto string = [&](PoolText text) { return std::string(pool.data() + text.begin, text.size); };
    PackFiles files;
    for (const Entry& entry : blob.get<Entry>(entries)) {
        std::string path = string(entry.path);
        std::string shown = folder;
        shown.append("/").append(path);
        files.push_back({std::move(path), std::move(shown), string(entry.text)});
    }
    return files;
}

}  // namespace attune
