// SPDX-License-Identifier: MIT
//
// Classes, contractions and feelings: what they stand for, and what the loader says about them.
#include "packs/lexicon.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "packs/small_pack.h"
#include "rules/knowledge.h"

using namespace attune;
using namespace attune::testing;

namespace {

// A lexicon of the small pack and one file more.
struct Opened {
    explicit Opened(const std::string& text) : files(small_pack_with("lexicon/test.yaml", text)) {
        read_pack(files, problems, pack);
        lexicon.emplace(pack, problems);
        CHECK(problems.render() == "");
    }
    [[nodiscard]] bool has(const std::string& word_class, const std::string& phrase) {
        const auto index = lexicon->word_class(word_class);
        REQUIRE(index);
        std::vector<WordId> words;
        for (std::size_t at = 0; at < phrase.size();) {
            const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
            for (const WordId word : lexicon->words(phrase.substr(at, end - at))) words.push_back(word);
            at = end + 1;
        }
        const auto& members = lexicon->classes()[*index].members;
        return std::find(members.begin(), members.end(), words) != members.end();
    }

    PackFiles files;
    Diagnostics problems;
    Pack pack;
    std::optional<Lexicon> lexicon;
};

std::string problems_of_lexicon(const std::string& text) {
    return problems_of(small_pack_with("lexicon/test.yaml", text));
}

}  // namespace

TEST_CASE("a class may hold words, phrases and other classes, also inside phrases") {
    Opened opened(
        "classes:\n  sympathy: [sorry, so sorry, \"{adverb} awful\", \"{bad}\"]\n  bad: [dreadful]\n");
    CHECK(opened.has("sympathy", "sorry"));
    CHECK(opened.has("sympathy", "so sorry"));
    CHECK(opened.has("sympathy", "really awful"));
    CHECK(opened.has("sympathy", "just awful"));
    CHECK(opened.has("sympathy", "dreadful"));
    CHECK_FALSE(opened.has("sympathy", "awful"));
}

TEST_CASE("the same class in two files is their union") {
    Opened opened("classes:\n  person: [dad, boss]\n");
    CHECK(opened.has("person", "mum"));
    CHECK(opened.has("person", "dad"));
    CHECK(opened.lexicon->classes()[*opened.lexicon->word_class("person")].members.size() == 3);
}

TEST_CASE("members and cues meet texts through contractions, hyphens and curly apostrophes") {
    Opened opened(
        "contractions:\n  can't: can not\n  dunno: do not know\n"
        "classes:\n  stuck: [can't, I dunno, they’re, well-being, Shouldn't've]\n");
    CHECK(opened.has("stuck", "can not"));
    CHECK(opened.has("stuck", "i do not know"));
    CHECK(opened.has("stuck", "they are"));
    CHECK(opened.has("stuck", "well being"));
    CHECK(opened.has("stuck", "should not have"));
}

TEST_CASE("a verb group makes classes of its forms, and all verbs are in `verb`") {
    Opened opened("verbs:\n  leave: [\"go went gone\", calm down]\n");
    CHECK(opened.has("leave", "go"));
    CHECK(opened.has("leave.past", "went"));
    CHECK(opened.has("leave.pp", "gone"));
    CHECK(opened.has("leave.ing", "calming down"));
    CHECK(opened.has("leave.any", "goes"));
    CHECK(opened.has("verb", "talk"));
    CHECK(opened.has("verb.s", "goes"));
    CHECK(opened.has("verb.any", "calmed down"));
}

TEST_CASE("a family makes classes by strength, and its nouns stand apart") {
    Opened opened(
        "families:\n  anger: {noun: anger, undershoot: annoyed, low: [put out], high: [furious], other: "
        "[rage]}\n");
    CHECK(opened.has("feeling", "furious"));
    CHECK(opened.has("feeling", "sad"));
    CHECK(opened.has("feeling.anger", "put out"));
    CHECK(opened.has("feeling.anger.high", "furious"));
    CHECK(opened.has("feeling.high", "crushed"));
    CHECK(opened.has("feeling-noun", "rage"));
    CHECK_FALSE(opened.has("feeling", "rage"));
    CHECK_FALSE(opened.lexicon->word_class("feeling.anger.mid"));
}

