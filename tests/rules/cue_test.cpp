// SPDX-License-Identifier: MIT
#include "rules/cue.h"

#include <doctest/doctest.h>

#include <map>

namespace attune {
namespace {

// Words are numbered as they come; the one class there is is `act`.
class Names {
  public:
    CueNames names() {
        return {[this](std::string_view surface) -> std::vector<WordId> {
                    if (surface == "don't") return {id("do"), id("not")};
                    return {id(surface)};
                },
                [](std::string_view name) {
                    return name == "act" ? std::optional<std::uint16_t>(0) : std::nullopt;
                },
                [](std::string_view name) { return std::string(name == "akt" ? "act" : ""); }};
    }
    std::string spelling(WordId word) const {
        for (const auto& [text, number] : words_)
            if (number == word) return text;
        return "?";
    }

  private:
    WordId id(std::string_view word) {
        return words_.try_emplace(std::string(word), static_cast<WordId>(words_.size() + 1)).first->second;
    }
    std::map<std::string, WordId> words_;
};

// The tree, fully bracketed.
std::string shown(const CueNode& node, const Names& names) {
    const auto joined = [&](std::string_view open, std::string_view between, std::string_view close) {
        std::string out(open);
        for (std::size_t i = 0; i < node.parts.size(); ++i) {
            if (i > 0) out += between;
            out += shown(node.parts[i], names);
        }
        return out += close;
    };
    switch (node.kind) {
        case CueNode::Kind::word:
            return names.spelling(node.word);
        case CueNode::Kind::word_class:
            return "{" + std::to_string(node.word_class) + "}";
        case CueNode::Kind::any_word:
            return "*";
        case CueNode::Kind::none_of:
            return joined("!(", "|", ")");
        case CueNode::Kind::mark:
            return "<" + std::to_string(static_cast<int>(node.mark)) + ">";
        case CueNode::Kind::optional:
            return joined("[", " ", "]");
        case CueNode::Kind::choice:
            return joined("(", "|", ")");
        case CueNode::Kind::sequence:
            return joined("", " ", "");
    }
    return {};
}

std::string read(std::string_view cue) {
    Names names;
    const auto parsed = parse_cue(cue, names.names());
    if (const auto* node = std::get_if<CueNode>(&parsed)) return shown(*node, names);
    const auto& error = std::get<CueError>(parsed);
    return std::to_string(error.begin) + "-" + std::to_string(error.end) + ": " + error.message + "; " +
           error.help;
}

TEST_CASE("words, alternatives and optional words read as written") {
    CHECK(read("you should") == "you should");
    CHECK(read("you (should | ought to) [just]") == "you (should|ought to) [just]");
    CHECK(read("a | b c") == "(a|b c)");
}

TEST_CASE("a contraction reads as the words it stands for") {
    CHECK(read("Don’t go") == "do not go");
    CHECK(read("well-being") == "well being");
}

TEST_CASE("a gap is so many words that may be missing") {
    CHECK(read("i ..2 sorry") == "i [*] [*] sorry");
}

TEST_CASE("near means either order") {
    CHECK(read("sorry ~1 but") == "(sorry [*] but|but [*] sorry)");
    CHECK(read("x (a | b) ~1 {act} y") == "x ((a|b) [*] {0}|{0} [*] (a|b)) y");
}

TEST_CASE("any word but these takes words and classes") {
    CHECK(read("you !not go") == "you !(not) go");
    CHECK(read("you !(not | {act}) go") == "you !(not|{0}) go");
}

TEST_CASE("marks stand for places in the text") {
    CHECK(read("^ well , {act} $?") == "<0> well <4> {0} <2>");
    CHECK(read("<start> <order> {act} . <end>") == "<8> <6> {0} <3> <9>");
}

TEST_CASE("what is wrong with a cue is said where it is wrong") {
    CHECK(read("you {akt}") == "4-9: unknown class `akt`; did you mean `act`?");
    CHECK(read("you {nope}") == "4-10: unknown class `nope`; classes live in lexicon/");
    CHECK(read("you (should") == "4-5: this bracket is never closed; close it with `)`");
    CHECK(read("you should)") == "10-11: nothing opened this bracket; take it out, or open it");
    CHECK(read("a .. b") == "2-4: a gap needs a number from 1 to 9; write `..3` for up to three words");
    CHECK(read("a ~99 b") == "2-5: `~` needs a number from 1 to 9; write `~3` for up to three words");
    CHECK(read("a | ") == "3-4: nothing stands here; write a word, or take the bracket or `|` out");
    CHECK(read("") == "0-1: nothing stands here; write a word, or take the bracket or `|` out");
    CHECK(read("a <nose>") ==
          "2-8: no such mark; there are <clause>, <order>, <own-story>, <start> and <end>");
    CHECK(read("a ?") == "2-3: a question mark is written `$?`; ");
    CHECK(read("a %") == "2-3: this cannot stand in a cue; data/README.md lists what can");
    CHECK(read("a !don't") ==
          "3-8: `!` takes single words and classes; write `!word`, `!{class}` or `!(a | {b})`");
    CHECK(read("a !(b c)") == "6-7: `!` takes single words and classes; put `|` between them");
    CHECK(read("a ~3") == "4-5: nothing stands after `~`; write what is to be near");
    CHECK(read("{act") == "0-4: this brace is never closed; close it with `}`");
}

TEST_CASE("brackets may nest 32 deep and no deeper") {
    const auto nested = [](std::size_t n) { return std::string(n, '(') + "a" + std::string(n, ')'); };
    CHECK(read(nested(32)) == "a");
    CHECK(read(nested(33)) == "33-34: brackets nest too deep; split the cue into several");
}

}  // namespace
}  // namespace attune
