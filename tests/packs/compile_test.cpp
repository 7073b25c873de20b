// SPDX-License-Identifier: MIT
//
// What is not about a rule or a word: files, codebook, signals, banks and decks.
#include "packs/compile.h"

#include <doctest/doctest.h>

#include "packs/small_pack.h"
#include "rules/knowledge.h"

using namespace attune;
using namespace attune::testing;

TEST_CASE("equal files give equal bytes") {
    Diagnostics problems;
    CHECK(compile_pack(small_pack(), problems) == compile_pack(small_pack(), problems));
}

TEST_CASE("a file that a pack has no place for is told") {
    CHECK(problems_of(small_pack_with("pattern/fixing.yaml", "a: b\n")) ==
          "pattern/fixing.yaml: error: a pack has no place for this file\n"
          "  help: did you mean `patterns/`?\n");
}

TEST_CASE("signals that the coach needs are told when they are missing") {
    auto files = small_pack();
    std::string& text = files.back().text;
    REQUIRE(files.back().path == "signals/all.yaml");
    text.resize(text.find("  - signal: low-stakes"));
    CHECK(problems_of(files) ==
          "signals/: error: the signal `low-stakes` is missing: the coach asks for it\n"
          "  help: describe it in a file of signals/ or in safety.yaml\n");
}

TEST_CASE("a signal may ask for one that is described after it, but not in a circle") {
    const std::string examples = "\n        hits: [a, b]\n        misses: [c, d]\n";
    const auto rule = [&](const std::string& name, const std::string& when) {
        return "  - signal: " + name + "\n    about: x\n    rules:\n      - id: " + name +
               ".r\n        cue: " + name + "\n        when: {reply: [" + when + "]}" + examples;
    };
    CHECK(problems_of(small_pack_with("signals/b.yaml",
                                      "signals:\n" + rule("one", "two") + rule("two", "risk"))) == "");
    CHECK(problems_of(
              small_pack_with("signals/b.yaml", "signals:\n" + rule("one", "two") + rule("two", "one"))) ==
          "signals/b.yaml:15:24: error: this is looked for only after the rule was asked\n"
          "15 |         when: {reply: [one]}\n"
          "   |                        ^^^ help: signals come first, then moves, then patterns, each in its "
          "order\n");
}

TEST_CASE("a signal may be described in several files, once in each") {
    const std::string asked = "  - signal: asked\n    about: x\n    rules: []\n";
    CHECK(problems_of(small_pack_with("signals/b.yaml", "signals:\n" + asked)) == "");
    CHECK(problems_of(small_pack_with("signals/a.yaml", "signals:\n" + asked + asked)) ==
          "signals/a.yaml:5:13: error: the signal `asked` stands here a second time\n"
          "5 |   - signal: asked\n"
          "  |             ^^^^^\n");
}

TEST_CASE("a signal is not called as a move or a pattern is") {
    CHECK(problems_of(small_pack_with("signals/b.yaml",
                                      "signals:\n  - signal: empathy\n    about: x\n    rules: []\n")) ==
          "signals/b.yaml:2:13: error: a move is called `empathy` too\n"
          "2 |   - signal: empathy\n"
          "  |             ^^^^^^^ help: give the signal another name\n");
}

TEST_CASE("a bank's phrases take over its defaults") {
    const auto files = small_pack_with(
        "phrases/presence.yaml",
        "bank: presence\nabout: stays\ndefaults: {moves: [empathy], styles: [warm]}\n"
        "phrases:\n  - I'm here.\n  - {text: \"I'm with you in {event}.\", strengths: [2, 3], "
        "relations: [friend, teen], styles: [brief], families: [sadness], patterns: [fixing]}\n");
    Diagnostics problems;
    const auto blob = compile_pack(files, problems);
    REQUIRE(problems.render() == "");
    const Knowledge knowledge(blob);
    REQUIRE(knowledge.phrases().size() == 2);
    const Phrase& plain = knowledge.phrases()[0];
    CHECK(knowledge.text(plain.bank) == "presence");
    CHECK(plain.moves == 1);
    CHECK(plain.styles == 2);
    CHECK(plain.strengths == 0);
    const Phrase& tagged = knowledge.phrases()[1];
    CHECK(knowledge.text(tagged.text) == "I'm with you in {event}.");
    CHECK(tagged.moves == 1);
    CHECK(tagged.styles == 1);
    CHECK(tagged.strengths == 0b1100);
    CHECK(tagged.relations == ((1U << 2) | (1U << 3)));
    CHECK(tagged.families == 1);
    CHECK(tagged.patterns == 1);
}

