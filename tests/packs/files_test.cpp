// SPDX-License-Identifier: MIT
#include "packs/files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "core/error.h"
#include "packs/sources.h"

using namespace attune;

namespace {

namespace fs = std::filesystem;

// A folder of its own that goes away with the test.
struct Folder {
    Folder() : path(fs::temp_directory_path() / "attune-files-test") {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name) << text;
    }
    fs::path path;
};

std::string listed(const PackFiles& files) {
    std::string out;
    for (const PackFile& file : files) out += file.path + "=" + file.text + " ";
    return out;
}

}  // namespace

TEST_CASE("a pack is every YAML file below its folder, hidden ones left out") {
    const Folder folder;
    folder.write("moves/b.yaml", "2");
    folder.write("codebook.yaml", "1");
    folder.write("README.md", "no");
    folder.write("moves/.draft.yaml", "no");
    folder.write(".git/x.yaml", "no");
    const PackFiles files = read_pack_folder(folder.path.string());
    CHECK(listed(files) == "codebook.yaml=1 moves/b.yaml=2 ");
    CHECK(files[0].shown == (folder.path / "codebook.yaml").string());
}

TEST_CASE("a folder that is not there is an error that names it") {
    CHECK_THROWS_WITH_AS(static_cast<void>(read_pack_folder("no/such/folder")),
                         "no/such/folder: there is no such pack folder", IoError);
}

TEST_CASE("the same path replaces, a new one adds") {
    const PackFiles base = {{"a.yaml", "a", "1"}, {"c.yaml", "c", "2"}};
    const PackFiles over = {{"b.yaml", "b", "3"}, {"c.yaml", "mine/c", "4"}};
    const PackFiles both = layer(base, over);
    CHECK(listed(both) == "a.yaml=1 b.yaml=3 c.yaml=4 ");
    CHECK(both[2].shown == "mine/c");
}

TEST_CASE("the YAML that a program carries comes back as it was") {
    const PackFiles files = {{"a.yaml", "data/a.yaml", "one: 1\n"}, {"b/c.yaml", "data/b/c.yaml", ""}};
    const PackFiles back = read_sources(write_sources(files), "built-in");
    CHECK(listed(back) == listed(files));
    CHECK(back[1].shown == "built-in/b/c.yaml");
}
