// SPDX-License-Identifier: MIT
#include "app/whole_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/error.h"

using namespace attune;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / "attune-whole-file-test";
    Folder() {
        fs::remove_all(path);
        fs::create_directory(path);
    }
    ~Folder() { fs::remove_all(path); }
    [[nodiscard]] std::string file(const char* name) const { return (path / name).string(); }
    [[nodiscard]] std::ptrdiff_t entries() const {
        return std::distance(fs::directory_iterator(path), fs::directory_iterator());
    }
};

std::string content(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("a file is there once it is committed, and before that what was there") {
    const Folder folder;
    std::ofstream(folder.file("out")) << "old";
    {
        WholeFile file(folder.file("out"));
        file.output().write("new");
        file.output().flush();
        CHECK(content(folder.file("out")) == "old");
        file.commit();
        CHECK(content(folder.file("out")) == "new");
    }
    CHECK(folder.entries() == 1);
}

TEST_CASE("what is given up leaves nothing behind") {
    const Folder folder;
    { WholeFile(folder.file("out")).output().write("half"); }
    CHECK(folder.entries() == 0);
}

TEST_CASE("a link stays a link, and rights stay as they were") {
    const Folder folder;
    std::ofstream(folder.file("real")) << "old";
    fs::permissions(folder.file("real"), fs::perms(0640));
    fs::create_symlink("real", folder.file("link"));
    WholeFile file(folder.file("link"));
    file.output().write("new");
    file.commit();
    CHECK(fs::is_symlink(folder.file("link")));
    CHECK(content(folder.file("real")) == "new");
    CHECK(fs::status(folder.file("real")).permissions() == fs::perms(0640));
}

TEST_CASE("where nothing can be written, that is said at once") {
    const Folder folder;
    CHECK_THROWS_AS(WholeFile(folder.file("no/such/out")), IoError);
    CHECK_THROWS_AS(WholeFile(folder.path.string()), IoError);
    CHECK(folder.entries() == 0);
}
