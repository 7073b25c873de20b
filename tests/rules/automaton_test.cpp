// SPDX-License-Identifier: MIT
#include "rules/automaton.h"

#include <doctest/doctest.h>

#include <random>

#include "rules/reference_matcher.h"

namespace attune {
namespace {

constexpr WordId word_count = 9;  // words 1 … 8, and 0 for any other

const std::vector<WordClass>& classes() {
    static const std::vector<WordClass> all = {
        {"low", {{1}, {2}}}, {"phrases", {{3}, {4, 5}, {4, 5, 6}, {1, 3}}}, {"wide", {{1}, {3}, {5}, {7}}}};
    return all;
}

// Random cues and texts over a tiny vocabulary, so that they meet often.
class Dice {
  public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    std::uint32_t roll(std::uint32_t sides) {
        return std::uniform_int_distribution<std::uint32_t>(0, sides - 1)(engine_);
    }

    CueNode cue(int depth) {
        CueNode node;
        const auto kind = roll(depth > 0 ? 9 : 6);
        switch (kind) {
            case 0:
            case 1:
            case 2:
                node.kind = CueNode::Kind::word, node.word = static_cast<WordId>(1 + roll(word_count - 1));
                break;
            case 3:
                node.kind = CueNode::Kind::word_class, node.word_class = static_cast<std::uint16_t>(roll(3));
                break;
            case 4:
                node.kind = CueNode::Kind::any_word;
                break;
            case 5:
                if (roll(2) == 0) {
                    node.kind = CueNode::Kind::mark,
                    node.mark = static_cast<Mark>(roll(static_cast<std::uint32_t>(Mark::count)));
                } else {
                    node.kind = CueNode::Kind::none_of;
                    CueNode part;
                    part.kind = CueNode::Kind::word,
                    part.word = static_cast<WordId>(1 + roll(word_count - 1));
                    node.parts.push_back(part);
                    part.kind = CueNode::Kind::word_class,
                    part.word_class = static_cast<std::uint16_t>(roll(3));
                    if (roll(2) == 0) node.parts.push_back(part);
                }
                break;
            case 6:
                node.kind = CueNode::Kind::optional, node.parts.push_back(cue(depth - 1));
                break;
            default:
                node.kind = kind == 7 ? CueNode::Kind::choice : CueNode::Kind::sequence;
                for (auto n = 2 + roll(3); n > 0; --n) node.parts.push_back(cue(depth - 1));
        }
        return node;
    }

    Passage passage() {
        Passage p;
        const auto sentences = 1 + roll(3);
        for (std::uint32_t s = 0; s < sentences; ++s) {
            Sentence sentence;
            sentence.first = static_cast<std::uint32_t>(p.tokens.size());
            sentence.first_clause = static_cast<std::uint32_t>(p.clauses.size());
            if (roll(4) == 0) sentence.features |= feature::own_story;
            for (auto c = 1 + roll(3); c > 0; --c) {
                Clause clause;
                clause.sentence = s;
                clause.first = static_cast<std::uint32_t>(p.tokens.size());
                for (auto w = roll(6); w > 0; --w) {
                    if (roll(3) == 0) clause.order = static_cast<std::uint32_t>(p.tokens.size());
                    add(p, roll(5) == 0 ? TokenKind::comma : TokenKind::word);
                }
                if (c == 1 && roll(2) == 0) add(p, roll(2) == 0 ? TokenKind::stop : TokenKind::question);
                clause.last = static_cast<std::uint32_t>(p.tokens.size());
                p.clauses.push_back(clause);
            }
            sentence.last = static_cast<std::uint32_t>(p.tokens.size());
            sentence.last_clause = static_cast<std::uint32_t>(p.clauses.size());
            p.sentences.push_back(sentence);
        }
        return p;
    }

  private:
    void add(Passage& p, TokenKind kind) {
        Token t;
        t.kind = kind;
        t.word = kind == TokenKind::word ? static_cast<WordId>(roll(word_count)) : unknown_word;
        t.begin = static_cast<std::uint32_t>(2 * p.tokens.size());
        t.end = t.begin + 1;
        p.tokens.push_back(t);
    }
    std::mt19937 engine_;
};

std::vector<std::byte> blob_of(const AutomatonBuilder& builder) {
    BlobWriter out;
    builder.write(word_count, {}, out);
    return out.finish();
}

std::string shown(const std::vector<CueHit>& hits) {
    std::string s;
    for (const CueHit& h : hits)
        s += std::to_string(h.unit) + ":" + std::to_string(h.first) + "-" + std::to_string(h.last) + " ";
    return s;
}

TEST_CASE("the automaton finds what the plain reading of the cues finds") {
    std::size_t met = 0;
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        Dice dice(seed);
        std::vector<CueNode> cues;
        AutomatonBuilder builder(classes());
        for (int tries = 0; tries < 12; ++tries) {
            CueNode cue = dice.cue(3);
            if (builder.add(cue).empty()) cues.push_back(std::move(cue));
        }
        const auto blob = blob_of(builder);
        const Automaton automaton{BlobView(blob)};
        MatchScratch scratch;
        std::vector<CueHit> found;
        for (int texts = 0; texts < 10; ++texts) {
            const Passage passage = dice.passage();
            std::vector<StreamItem> stream;
            make_stream(passage, stream);
            std::vector<CueHit> expected;
            const test::ReferenceMatcher reference(classes(), stream);
            for (std::uint32_t u = 0; u < cues.size(); ++u)
                for (const CueHit& hit : reference.match(cues[u], u)) expected.push_back(hit);
            automaton.match(passage, {}, scratch, found);
            CAPTURE(seed);
            CAPTURE(texts);
            REQUIRE(shown(found) == shown(expected));
            met += expected.size();
        }
    }
    CHECK(met > 10'000);
}

TEST_CASE("a cue that may be missing altogether is refused") {
    AutomatonBuilder builder(classes());
    CueNode word, maybe;
    word.kind = CueNode::Kind::word, word.word = 1;
    maybe.kind = CueNode::Kind::optional, maybe.parts = {word};
    CHECK(builder.add(maybe) == "every part of the cue may be missing, so it would match everywhere");
}

TEST_CASE("a cue over an empty class can match nothing") {
    const std::vector<WordClass> empty = {{"nobody", {}}};
    AutomatonBuilder builder(empty);
    CueNode node;
    node.kind = CueNode::Kind::word_class;
    CHECK(builder.add(node) == "the cue can match nothing: class `nobody` is empty");
}

TEST_CASE("a cue of more than 1024 positions is refused") {
    AutomatonBuilder builder(classes());
    CueNode node, word;
    word.kind = CueNode::Kind::word, word.word = 1;
    node.parts.assign(1025, word);
    CHECK(builder.add(node) == "the cue is too large: split it into several");
}

TEST_CASE("the same cues give the same bytes") {
    const auto build = [] {
        Dice dice(7);
        AutomatonBuilder builder(classes());
        for (int i = 0; i < 20; ++i) builder.add(dice.cue(3));
        return blob_of(builder);
    };
    CHECK(build() == build());
}

}  // namespace
}  // namespace attune
