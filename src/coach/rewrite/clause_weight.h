// SPDX-License-Identifier: MIT
//
// How much of what moves people stands in a clause, and whose doing it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "coach/reading.h"
#include "coach/rewrite/detail.h"
#include "coach/statement.h"
#include "rules/judge.h"
#include "rules/knowledge.h"
#include "text/passage.h"

namespace attune {

// The word at a token, folded.
std::string word_at(const Passage& p, std::uint32_t token);

// "Because", "when": what follows is why or when something else was so.
bool gives_a_reason(std::string_view word);

// A verb of thinking or wanting: it tells less than what happened.
bool thinks(std::string_view verb);

// The tokens of one candidate.
struct Stretch {
    std::uint32_t first = 0, last = 0;
};

// Looks at one statement, which must outlive it.
class ClauseWeight {
  public:
    ClauseWeight(const Knowledge& knowledge, const FeelingFinder& feelings, const Passage& p,
                 const RuleHits& hits, const StatementReading& reading);

  protected:
    [[nodiscard]] std::uint64_t kind(std::uint32_t token) const {
        return knowledge_.vocabulary().grammar(p_.tokens[token].word);
    }

    [[nodiscard]] bool any_is(Stretch stretch, std::optional<std::uint16_t> word_class) const;
    // It befell them, though they are its subject: "I lost my job", "I got dumped".
    [[nodiscard]] bool suffers(const Clause& clause, Stretch stretch) const;
    // Something took place in it: not a state, not a course of things.
    [[nodiscard]] bool tells_a_deed(const Clause& clause, Stretch stretch) const;
    // One of the feelings that the statement as a whole speaks of.
    [[nodiscard]] bool leads(std::uint8_t family) const;
    // "We lost the baby", "I lost my dad in March".
    [[nodiscard]] bool loses_somebody(const Clause& clause, Stretch stretch) const;
    // What the feelings' cues inside it weigh, a strong feeling more than a mild one.
    [[nodiscard]] float felt_in(Stretch stretch) const;
    // Somebody wronged them: "my boss yelled at me", "he never calls me".
    [[nodiscard]] bool done_to_them(const Clause& clause) const;
    // The feeling was said right beside it, and a word ties the two: "upset because …", "hurts when …".
    [[nodiscard]] bool explains_a_feeling(std::uint32_t c) const;
    [[nodiscard]] bool moves_people(std::uint32_t c, Stretch stretch, const Event& event) const;
    [[nodiscard]] float weigh(std::uint32_t c, Stretch stretch, const Event& event, std::size_t words) const;

    const Knowledge& knowledge_;
    const FeelingFinder& feelings_;
    const Passage& p_;
    const RuleHits& hits_;
    const StatementReading& reading_;
    std::optional<std::uint16_t> blow_, befalling_, wronging_, grave_, insult_;  // classes of words
};

}  // namespace attune
