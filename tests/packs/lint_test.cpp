// SPDX-License-Identifier: MIT
#include "packs/lint.h"

#include <doctest/doctest.h>

#include <numeric>

#include "packs/small_pack.h"
#include "rules/examples.h"

using namespace attune;
using namespace attune::testing;

namespace {

std::string rule(const std::string& name, const std::string& cue, const std::string& hits) {
    return "  - id: empathy." + name + "\n    cue: " + cue + "\n    weight: 0.5\n    hits: " + hits +
           "\n    misses: [Talk to him., Call her.]\n";
}

// A pack whose move `empathy` has these rules.
struct Opened {
    explicit Opened(const std::string& rules, const std::string& why = "it is warm") {
        Diagnostics problems;
        blob = compile_pack(small_pack_with("moves/empathy.yaml",
                                            "move: empathy\n" + (why.empty() ? "" : "why: " + why + "\n") +
                                                "rules:\n" + rules),
                            problems);
        REQUIRE(problems.render() == "");
        knowledge.emplace(blob);
        all.resize(knowledge->rules().size());
        std::iota(all.begin(), all.end(), 0U);
        std::erase_if(all, [&](std::uint32_t r) { return knowledge->rules()[r].kind != RuleKind::move; });
    }
    [[nodiscard]] std::string notes(LintDepth depth = LintDepth::usual) const {
        std::string out;
        for (const LintNote& note : lint_rules(*knowledge, all, depth))
            out += std::string(knowledge->text(knowledge->rules()[note.rule].id)) + " " + note.what + "\n";
        return out;
    }
    [[nodiscard]] std::string failures() const {
        std::string out;
        for (const ExampleFailure& failure : check_examples(*knowledge, all))
            out += std::string(knowledge->text(knowledge->rules()[failure.rule].id)) + " " + failure.what +
                   ": " + std::string(knowledge->text(knowledge->examples()[failure.example].reply)) + "\n";
        return out;
    }
    std::vector<std::byte> blob;
    std::optional<Knowledge> knowledge;
    std::vector<std::uint32_t> all;
};

}  // namespace

TEST_CASE("rules that earn their place are left alone") {
    const Opened opened(rule("a", "so sorry", "[So sorry., I'm so sorry.]") +
                        rule("b", "that hurts", "[That hurts., Ow. That hurts.]"));
    CHECK(opened.notes() == "");
    CHECK(opened.failures() == "");
}

TEST_CASE("a rule that finds itself nowhere is noted") {
    const Opened opened(rule("a", "so sorry", "[So sorry., I'm so sorry.]") +
                        rule("b", "that stings", "[That hurts., Ouch.]"));
    CHECK(opened.notes() == "empathy.b finds itself in no example of any rule\n");
}

TEST_CASE("a rule that only repeats another is noted") {
    const Opened opened(rule("a", "so sorry", "[So sorry., I'm so sorry.]") +
                        rule("b", "\"(so | very) sorry\"", "[So sorry to hear., He is so sorry.]"));
    CHECK(opened.notes() == "empathy.b finds only what `empathy.a` finds\n");
}

TEST_CASE("a cue that stands in two rules is noted") {
    const Opened opened(rule("a", "[so sorry, that hurts]", "[So sorry., That hurts.]") +
                        rule("b", "[that hurts, how hard]", "[That hurts so., How hard.]"));
    CHECK(opened.notes() == "empathy.b repeats the cue \"that hurts\" of `empathy.a`\n");
}

TEST_CASE("a cue that stands in two rules under different conditions is meant") {
    const Opened opened(
        rule("a", "[so sorry, that hurts]", "[So sorry., That hurts.]") +
        rule("b", "[that hurts, how hard]", "[That hurts., How hard.]\n    when: {reply: [\"words >= 1\"]}"));
    CHECK(opened.notes().empty());
}

TEST_CASE("a rule without a why is noted") {
    const Opened opened(rule("a", "so sorry", "[So sorry., I'm so sorry.]"), "");
    CHECK(opened.notes() == "empathy.a does not say why\n");
}

TEST_CASE("a hit that is missed and a miss that is hit are failures") {
    const Opened opened(rule("a", "sorry", "[So sorry., I'm so glad.]") +
                        rule("b", "talk", "[Talk to me., We talk.]"));
    CHECK(opened.failures() ==
          "empathy.a does not find itself in this hit: I'm so glad.\n"
          "empathy.b finds itself in this miss: Talk to him.\n");
}

