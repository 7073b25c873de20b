// SPDX-License-Identifier: MIT
#include "rules/conditions_held.h"

#include <algorithm>

namespace attune {
namespace {

// The passage that a condition of a scope is about, what was found in it, and which of its tokens count.
struct Ground {
    const Passage* passage = nullptr;
    const RuleHits* hits = nullptr;
    std::uint32_t first = 0, last = 0;
    std::uint64_t features = 0;
};

class Asker {
  public:
    Asker(const Knowledge& knowledge, const Scene& scene, const RuleHits& so_far, const RuleHit& hit)
        : knowledge_(knowledge), scene_(scene), so_far_(so_far), hit_(hit) {}

    [[nodiscard]] bool holds(const Condition& c) const {
        const Ground g = ground(c.scope);
        if (g.passage == nullptr) return c.negative != 0;  // no statement: nothing can be said of it
        return bare(c, g) != (c.negative != 0);
    }

  private:
    [[nodiscard]] Ground ground(Scope scope) const {
        const Passage* passage = &scene_.passage;
        const RuleHits* hits = &so_far_;
        if (scope == Scope::statement && scene_.role == Role::reply)
            passage = scene_.statement.passage, hits = scene_.statement.hits;
        if (passage == nullptr) return {};
        Ground g{passage, hits, 0, static_cast<std::uint32_t>(passage->tokens.size()), passage->features};
        if (scope == Scope::clause && hit_.clause < passage->clauses.size()) {
            const Clause& clause = passage->clauses[hit_.clause];
            g.first = clause.first, g.last = clause.last, g.features = clause.features;
        }
        if (scope == Scope::sentence && hit_.sentence < passage->sentences.size()) {
            const Sentence& sentence = passage->sentences[hit_.sentence];
            g.first = sentence.first, g.last = sentence.last, g.features = sentence.features;
        }
        return g;
    }

    [[nodiscard]] bool bare(const Condition& c, const Ground& g) const {
        switch (c.kind) {
            case Condition::Kind::known:
                return true;
            case Condition::Kind::feature:
                return ((g.features >> c.operand) & 1) != 0;
            case Condition::Kind::fact:
                return c.scope == Scope::sentence ? g.hits->sentence_facts[hit_.sentence].test(c.operand)
                                                  : g.hits->facts.test(c.operand);
            case Condition::Kind::word_class:
                return std::any_of(g.passage->tokens.begin() + g.first, g.passage->tokens.begin() + g.last,
                                   [&](const Token& t) {
                                       return t.is_word() &&
                                              knowledge_.automaton().in_class(t.word, c.operand);
                                   });
            case Condition::Kind::measure: {
                const std::int64_t value = measured(static_cast<Measure>(c.measure), c.scope, *g.passage);
                if (c.compare == Condition::Compare::equal) return value == c.number;
                return c.compare == Condition::Compare::at_least ? value >= c.number : value <= c.number;
            }
        }
        return false;
    }

    [[nodiscard]] std::int64_t measured(Measure measure, Scope scope, const Passage& passage) const {
        const bool one = scope == Scope::sentence && hit_.sentence < passage.sentences.size();
        const Sentence sentence = one ? passage.sentences[hit_.sentence] : Sentence{};
        const auto asks = [&](std::uint64_t bit) -> std::int64_t { return (sentence.features & bit) != 0; };
        switch (measure) {
            case Measure::words:
                return one ? sentence.words : passage.words;
            case Measure::sentences:
                return static_cast<std::int64_t>(passage.sentences.size());
            case Measure::questions:
                return one ? asks(feature::question)
                           : std::int64_t{passage.open_questions} + passage.closed_questions;
            case Measure::open_questions:
                return one ? asks(feature::open_question) : passage.open_questions;
            case Measure::closed_questions:
                return one ? asks(feature::closed_question) : passage.closed_questions;
            case Measure::own_story:
                return own_story_share(passage);
            case Measure::shared_words:
                return scene_.statement.shared_words;
            case Measure::position:
                return position(passage);
            case Measure::count:
                break;
        }
        return 0;
    }

    static std::int64_t own_story_share(const Passage& passage) {
        std::int64_t with_words = 0, own = 0;
        for (const Sentence& s : passage.sentences)
            if (s.words > 0) ++with_words, own += (s.features & feature::own_story) != 0;
        return with_words == 0 ? 0 : 100 * own / with_words;
    }

    [[nodiscard]] std::int64_t position(const Passage& passage) const {
        if (passage.words == 0 || hit_.sentence >= passage.sentences.size()) return 0;
        std::int64_t before = 0;
        for (std::uint32_t s = 0; s < hit_.sentence; ++s) before += passage.sentences[s].words;
        return 100 * before / passage.words;
    }

    const Knowledge& knowledge_;
    const Scene& scene_;
    const RuleHits& so_far_;
    const RuleHit& hit_;
};

}  // namespace

bool conditions_hold(const Knowledge& knowledge, const Scene& scene, const RuleHits& so_far, const Rule& rule,
                     const RuleHit& hit) {
    const Asker asker(knowledge, scene, so_far, hit);
    for (std::uint32_t i = rule.first_condition; i < rule.last_condition; ++i) {
        bool held = false;
        bool more = true;
        for (; more; ++i) {  // one term: conditions joined by "or"
            const Condition& c = knowledge.conditions()[i];
            held = held || asker.holds(c);
            more = c.or_next != 0;
        }
        --i;
        if (!held) return false;
    }
    return true;
}

}  // namespace attune
