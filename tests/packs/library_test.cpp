// SPDX-License-Identifier: MIT
#include "packs/library.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "core/error.h"
#include "packs/builtin.h"
#include "packs/cache.h"

using namespace attune;

namespace {

namespace fs = std::filesystem;

// A folder for packs and the cache, which goes away with the test. The environment of the test points into
// it.
struct Home {
    Home() : path(fs::temp_directory_path() / "attune-library-test") {
        fs::remove_all(path);
        fs::create_directories(path);
        ::setenv("XDG_CACHE_HOME", (path / "cache").c_str(), 1);
    }
    ~Home() {
        ::unsetenv("XDG_CACHE_HOME");
        fs::remove_all(path);
    }
    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;

    std::string pack(const std::string& name, const std::string& file, const std::string& text) const {
        fs::create_directories((path / name / file).parent_path());
        std::ofstream(path / name / file) << text;
        return (path / name).string();
    }
    [[nodiscard]] std::size_t kept() const {
        std::error_code none;
        std::size_t count = 0;
        for (const auto& entry : fs::directory_iterator(path / "cache" / "attune", none))
            count += entry.is_regular_file();
        return count;
    }
    fs::path path;
};

std::string extra_rule(const std::string& cue) {
    return "pattern: fixing\nwhy: a plan came first\nkinds: {test: {title: a test}}\nrules:\n  - id: "
           "fixing.test.extra\n    cue: " +
           cue + "\n    weight: 0.5\n    hits: [Zonk it., Zonk him.]\n    misses: [Talk., Call.]\n";
}

}  // namespace

TEST_CASE("a pack of one's own is laid over the built-in one, and later packs over earlier ones") {
    const Home home;
    const std::string first = home.pack("first", "patterns/extra.yaml", extra_rule("zonk it"));
    const std::string second = home.pack("second", "patterns/extra.yaml", extra_rule("zonk him"));
    Diagnostics problems;
    const auto library = Library::open({PackFolder{first}, PackFolder{second}}, problems);
    CHECK(problems.render() == "");
    REQUIRE(library);
    const Knowledge& knowledge = library->knowledge();
    const auto rule = knowledge.rule("fixing.test.extra");
    REQUIRE(rule);
    CHECK(knowledge.text(knowledge.rules()[*rule].cue) == "zonk him");
    CHECK(knowledge.rules().size() == Knowledge(builtin_blob()).rules().size() + 1);
}

TEST_CASE("problems in a pack of one's own name its file") {
    const Home home;
    const std::string pack = home.pack("mine", "patterns/extra.yaml", extra_rule("\"{nobody-at-all}\""));
    Diagnostics problems;
    CHECK(Library::open({PackFolder{pack}}, problems) == nullptr);
    CHECK(problems.render() == pack +
                                   "/patterns/extra.yaml:6:11: error: unknown class `nobody-at-all`\n"
                                   "6 |     cue: \"{nobody-at-all}\"\n"
                                   "  |           ^^^^^^^^^^^^^^^ help: classes live in lexicon/\n");
    CHECK(home.kept() == 0);
}

TEST_CASE("a folder that is not there is an error") {
    Diagnostics problems;
    CHECK_THROWS_AS(static_cast<void>(Library::open({PackFolder{"no/such/pack"}}, problems)), IoError);
}

TEST_CASE("a compiled pack is kept and found again, whole") {
    const Home home;
    const PackCache cache((home.path / "cache" / "attune").string());
    const std::string key = PackCache::key_of({{"a.yaml", "a.yaml", "a: 1"}});
    CHECK(key == PackCache::key_of({{"a.yaml", "elsewhere/a.yaml", "a: 1"}}));
    CHECK(key != PackCache::key_of({{"a.yaml", "a.yaml", "a: 2"}}));
    CHECK(key != PackCache::key_of({{"b.yaml", "a.yaml", "a: 1"}}));

    CHECK_FALSE(cache.find(key));
    const std::vector<std::byte> blob(1001, std::byte{7});
    cache.keep(key, blob);
    REQUIRE(cache.find(key));
    CHECK(*cache.find(key) == blob);

    // A damaged one is none.
    const fs::path file = home.path / "cache" / "attune" / (key + ".pack");
    fs::resize_file(file, 500);
    CHECK_FALSE(cache.find(key));
}

TEST_CASE("few compiled packs are kept") {
    const Home home;
    const PackCache cache((home.path / "cache" / "attune").string());
    for (int i = 0; i < 9; ++i) cache.keep("key" + std::to_string(i), {std::byte{1}});
    CHECK(home.kept() == 4);
}

TEST_CASE("a cache that cannot be written changes nothing") {
    const PackCache nowhere("/proc/no/such/place");
    nowhere.keep("key", {std::byte{1}});
    CHECK_FALSE(nowhere.find("key"));
    PackCache("").keep("key", {std::byte{1}});
}
