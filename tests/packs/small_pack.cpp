// SPDX-License-Identifier: MIT
#include "packs/small_pack.h"

#include <doctest/doctest.h>

#include <set>

#include "text/grammar.h"

namespace attune::testing {
namespace {

PackFile file(const std::string& path, const std::string& text) {
    return {path, path, text};
}

// Every grammar class, by its own name as its only word where nothing else makes it.
std::string grammar_file() {
    const std::set<std::string_view> made = {"verb",    "verb.s",  "verb.ing", "verb.past", "verb.pp",
                                             "say.any", "feeling", "adverb",   "person"};
    std::string out = "classes:\n  adverb: [just, really]\n  person: [mum, boss]\n";
    for (const std::string_view name : grammar::names)
        if (!made.contains(name)) out += "  \"" + std::string(name) + "\": [" + std::string(name) + "word]\n";
    return out;
}

std::string signal(const std::string& name) {
    return "  - signal: " + name + "\n    about: a test\n    rules:\n      - id: " + name +
           ".cue\n        cue: " + name + "\n        hits: [" + name + ", so " + name +
           "]\n        misses: [one, two]\n";
}

}  // namespace

PackFiles small_pack() {
    PackFiles files = {
        file("codebook.yaml",
             "version: 1\n"
             "patterns:\n  - {name: fixing, title: jumping to a fix, definition: advice, severity: 2}\n"
             "moves:\n  - {name: empathy, title: warm words, definition: sympathy}\n"),
        file("frames.yaml", "frames:\n  - {frame: quoted, about: words of others, covers: quotation}\n"),
        file("lexicon/feelings.yaml",
             "families:\n  sadness: {noun: sadness, undershoot: down, low: [down], mid: [sad], high: "
             "[crushed], "
             "other: [sorrow]}\n"),
        file("lexicon/grammar.yaml", grammar_file()),
        file("lexicon/verbs.yaml", "verbs:\n  say: [\"say said said\"]\n  act: [talk, call]\n"),
        file("moves/empathy.yaml",
             "move: empathy\nrules:\n  - id: empathy.sorry\n    cue: i am sorry\n    weight: 0.6\n"
             "    hits: [I'm sorry., I am so sorry.]\n    misses: [Sorry not sorry., You are sorry.]\n"),
        file("signals/all.yaml", "signals:\n" + signal("asked") + signal("risk") + signal("good-news") +
                                     signal("accuses") + signal("low-stakes")),
    };
    return files;
}

PackFiles small_pack_with(const std::string& path, const std::string& text) {
    return layer(small_pack(), {file(path, text)});
}

std::string problems_of(const PackFiles& files) {
    Diagnostics problems;
    const auto blob = compile_pack(files, problems);
    CHECK(blob.empty() == problems.failed());
    return problems.render();
}

std::string fixing_file(const std::string& lines) {
    return "pattern: fixing\nwhy: a plan came first\nkinds:\n  direct: {title: a plan}\nrules:\n"
           "  - id: fixing.direct.test\n" +
           lines;
}

std::string problems_of_rule(const std::string& lines) {
    return problems_of(small_pack_with("patterns/fixing.yaml", fixing_file(lines)));
}

}  // namespace attune::testing
