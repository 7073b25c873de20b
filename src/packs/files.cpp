// SPDX-License-Identifier: MIT
#include "packs/files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/error.h"

namespace attune {
namespace {

namespace fs = std::filesystem;

bool hidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

void sort_by_path(PackFiles& files) {
    std::sort(files.begin(), files.end(),
              [](const PackFile& a, const PackFile& b) { return a.path < b.path; });
}

}  // namespace

std::string read_text_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (file) text << file.rdbuf();
    if (!file || file.bad()) throw IoError(path + ": cannot read this file");
    return std::move(text).str();
}

PackFiles read_pack_folder(const std::string& folder) {
    PackFiles files;
    std::error_code problem;
    if (!fs::is_directory(folder, problem)) throw IoError(folder + ": there is no such pack folder");
    fs::recursive_directory_iterator at(folder, problem);
    for (const auto end = fs::recursive_directory_iterator(); !problem && at != end; at.increment(problem)) {
        const fs::path& path = at->path();
        if (hidden(path)) {
            at.disable_recursion_pending();
            continue;
        }
        if (path.extension() != ".yaml" || !at->is_regular_file()) continue;
        files.push_back({path.lexically_relative(folder).generic_string(), path.generic_string(),
                         read_text_file(path.string())});
    }
    if (problem) throw IoError(folder + ": " + problem.message());
    sort_by_path(files);
    return files;
}

PackFiles layer(PackFiles base, const PackFiles& over) {
    for (const PackFile& file : over) {
        const auto same =
            std::find_if(base.begin(), base.end(), [&](const PackFile& b) { return b.path == file.path; });
        if (same != base.end())
            *same = file;
        else
            base.push_back(file);
    }
    sort_by_path(base);
    return base;
}

}  // namespace attune