TEST_CASE("a slot that nobody fills is told where it stands, with the one that was meant") {
    CHECK(
        problems_of(small_pack_with("phrases/presence.yaml",
                                    "bank: presence\nabout: stays\nphrases: [\"I hear that {evnt}.\"]\n")) ==
        "phrases/presence.yaml:3:11: error: unknown slot `evnt`\n"
        "3 | phrases: [\"I hear that {evnt}.\"]\n"
        "  |           ^^^^^^^^^^^^^^^^^^^^^ help: did you mean `event`?\n");
}

TEST_CASE("unknown names and broken braces in a bank are told, a default once") {
    CHECK(problems_of(small_pack_with(
              "phrases/presence.yaml",
              "bank: presence\nabout: stays\ndefaults: {moves: [empthy]}\n"
              "phrases: [one, two, {text: \"three {event\", relations: [frend], strengths: [4]}]\n")) ==
          "phrases/presence.yaml:3:20: error: unknown move `empthy`\n"
          "3 | defaults: {moves: [empthy]}\n"
          "  |                    ^^^^^^ help: did you mean `empathy`?\n"
          "phrases/presence.yaml:4:28: error: these braces do not pair up\n"
          "4 | phrases: [one, two, {text: \"three {event\", relations: [frend], strengths: [4]}]\n"
          "  |                            ^^^^^^^^^^^^^^\n"
          "phrases/presence.yaml:4:56: error: unknown relation `frend`\n"
          "4 | phrases: [one, two, {text: \"three {event\", relations: [frend], strengths: [4]}]\n"
          "  |                                                        ^^^^^ help: did you mean `friend`?\n"
          "phrases/presence.yaml:4:76: error: a strength should be 1, 2 or 3\n"
          "4 | phrases: [one, two, {text: \"three {event\", relations: [frend], strengths: [4]}]\n"
          "  |                                                                            ^\n");
}