TEST_CASE("an example may give the statement that a rule asks about") {
    const Opened opened(
        "  - id: empathy.a\n    cue: so sorry\n    when: {statement: [asked]}\n    weight: 0.5\n"
        "    hits: [{to: I asked you., reply: So sorry.}, {to: They asked., reply: \"Oh, so sorry!\"}]\n"
        "    misses: [So sorry., {to: I told you., reply: So sorry.}]\n");
    CHECK(opened.failures() == "");
}

TEST_CASE("a cue that may begin with nearly any word is noted, however that comes about") {
    for (const char* cue : {"* sorry", "..2 so sorry", "[really] * sorry", "(so | *) sorry", "!so sorry"}) {
        CAPTURE(cue);
        const Opened opened(
            rule("a", "\"" + std::string(cue) + "\"", "[I am so sorry., I am really sorry.]"));
        CHECK(opened.notes().find("has a cue that may begin with nearly any word: \"" + std::string(cue)) !=
              std::string::npos);
    }
    for (const char* cue : {"^ * sorry", "so * sorry", "[really] sorry", "(so | very) sorry"}) {
        CAPTURE(cue);
        const Opened opened(rule("a", "\"" + std::string(cue) + "\"", "[So sorry., So very sorry.]"));
        CHECK(opened.notes().find("any word") == std::string::npos);
    }
}

TEST_CASE("a cue that no hit shows is noted when that is asked for") {
    const Opened opened(rule("a", "[so sorry, that hurts]", "[So sorry., I'm so sorry.]"));
    CHECK(opened.notes() == "");
    CHECK(opened.notes(LintDepth::every_cue) == "empathy.a has no hit that shows its cue \"that hurts\"\n");
    const Opened shown(rule("a", "[so sorry, that hurts]", "[So sorry., That hurts.]"));
    CHECK(shown.notes(LintDepth::every_cue) == "");
}

TEST_CASE("a rule that others speak down in all of its hits is noted") {
    const std::string against =
        "  - id: empathy.b\n    cue: sorry\n    weight: -0.8\n    hits: [Sorry., Oh sorry.]\n    misses: "
        "[Oh., Ah.]\n";
    const Opened opened(rule("a", "so sorry", "[So sorry., I'm so sorry.]") + against);
    CHECK(opened.notes() == "empathy.a is spoken down in every one of its hits, by `empathy.b`\n");
    const Opened once(rule("a", "[so sorry, that hurts]", "[So sorry., That hurts.]") + against);
    CHECK(once.notes() == "");
}

TEST_CASE("a rule that speaks only where a wider one flags is noted") {
    const auto fixing = [](const std::string& narrow_weight, const std::string& wide_weight) {
        const std::string head = "pattern: fixing\nkinds:\n  direct: {title: a plan, why: a plan}\nrules:\n";
        const auto one = [](const std::string& name, const std::string& cue, const std::string& weight,
                            const std::string& hits) {
            return "  - id: fixing.direct." + name + "\n    cue: " + cue + "\n    weight: " + weight +
                   "\n    hits: " + hits + "\n    misses: [Oh., Ah.]\n";
        };
        Diagnostics problems;
        const auto blob = compile_pack(
            small_pack_with("patterns/fixing.yaml",
                            head +
                                one("wide", "you should", wide_weight, "[You should call., You should go.]") +
                                one("narrow", "you should really", narrow_weight,
                                    "[You should really call., You should really go.]")),
            problems);
        REQUIRE(problems.render() == "");
        const Knowledge knowledge(blob);
        std::string out;
        for (std::uint32_t r = 0; r < knowledge.rules().size(); ++r)
            if (knowledge.text(knowledge.rules()[r].id) == "fixing.direct.narrow")
                for (const LintNote& note : lint_rules(knowledge, std::vector<std::uint32_t>{r}))
                    out += note.what;
        return out;
    };
    CHECK(fixing("0.3", "0.6") == "adds nothing where `fixing.direct.wide` speaks, and speaks nowhere else");
    CHECK(fixing("0.3", "0.4") == "");  // together they flag what neither flags alone
    CHECK(fixing("0.7", "0.6") == "");  // it is surer
}
