// SPDX-License-Identifier: MIT
#include "packs/read.h"

#include <string_view>

namespace attune {
namespace {

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

}  // namespace

void read_pack(const PackFiles& files, Diagnostics& problems, Pack& pack) {
    for (const PackFile& file : files) {
        const Source& source = pack.sources.emplace_back(file, problems);
        const Reader read = reader_of(file.path);
        if (read == nullptr) {
            source.error("a pack has no place for this file", path_help(file.path));
            continue;
        }
        if (auto document = source.parse())
            read(source, pack.documents.emplace_back(std::move(*document)), pack);
    }
}

}  // namespace attune