TEST_CASE("a deck's scenarios know whose voice they are") {
    const auto deck = [](const std::string& scenario) {
        return small_pack_with(
            "scenarios/friend.yaml",
            "deck: friend\ntitle: A friend\nabout: talk\nrelation: friend\nscenarios:\n  - " + scenario);
    };
    const auto files = deck(
        "{id: friend.late, level: 2, feeling: sadness, tempts: [fixing], says: I failed., met: Yes., "
        "deeper: Again., repaired: Okay.}\n");
    Diagnostics problems;
    const auto blob = compile_pack(files, problems);
    REQUIRE(problems.render() == "");
    const Knowledge knowledge(blob);
    REQUIRE(knowledge.decks().size() == 1);
    REQUIRE(knowledge.scenarios().size() == 1);
    const Scenario& scenario = knowledge.scenarios()[knowledge.decks()[0].first];
    CHECK(relation_names[scenario.relation] == "friend");
    CHECK(scenario.level == 2);
    CHECK(scenario.tempts == 1);
    CHECK(knowledge.text(scenario.met) == "Yes.");
    CHECK(knowledge.text(scenario.deeper) == "Again.");
    CHECK(knowledge.text(scenario.repaired) == "Okay.");
    CHECK(scenario.missed.size == 0);

    CHECK(
        problems_of(deck("{id: friend.late, level: 2, feeling: sadness, says: I failed., deeper: Yes.}\n")) ==
        "scenarios/friend.yaml:6:76: error: nothing is said before this goes deeper\n"
        "6 |   - {id: friend.late, level: 2, feeling: sadness, says: I failed., deeper: Yes.}\n"
        "  |                                                                            ^^^^ help: say in "
        "`met` how they open up first\n");
    CHECK(problems_of(deck("{id: late, level: 9, feeling: sadnes, relation: frend, says: I failed.}\n")) ==
          "scenarios/friend.yaml:6:10: error: the id `late` does not fit its deck\n"
          "6 |   - {id: late, level: 9, feeling: sadnes, relation: frend, says: I failed.}\n"
          "  |          ^^^^ help: it reads `friend.name`\n"
          "scenarios/friend.yaml:6:23: error: `level` is out of range\n"
          "6 |   - {id: late, level: 9, feeling: sadnes, relation: frend, says: I failed.}\n"
          "  |                       ^ help: from 1 to 4\n"
          "scenarios/friend.yaml:6:35: error: unknown family `sadnes`\n"
          "6 |   - {id: late, level: 9, feeling: sadnes, relation: frend, says: I failed.}\n"
          "  |                                   ^^^^^^ help: did you mean `sadness`?\n"
          "scenarios/friend.yaml:6:53: error: unknown relation `frend`\n"
          "6 |   - {id: late, level: 9, feeling: sadnes, relation: frend, says: I failed.}\n"
          "  |                                                     ^^^^^ help: did you mean `friend`?\n");
}

TEST_CASE("a skill's exercises know their families, moves and decks") {
    auto files =
        small_pack_with("skills/feel.yaml",
                        "skill: feel\ntitle: Feel\nabout: hear it\ntask: A word.\ndrill: name\n"
                        "relation: friend\nexercises:\n"
                        "  - {id: feel.one, says: I failed., feelings: [sadness], offer: You sound sad.}\n");
    files.push_back(
        {"scenarios/a.yaml", "a.yaml", "deck: a\ntitle: A\nabout: talk\nrelation: friend\nscenarios: []\n"});
    files.push_back(
        {"skills/warm.yaml", "warm.yaml",
         "skill: warm\ntitle: Warm\nabout: be warm\ntask: Answer.\ndrill: draft\nmoves: [empathy]\n"
         "pause: true\ndecks: [a]\n"});
    Diagnostics problems;
    const auto blob = compile_pack(files, problems);
    REQUIRE(problems.render() == "");
    const Knowledge knowledge(blob);
    REQUIRE(knowledge.skills().size() == 2);
    const Skill& feel = knowledge.skills()[0];
    CHECK(feel.drill == DrillKind::name);
    REQUIRE(feel.last - feel.first == 1);
    const Exercise& exercise = knowledge.exercises()[feel.first];
    CHECK(exercise.families == 1);
    CHECK(knowledge.text(exercise.offer) == "You sound sad.");
    CHECK(relation_names[exercise.relation] == "friend");
    const Skill& warm = knowledge.skills()[1];
    CHECK(warm.moves == 1);
    CHECK(warm.decks == 1);
    CHECK(warm.pause == 1);
}

