// SPDX-License-Identifier: MIT
//
// The shipped packs: they load, they say why, and every rule keeps to its own examples.
#include "packs/shipped.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <numeric>

#include "packs/builtin.h"
#include "packs/compile.h"
#include "packs/library.h"
#include "rules/examples.h"

using namespace attune;
using namespace attune::testing;

TEST_CASE("every shipped rule has a why, two hits and two misses") {
    const Knowledge& knowledge = shipped();
    for (const Rule& rule : knowledge.rules()) {
        INFO(std::string(knowledge.text(rule.id)));
        if (rule.kind == RuleKind::pattern || rule.kind == RuleKind::move) CHECK(rule.why.size > 0);
        const bool automatic = rule.kind == RuleKind::feeling && rule.first_example == rule.last_example;
        if (automatic) continue;
        int hits = 0, misses = 0;
        for (std::uint32_t e = rule.first_example; e < rule.last_example; ++e)
            ++(knowledge.examples()[e].is_hit != 0 ? hits : misses);
        CHECK(hits >= 2);
        CHECK(misses >= 2);
    }
}

TEST_CASE("every shipped hit hits and every miss misses") {
    const Knowledge& knowledge = shipped();
    std::vector<std::uint32_t> all(knowledge.rules().size());
    std::iota(all.begin(), all.end(), 0U);
    for (const ExampleFailure& failure : check_examples(knowledge, all)) {
        const Rule& rule = knowledge.rules()[failure.rule];
        const Example& example = knowledge.examples()[failure.example];
        FAIL_CHECK(knowledge.text(rule.file) << ":" << example.line << ": " << knowledge.text(rule.id) << " "
                                             << failure.what << ": " << knowledge.text(example.reply));
    }
}

TEST_CASE("every pattern and move of the codebook has rules") {
    const Knowledge& knowledge = shipped();
    const auto spoken_for = [&](RuleKind kind, std::size_t target) {
        for (const Rule& rule : knowledge.rules())
            if (rule.kind == kind && rule.target == target && rule.weight > 0) return true;
        return false;
    };
    for (std::size_t p = 0; p < knowledge.patterns().size(); ++p) {
        INFO(std::string(knowledge.text(knowledge.patterns()[p].name)));
        CHECK(spoken_for(RuleKind::pattern, p));
    }
    for (std::size_t m = 0; m < knowledge.moves().size(); ++m) {
        INFO(std::string(knowledge.text(knowledge.moves()[m].name)));
        CHECK(spoken_for(RuleKind::move, m));
    }
}

TEST_CASE("the YAML that the program carries compiles to the blob that it carries") {
    Diagnostics problems;
    const auto blob = compile_pack(builtin_files(), problems);
    CHECK(problems.render() == "");
    const auto built = builtin_blob();
    CHECK(std::equal(blob.begin(), blob.end(), built.begin(), built.end()));
}

TEST_CASE("without folders of one's own the built-in packs are used in place") {
    Diagnostics problems;
    const auto library = Library::open({}, problems);
    REQUIRE(library);
    CHECK(library->knowledge().rules().data() == shipped().rules().data());
}

TEST_CASE(
    "pack folders come from the data folder, the project, the environment and the command line, in this "
    "order") {
    ::setenv("XDG_DATA_HOME", "/nowhere", 1);
    ::setenv("ATTUNE_PACKS", "one::two", 1);
    const auto folders = find_pack_folders({false, {"zero"}, {"three"}});
    std::vector<std::string> paths;
    for (const PackFolder& folder : folders) paths.push_back(folder.path);
    CHECK(paths == std::vector<std::string>{"zero", "one", "two", "three"});
    CHECK(folders[1].from == PackFolder::From::environment);
    const auto isolated = find_pack_folders({true, {}, {"three"}});
    REQUIRE(isolated.size() == 1);
    CHECK(isolated[0].path == "three");
    ::unsetenv("ATTUNE_PACKS");
    CHECK(find_pack_folders({}).empty());
    ::unsetenv("XDG_DATA_HOME");
}
