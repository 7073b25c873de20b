// SPDX-License-Identifier: MIT
//
// What the loader says about rules, word for word.
#include <doctest/doctest.h>

#include "packs/small_pack.h"

using namespace attune::testing;

namespace {

// A whole rule's lines but the ones that a test gives.
const std::string examples = "    hits: [You should talk., Just call.]\n    misses: [I talk., We call.]\n";

std::string problems_of_cue(const std::string& cue) {
    return problems_of_rule("    cue: " + cue + "\n    weight: 0.5\n" + examples);
}

std::string problems_of_when(const std::string& when) {
    return problems_of_rule("    cue: you should\n    weight: 0.5\n    when: " + when + "\n" + examples);
}

}  // namespace

TEST_CASE("a whole rule has no problems") {
    CHECK(problems_of(small_pack()) == "");
    CHECK(problems_of_rule(
              "    cue: [\"you [{adverb}] should {act}\", \"just {act}\"]\n    except: you should know\n"
              "    when: {clause: [not negated], statement: [not asked or not known]}\n"
              "    marks: clause\n    weight: 0.5\n" +
              examples) == "");
}

TEST_CASE("an unknown key is told with the one that was meant") {
    CHECK(problems_of_rule("    cue: you should\n    weigth: 0.4\n" + examples) ==
          "patterns/fixing.yaml:6:5: error: the key `weight` is missing\n"
          "6 |   - id: fixing.direct.test\n"
          "  |     ^^\n"
          "patterns/fixing.yaml:8:5: error: unknown key `weigth`\n"
          "8 |     weigth: 0.4\n"
          "  |     ^^^^^^ help: did you mean `weight`?\n");
}

TEST_CASE("a key that stands twice is told, with the first one's line") {
    CHECK(problems_of_rule("    cue: you should\n    weight: 0.4\n    weight: 0.5\n" + examples) ==
          "patterns/fixing.yaml:9:5: error: the key `weight` stands here twice\n"
          "9 |     weight: 0.5\n"
          "  |     ^^^^^^ help: the first is on line 8\n");
}

TEST_CASE("values of a wrong kind are told") {
    CHECK(
        problems_of_rule(
            "    cue: {a: b}\n    weight: heavy\n    marks: word\n    hits: some\n    misses: [a, [b]]\n") ==
        "patterns/fixing.yaml:7:10: error: `cue` should be a text, not keys with values\n"
        "7 |     cue: {a: b}\n"
        "  |          ^\n"
        "patterns/fixing.yaml:8:13: error: `weight` should be a number, not a single value\n"
        "8 |     weight: heavy\n"
        "  |             ^^^^^\n"
        "patterns/fixing.yaml:9:12: error: unknown place to mark `word`\n"
        "9 |     marks: word\n"
        "  |            ^^^^ help: one of `cue`, `clause`, `sentence`, `reply`\n"
        "patterns/fixing.yaml:10:11: error: `hits` should be a list, not a single value\n"
        "10 |     hits: some\n"
        "   |           ^^^^\n"
        "patterns/fixing.yaml:11:17: error: an item of `misses` should be a text, not a list\n"
        "11 |     misses: [a, [b]]\n"
        "   |                 ^\n");
}

TEST_CASE("a weight lies between -1 and 1") {
    CHECK(problems_of_rule("    cue: you should\n    weight: 1.5\n" + examples) ==
          "patterns/fixing.yaml:8:13: error: `weight` is out of range\n"
          "8 |     weight: 1.5\n"
          "  |             ^^^ help: from -1 to 1\n");
}

TEST_CASE("a rule needs two hits and two misses") {
    CHECK(
        problems_of_rule("    cue: you should\n    weight: 0.5\n    hits: [You should.]\n    misses: []\n") ==
        "patterns/fixing.yaml:9:11: error: a rule needs at least two hits\n"
        "9 |     hits: [You should.]\n"
        "  |           ^ help: write two texts in which it must find itself\n"
        "patterns/fixing.yaml:10:13: error: a rule needs at least two misses\n"
        "10 |     misses: []\n"
        "   |             ^ help: write two texts that look like it and are not\n");
}