TEST_CASE("mistakes in a skill are told, each with its cure") {
    const auto problems_with = [](const std::string& head, const std::string& exercise) {
        return problems_of(small_pack_with(
            "skills/feel.yaml", "skill: feel\ntitle: Feel\nabout: hear it\ntask: A word.\n" + head +
                                    "relation: friend\nexercises:\n  - " + exercise + "\n"));
    };
    const std::string good = "{id: feel.one, says: I failed., feelings: [sadness], offer: You sound sad.}";
    const auto tells = [](const std::string& problems, const std::string& message) {
        CHECK_MESSAGE(problems.find(message) != std::string::npos, problems);
    };
    CHECK(problems_with("drill: name\n", good) == "");
    tells(problems_with("drill: nam\n", good), "skills/feel.yaml:5:8: error: unknown drill `nam`");
    tells(problems_with("drill: name\nmoves: [empaty]\n", good), "did you mean `empathy`?");
    tells(problems_with("drill: draft\n", "{id: feel.one, says: A., offer: B.}"),
          "nothing says what an answer should carry");
    tells(problems_with("drill: name\ndecks: [a]\n", good),
          "only a drill of drafts takes scenarios of decks");
    tells(problems_with("drill: name\n", "{id: one, says: A., feelings: [sadness], offer: B.}"),
          "the id `one` does not fit its skill");
    tells(problems_with("drill: name\n", "{id: feel.one, says: A., feelings: [sadnes], offer: B.}"),
          "unknown family `sadnes`");
    tells(problems_with("drill: name\n", "{id: feel.one, says: A., thought: B., offer: C.}"),
          "unknown key `thought`");
    tells(problems_with("drill: spot\n", "{id: feel.one, says: A., replies: [B, C]}"),
          "an exercise has three or four replies");
    tells(problems_with("drill: spot\n", "{id: feel.one, says: A., replies: [B, C, D]}"),
          "one reply of an exercise misses, and one only");
    tells(
        problems_with("drill: spot\n", "{id: feel.one, says: A., replies: [B, C, {text: D, misses: fixin}]}"),
        "did you mean `fixing`?");
    tells(problems_of(small_pack_with("skills/feel.yaml",
                                      "skill: feel\ntitle: F\nabout: h\ntask: A.\ndrill: name\n")),
          "this skill has nothing to practise on");
}

TEST_CASE("a word has the tone that was last given to it, other words have none") {
    auto files = small_pack_with("lexicon/a.yaml", "tone: {sorry: 9, Obviously: -4}\n");
    files.push_back({"lexicon/b.yaml", "b.yaml", "tone: {sorry: 7}\n"});
    Diagnostics problems;
    const auto blob = compile_pack(files, problems);
    REQUIRE(!problems.failed());
    const Knowledge knowledge(blob);
    const auto tone = [&](std::string_view word) {
        const SurfaceEntry* entry = knowledge.vocabulary().find(word);
        return knowledge.tone(entry == nullptr ? unknown_word : entry->words[0]);
    };
    CHECK(tone("sorry") == 7);
    CHECK(tone("obviously") == -4);
    CHECK(tone("you") == 0);
    CHECK(knowledge.tone(unknown_word) == 0);
}

TEST_CASE("a tone belongs to one word and is a whole number") {
    CHECK(problems_of(small_pack_with("lexicon/a.yaml", "tone: {so sorry: 9}\n")) ==
          "lexicon/a.yaml:1:8: error: `so sorry` is not one word\n"
          "1 | tone: {so sorry: 9}\n"
          "  |        ^^^^^^^^ help: a tone belongs to a single word\n");
    CHECK(problems_of(small_pack_with("lexicon/a.yaml", "tone: {sorry: 1.5}\n")) ==
          "lexicon/a.yaml:1:15: error: `sorry` should be a whole number\n"
          "1 | tone: {sorry: 1.5}\n"
          "  |               ^^^ help: from -99 to 99\n");
}

TEST_CASE("the codebook says what a miss costs and a move lifts, or leaves it to custom") {
    auto files = small_pack();
    Diagnostics problems;
    const auto plain = compile_pack(files, problems);
    const Knowledge by_custom(plain);
    CHECK(by_custom.patterns()[0].points == 30);
    CHECK(by_custom.moves()[0].points == 22);
    for (PackFile& file : files) {
        if (file.path != "codebook.yaml") continue;
        const std::size_t at = file.text.find("severity: ");
        REQUIRE(at != std::string::npos);
        file.text.insert(at, "costs: 41, ");
    }
    const auto dearer = compile_pack(files, problems);
    REQUIRE(!problems.failed());
    CHECK(Knowledge(dearer).patterns()[0].points == 41);
}
