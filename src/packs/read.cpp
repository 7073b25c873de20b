// SPDX-License-Identifier: MIT
#include "packs/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace attune {
namespace {

// Files of a pack are written in this format; data/README.md tells it.
constexpr int pack_format = 1;

using Reader = void (*)(const Source&, const Yaml&, Pack&);

struct FileKind {
    std::string_view path;  // of one file, or of a folder when it ends with '/'
    Reader read;
};

constexpr FileKind file_kinds[] = {
    {"codebook.yaml", read_codebook},
    {"frames.yaml", read_frames},
    {"safety.yaml", read_safety},
    {"lexicon/", read_lexicon},
    {"signals/", read_signals},
    {"patterns/", read_pattern},
    {"moves/", read_move},
    {"phrases/", read_phrases},
    {"topics/", read_topics},
    {"scenarios/", read_scenarios},
    {"skills/", read_skills},
};

Reader reader_of(std::string_view path) {
    for (const FileKind& kind : file_kinds)
        if (kind.path.ends_with('/') ? path.starts_with(kind.path) : path == kind.path) return kind.read;
    return nullptr;
}

// The nearest path that a pack's file may have, or all of them.
std::string path_help(const std::string& path) {
    std::vector<std::string> places;
    for (const FileKind& kind : file_kinds) places.emplace_back(kind.path);
    const std::size_t slash = path.find('/');
    std::string all;
    for (const std::string& place : places) all += (all.empty() ? "a pack has `" : ", `") + place + "`";
    return suggestion(path.substr(0, slash == std::string::npos ? path.size() : slash + 1), places, all);
}

// The format of a file is 1 where it says none. One that is newer is not read any further: what it holds may
// mean something else there. The key belongs to every kind of file, and its reader does not see it.
bool takes_format(const Source& source, Yaml& document) {
    if (document.kind != Yaml::Kind::map) return true;
    const auto format =
        std::find_if(document.entries.begin(), document.entries.end(), [](const YamlEntry& entry) {
            return entry.key.kind == Yaml::Kind::scalar && entry.key.text == "format";
        });
    if (format == document.entries.end()) return true;
    const auto number = read_whole(source, format->value, "`format`", 1, 1'000'000);
    if (number && *number > pack_format)
        source.error(
            format->value,
            fmt::format("this file is of format {}, and this attune reads format {}", *number, pack_format),
            "a newer attune reads it");
    const bool taken = number && *number <= pack_format;
    document.entries.erase(format);
    return taken;
}

}  // namespace

void read_pack(const PackFiles& files, Diagnostics& problems, Pack& pack) {
    for (const PackFile& file : files) {
        const Source& source = pack.sources.emplace_back(file, problems);
        const Reader read = reader_of(file.path);
        if (read == nullptr) {
            source.error("a pack has no place for this file", path_help(file.path));
            continue;
        }
        if (auto document = source.parse(); document && takes_format(source, *document))
            read(source, pack.documents.emplace_back(std::move(*document)), pack);
    }
}

}  // namespace attune