TEST_CASE("a mistake in a cue is pointed at inside the cue") {
    CHECK(problems_of_cue("you {adverbs} should") ==
          "patterns/fixing.yaml:7:14: error: unknown class `adverbs`\n"
          "7 |     cue: you {adverbs} should\n"
          "  |              ^^^^^^^^^ help: did you mean `adverb`?\n");
    CHECK(problems_of_cue("[\"just\", \"you (should | ought\"]") ==
          "patterns/fixing.yaml:7:24: error: this bracket is never closed\n"
          "7 |     cue: [\"just\", \"you (should | ought\"]\n"
          "  |                        ^ help: close it with `)`\n");
}

TEST_CASE("escapes and doubled quotation marks do not shift the caret") {
    CHECK(problems_of_cue("\"\\u0079ou {nobody}\"") ==
          "patterns/fixing.yaml:7:20: error: unknown class `nobody`\n"
          "7 |     cue: \"\\u0079ou {nobody}\"\n"
          "  |                    ^^^^^^^^ help: classes live in lexicon/\n");
    CHECK(problems_of_cue("'don''t {nobody}'") ==
          "patterns/fixing.yaml:7:18: error: unknown class `nobody`\n"
          "7 |     cue: 'don''t {nobody}'\n"
          "  |                  ^^^^^^^^ help: classes live in lexicon/\n");
}

TEST_CASE("a mistake in a cue that is folded over lines is told at its start") {
    CHECK(problems_of_cue(">\n      you\n      {nobody}") ==
          "patterns/fixing.yaml:7:10: error: unknown class `nobody`\n"
          "7 |     cue: >\n"
          "  |          ^ help: classes live in lexicon/\n");
}

TEST_CASE("a cue that can match the empty text is told") {
    CHECK(problems_of_cue("\"[just]\"").find("patterns/fixing.yaml:7:10: error: ") == 0);
}

TEST_CASE("a mistake in a condition is pointed at inside the condition") {
    CHECK(problems_of_when("{clause: [not negatd]}") ==
          "patterns/fixing.yaml:9:25: error: unknown condition `negatd`\n"
          "9 |     when: {clause: [not negatd]}\n"
          "  |                         ^^^^^^ help: did you mean `negated`?\n");
    CHECK(problems_of_when("{sentense: [first]}") ==
          "patterns/fixing.yaml:9:12: error: unknown key `sentense`\n"
          "9 |     when: {sentense: [first]}\n"
          "  |            ^^^^^^^^ help: did you mean `sentence`?\n");
}

TEST_CASE("conditions that contradict one another are told") {
    CHECK(problems_of_when("{clause: [negated, past, not negated]}") ==
          "patterns/fixing.yaml:9:36: error: `not negated` contradicts `negated`\n"
          "9 |     when: {clause: [negated, past, not negated]}\n"
          "  |                                    ^^^^^^^^^^^ help: no text can be both\n");
    CHECK(problems_of_when("{reply: [words <= 4, words >= 5]}") ==
          "patterns/fixing.yaml:9:32: error: `words >= 5` contradicts `words <= 4`\n"
          "9 |     when: {reply: [words <= 4, words >= 5]}\n"
          "  |                                ^^^^^^^^^^ help: no text can be both\n");
    CHECK(problems_of_when("{reply: [past, past]}") ==
          "patterns/fixing.yaml:9:26: error: `past` stands here twice\n"
          "9 |     when: {reply: [past, past]}\n"
          "  |                          ^^^^\n");
    CHECK(problems_of_when("{clause: [negated], sentence: [not negated]}") == "");
}

TEST_CASE("a rule can ask only for what was found before it") {
    CHECK(problems_of_when("{reply: [not empathy, asked]}") == "");
    CHECK(problems_of_when("{reply: [fixing]}") ==
          "patterns/fixing.yaml:9:20: error: a rule cannot ask for what it finds itself\n"
          "9 |     when: {reply: [fixing]}\n"
          "  |                    ^^^^^^\n");
    CHECK(problems_of_when("{statement: [empathy]}") ==
          "patterns/fixing.yaml:9:24: error: a statement is read for signals only\n"
          "9 |     when: {statement: [empathy]}\n"
          "  |                        ^^^^^^^ help: ask for a signal, or of the reply\n");
}

