// SPDX-License-Identifier: MIT
#include "packs/library.h"

#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "packs/builtin.h"
#include "packs/cache.h"
#include "packs/compile.h"

namespace attune {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

}  // namespace

std::unique_ptr<Library> Library::open(const std::vector<std::string>& folders, Diagnostics& problems) {
    std::unique_ptr<Library> library(new Library());
    std::span<const std::byte> blob = builtin_blob();
    if (!folders.empty()) {
        PackFiles files = builtin_files();
        for (const std::string& folder : folders) files = layer(std::move(files), read_pack_folder(folder));
        const PackCache cache = PackCache::of_user();
        const std::string key = PackCache::key_of(files);
        if (auto kept = cache.find(key)) {
            library->blob_ = std::move(*kept);
        } else {
            library->blob_ = compile_pack(files, problems);
            if (problems.failed()) return nullptr;
            if (problems.all().empty()) cache.keep(key, library->blob_);  // warnings are told every time
        }
        blob = library->blob_;
    }
    library->knowledge_ = std::make_unique<Knowledge>(blob);
    return library;
}

std::vector<std::string> find_pack_folders(const std::vector<std::string>& given) {
    std::vector<std::string> folders;
    std::string data = environment("XDG_DATA_HOME");
    if (data.empty())
        if (const std::string home = environment("HOME"); !home.empty()) data = home + "/.local/share";
    std::error_code ignored;
    if (!data.empty() && std::filesystem::is_directory(data + "/attune/packs", ignored))
        folders.push_back(data + "/attune/packs");

    const std::string listed = environment("ATTUNE_PACKS");
    for (std::string_view rest = listed; !rest.empty();) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        if (end > 0) folders.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    folders.insert(folders.end(), given.begin(), given.end());
    return folders;
}

}  // namespace attune