TEST_CASE("a family's words become rules that need no examples") {
    const auto files = small_pack();
    Diagnostics problems;
    const auto blob = compile_pack(files, problems);
    const Knowledge knowledge(blob);
    const auto rule = knowledge.rule("feeling.sadness.high");
    REQUIRE(rule);
    CHECK(knowledge.rules()[*rule].kind == RuleKind::feeling);
    CHECK(knowledge.rules()[*rule].strength == 3);
    CHECK(knowledge.rules()[*rule].weight == doctest::Approx(0.7));
    CHECK(knowledge.rule("feeling.sadness.other"));
}

TEST_CASE("unknown and empty classes are told") {
    CHECK(problems_of_lexicon("classes:\n  bad: [\"{advrb} awful\"]\n  none: []\n") ==
          "lexicon/test.yaml:2:10: error: unknown class `advrb`\n"
          "2 |   bad: [\"{advrb} awful\"]\n"
          "  |          ^^^^^^^ help: did you mean `adverb`?\n"
          "lexicon/test.yaml:3:3: error: the class `none` is empty\n"
          "3 |   none: []\n"
          "  |   ^^^^\n");
}

TEST_CASE("a class that is made of itself is told with the way round") {
    CHECK(problems_of_lexicon("classes:\n  a1: [x, \"{a2}\"]\n  a2: [\"so {a3}\"]\n  a3: [\"{a1}\"]\n") ==
          "lexicon/test.yaml:4:9: error: the class `a3` is made of itself\n"
          "4 |   a3: [\"{a1}\"]\n"
          "  |         ^^^^ help: a1 -> a2 -> a3 -> a1\n");
}

TEST_CASE("a class holds no cue syntax") {
    CHECK(problems_of_lexicon(
              "classes:\n  bad: [\"so [very] bad\", \"{adverb\", \"Bad Name\"]\n  Bad Name: [x]\n") ==
          "lexicon/test.yaml:2:13: error: `[` cannot stand in a class\n"
          "2 |   bad: [\"so [very] bad\", \"{adverb\", \"Bad Name\"]\n"
          "  |             ^ help: a class holds words, phrases and other classes in braces\n"
          "lexicon/test.yaml:2:27: error: this brace is never closed\n"
          "2 |   bad: [\"so [very] bad\", \"{adverb\", \"Bad Name\"]\n"
          "  |                           ^ help: close it with `}`\n"
          "lexicon/test.yaml:3:3: error: `Bad Name` is no name for a class\n"
          "3 |   Bad Name: [x]\n"
          "  |   ^^^^^^^^ help: use a-z, 0-9, `-` and `.`\n");
}

TEST_CASE("classes that multiply without bound are refused") {
    std::string text = "classes:\n  c0: [a, b, c, d, e, f, g, h, i, j]\n";
    for (int i = 1; i < 9; ++i)
        text += "  c" + std::to_string(i) + ": [\"{c" + std::to_string(i - 1) + "} {c" +
                std::to_string(i - 1) + "}\"]\n";
    CHECK(problems_of_lexicon(text).find("this stands for more than 60000 phrases") != std::string::npos);
}

TEST_CASE("a missing grammar class is told with what it is for") {
    auto files = small_pack();
    for (auto& file : files)
        if (file.path == "lexicon/grammar.yaml") {
            const std::size_t at = file.text.find("  \"negator\"");
            file.text.erase(at, file.text.find('\n', at) + 1 - at);
        }
    CHECK(problems_of(files) ==
          "lexicon/: error: the class `negator` is missing: it tells what is denied\n"
          "  help: lexicon/grammar.yaml is the place for it\n");
}

TEST_CASE("contractions stand for one to three words") {
    CHECK(problems_of_lexicon("contractions:\n  idk: i do not know\n  two words: x\n") ==
          "lexicon/test.yaml:2:8: error: a contraction stands for one to three words\n"
          "2 |   idk: i do not know\n"
          "  |        ^^^^^^^^^^^^^\n"
          "lexicon/test.yaml:3:3: error: `two words` is not one word\n"
          "3 |   two words: x\n"
          "  |   ^^^^^^^^^\n");
}

TEST_CASE("a word has one strength in its family") {
    CHECK(problems_of_lexicon(
              "families:\n  anger: {noun: anger, undershoot: cross, low: [cross], high: [cross]}\n") ==
          "lexicon/test.yaml:2:64: error: `cross` stands here twice\n"
          "2 |   anger: {noun: anger, undershoot: cross, low: [cross], high: [cross]}\n"
          "  |                                                                ^^^^^ help: it is under `low` "
          "already\n");
}