TEST_CASE("an id says the pattern, a kind of it and a name") {
    const std::string rest = "    cue: you should\n    weight: 0.5\n" + examples;
    const auto problems_of_id = [&](const std::string& id) {
        return problems_of(
            small_pack_with("patterns/fixing.yaml",
                            "pattern: fixing\nwhy: a plan came first\nkinds: {direct: {title: a plan}}\n"
                            "rules:\n  - id: " +
                                id + "\n" + rest));
    };
    CHECK(problems_of_id("fixing.direct.talk") == "");
    CHECK(problems_of_id("judging.direct.talk") ==
          "patterns/fixing.yaml:5:9: error: the id `judging.direct.talk` does not fit its place\n"
          "5 |   - id: judging.direct.talk\n"
          "  |         ^^^^^^^^^^^^^^^^^^^ help: it reads `fixing.kind.name`\n");
    CHECK(problems_of_id("fixing.dirct.talk") ==
          "patterns/fixing.yaml:5:9: error: fixing has no kind `dirct`\n"
          "5 |   - id: fixing.dirct.talk\n"
          "  |         ^^^^^^^^^^^^^^^^^ help: did you mean `direct`?\n");
}

TEST_CASE("an id that stands twice is told with the first one's place") {
    const std::string rule = "  - id: fixing.direct.test\n    cue: you should\n    weight: 0.5\n" + examples;
    CHECK(problems_of(small_pack_with(
              "patterns/more.yaml",
              "pattern: fixing\nwhy: a plan\nkinds: {direct: {title: a plan}}\nrules:\n" + rule + rule)) ==
          "patterns/more.yaml:10:9: error: the id `fixing.direct.test` stands here a second time\n"
          "10 |   - id: fixing.direct.test\n"
          "   |         ^^^^^^^^^^^^^^^^^^ help: the first is in patterns/more.yaml:5\n");
}

TEST_CASE("unknown frames are told once, and lifting one that does not hold is told") {
    CHECK(problems_of(small_pack_with(
              "patterns/fixing.yaml",
              "cancelled-by: [quotd]\n" +
                  fixing_file("    cue: you should\n    despite: [quoted]\n    weight: 0.5\n" + examples) +
                  "  - id: fixing.direct.more\n    cue: you must\n    weight: 0.5\n" + examples)) ==
          "patterns/fixing.yaml:1:16: error: unknown frame `quotd`\n"
          "1 | cancelled-by: [quotd]\n"
          "  |                ^^^^^ help: did you mean `quoted`?\n"
          "patterns/fixing.yaml:9:15: error: no `quoted` would cancel this rule\n"
          "9 |     despite: [quoted]\n"
          "  |               ^^^^^^ help: its file's `cancelled-by` has it not\n");
}

TEST_CASE("a rule of a pattern says why, or its kind or file does") {
    CHECK(problems_of(small_pack_with("patterns/fixing.yaml",
                                      "pattern: fixing\nkinds: {direct: {title: a plan}}\nrules:\n"
                                      "  - id: fixing.direct.test\n    cue: you should\n    weight: 0.5\n" +
                                          examples)) ==
          "patterns/fixing.yaml:4:9: error: nothing says why `fixing.direct.test` matters\n"
          "4 |   - id: fixing.direct.test\n"
          "  |         ^^^^^^^^^^^^^^^^^^ help: give the rule, its kind or its file a `why`\n");
}

TEST_CASE("all problems of all files are told at once") {
    const auto files =
        attune::layer(small_pack_with("patterns/fixing.yaml",
                                      fixing_file("    cue: \"{nobody}\"\n    weight: 2\n" + examples)),
                      {{"moves/empathy.yaml", "moves/empathy.yaml", "move: empathi\nrules: []\n"}});
    CHECK(problems_of(files) ==
          "moves/empathy.yaml:1:7: error: unknown move `empathi`\n"
          "1 | move: empathi\n"
          "  |       ^^^^^^^ help: did you mean `empathy`?\n"
          "patterns/fixing.yaml:7:11: error: unknown class `nobody`\n"
          "7 |     cue: \"{nobody}\"\n"
          "  |           ^^^^^^^^ help: classes live in lexicon/\n"
          "patterns/fixing.yaml:8:13: error: `weight` is out of range\n"
          "8 |     weight: 2\n"
          "  |             ^ help: from -1 to 1\n");
}
