// SPDX-License-Identifier: MIT
#include "rules/conditions_held.h"

#include <algorithm>

namespace attune {

void Memory::start(std::size_t classes) {
    if (classes != classes_ || ++run_ == 0) {
        classes_ = classes;
        run_ = 1;
        presences_.assign(4 * classes, Presence{});
    }
    words_before_.clear();
    own_story_[0].reset();
    own_story_[1].reset();
}

bool Memory::stands(const Automaton& automaton, const Passage& passage, Scope scope, std::uint32_t where,
                    std::uint32_t first, std::uint32_t last, std::uint16_t word_class) {
    Presence& known = presences_[static_cast<std::size_t>(scope) * classes_ + word_class];
    if (known.run != run_ || known.where != where) {
        const auto begin = passage.tokens.begin();
        known = {run_, where, std::any_of(begin + first, begin + last, [&](const Token& t) {
                     return t.is_word() && automaton.in_class(t.word, word_class);
                 })};
    }
    return known.stands;
}

std::uint32_t Memory::words_before(const Passage& passage, std::uint32_t sentence) {
    if (words_before_.empty()) {
        std::uint32_t words = 0;
        for (const Sentence& s : passage.sentences) {
            words_before_.push_back(words);
            words += s.words;
        }
    }
    return words_before_[sentence];
}

int Memory::own_story_share(const Passage& passage, Scope scope) {
    auto& known = own_story_[scope == Scope::statement ? 0 : 1];
    if (!known) {
        std::int64_t with_words = 0, own = 0;
        for (const Sentence& s : passage.sentences)
            if (s.words > 0) ++with_words, own += (s.features & feature::own_story) != 0;
        known = with_words == 0 ? 0 : static_cast<int>(100 * own / with_words);
    }
    return *known;
}

namespace {

// The passage that a condition of a scope is about, what was found in it, and which of its tokens count.
struct Ground {
    const Passage* passage = nullptr;
    const RuleHits* hits = nullptr;
    std::uint32_t first = 0, last = 0;
    std::uint64_t features = 0;
    std::uint32_t where = 0;  // which clause or sentence it is
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
        Ground g{passage, hits, 0, static_cast<std::uint32_t>(passage->tokens.size()), passage->features, 0};
        if (scope == Scope::clause && hit_.clause < passage->clauses.size()) {
            const Clause& clause = passage->clauses[hit_.clause];
            g.first = clause.first, g.last = clause.last, g.features = clause.features, g.where = hit_.clause;
        }
        if (scope == Scope::sentence && hit_.sentence < passage->sentences.size()) {
            const Sentence& sentence = passage->sentences[hit_.sentence];
            g.first = sentence.first, g.last = sentence.last, g.features = sentence.features;
            g.where = hit_.sentence;
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
                return scene_.memory.stands(knowledge_.automaton(), *g.passage, c.scope, g.where, g.first,
                                            g.last, c.operand);
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
                return scene_.memory.own_story_share(passage, scope);
            case Measure::shared_words:
                return scene_.statement.shared_words;
            case Measure::position:
                return position(passage);
            case Measure::count:
                break;
        }
        return 0;
    }

    [[nodiscard]] std::int64_t position(const Passage& passage) const {
        if (passage.words == 0 || hit_.sentence >= passage.sentences.size()) return 0;
        return std::int64_t{100} * scene_.memory.words_before(passage, hit_.sentence) / passage.words;
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
