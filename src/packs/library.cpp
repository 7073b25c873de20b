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

std::unique_ptr<Library> Library::open(const std::vector<PackFolder>& folders, Diagnostics& problems) {
    std::unique_ptr<Library> library(new Library());
    std::span<const std::byte> blob = builtin_blob();
    if (!folders.empty()) {
        PackFiles files = builtin_files();
        for (const PackFolder& folder : folders)
            files = layer(std::move(files), read_pack_folder(folder.path));
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

std::vector<PackFolder> find_pack_folders(const PackWishes& wishes) {
    std::vector<PackFolder> folders;
    const auto add_all = [&](const std::vector<std::string>& paths, PackFolder::From from) {
        for (const std::string& path : paths) folders.push_back({path, from});
    };
    std::string data = environment("XDG_DATA_HOME");
    if (data.empty())
        if (const std::string home = environment("HOME"); !home.empty()) data = home + "/.local/share";
    std::error_code ignored;
    if (!wishes.isolated && !data.empty() && std::filesystem::is_directory(data + "/attune/packs", ignored))
        folders.push_back({data + "/attune/packs", PackFolder::From::user});

    add_all(wishes.of_project, PackFolder::From::project);
    const std::string listed = wishes.isolated ? "" : environment("ATTUNE_PACKS");
    for (std::string_view rest = listed; !rest.empty();) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        if (end > 0) folders.push_back({std::string(rest.substr(0, end)), PackFolder::From::environment});
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    add_all(wishes.given, PackFolder::From::command_line);
    return folders;
}

}  // namespace attune
