// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/judge.h"

namespace attune {

// Answers that conditions ask for again and again, kept while one passage is judged, so that a passage of any
// length is judged in linear time.
class Memory {
  public:
    // Forgets; `classes` is how many classes of words there are.
    void start(std::size_t classes);

    // Whether a word of the class stands in tokens [first, last) of the passage; `where` tells stretches of
    // one scope apart.
    bool stands(const Automaton& automaton, const Passage& passage, Scope scope, std::uint32_t where,
                std::uint32_t first, std::uint32_t last, std::uint16_t word_class);
    // Words in the sentences before `sentence`.
    std::uint32_t words_before(const Passage& passage, std::uint32_t sentence);
    // Percent of the passage's sentences with words that tell the writer's own story.
    int own_story_share(const Passage& passage, Scope scope);

  private:
    struct Presence {
        std::uint32_t run = 0;  // when it was looked up
        std::uint32_t where = 0;
        bool stands = false;
    };
    std::uint32_t run_ = 0;
    std::size_t classes_ = 0;
    std::vector<Presence> presences_;  // scope * classes + class
    std::vector<std::uint32_t> words_before_;
    std::optional<int> own_story_[2];  // of the statement, of the passage itself
};

// What a rule's conditions are asked of.
struct Scene {
    const Passage& passage;
    Role role;
    const StatementSide& statement;
    Memory& memory;
};

// Whether all conditions of `rule` hold at `hit`. `so_far`: what was found in the passage up to now. When a
// statement itself is judged, its conditions on the statement and on the reply are both about itself.
bool conditions_hold(const Knowledge& knowledge, const Scene& scene, const RuleHits& so_far, const Rule& rule,
                     const RuleHit& hit);

}  // namespace attune
