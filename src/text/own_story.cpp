// SPDX-License-Identifier: MIT
//
// "I lost mine too", "I've been there", "my dad did the same", "me too". Attitudes to the other one's matter
// are no story ("I think", "I'm so sorry", "I heard that"), nor are offers and plans ("I can come", "I will
// listen").
#include "text/own_story.h"

#include "text/features.h"

namespace attune {
namespace {

bool is_attitude(const Words& words, std::uint32_t verb) {
    if (words.has(verb, grammar::not_order) && !words.is(verb, key::need, key::want, key::like)) return true;
    return words.is(verb, key::think, key::thought, key::thinking, key::hope, key::wish, key::guess,
                    key::know, key::knew, key::mean, key::meant, key::understand, key::believe, key::love,
                    key::loved, key::liked, key::sorry, key::wonder, key::wondered, key::wondering,
                    key::wanted, key::said, key::hear, key::heard, key::read, key::saw, key::see,
                    key::noticed, key::imagine, key::glad, key::feel, key::bet, key::suppose);
}

// A word behind "am" or "was" that turns to the other one: sorry, here, glad, sure, wondering, proud …
bool is_turned_to_you(const Words& words, const Clause& clause) {
    for (std::uint32_t i = clause.first; i < clause.last; ++i)
        if (words.is(i, key::sorry, key::here, key::glad, key::sure, key::curious, key::wondering,
                     key::going))
            return true;
    return false;
}

bool tells(const Words& words, const Clause& clause) {
    constexpr std::uint64_t no_story = feature::question | feature::quoted | feature::if_clause |
                                       feature::order | feature::future | feature::obliged |
                                       feature::possible;
    if (clause.features & no_story) return false;
    if (clause.verb == Clause::none) return false;
    const bool past = (clause.features & (feature::past | feature::perfect)) != 0;
    if (clause.features & (feature::about_i | feature::about_we)) {
        if (is_attitude(words, clause.verb) || is_turned_to_you(words, clause)) return false;
        if (past) return true;
        // "I have two of them", "I'm a nurse", "I get that too".
        const std::uint32_t next = words.next(clause.verb, clause.last);
        if (clause.features & feature::negated) return false;
        if (words.has(clause.verb, grammar::have) && clause.subject != Clause::none) {
            for (std::uint32_t i = next; i != no_token; i = words.next(i, clause.last))
                if (words.is(i, key::question, key::idea, key::you) || words.has(i, grammar::your))
                    return false;
            return next != no_token;
        }
        if (words.is(clause.verb, key::am) &&
            (words.has(next, grammar::my) || words.has(next, grammar::determiner)) &&
            !words.is(next, key::all, key::that, key::this_))
            return true;
        if (!(clause.features & feature::present)) return false;
        for (std::uint32_t i = clause.verb; i < clause.last; ++i)
            if (words.is(i, key::too, key::same)) return true;
        return false;
    }
    // "My dad did the same", "mine was worse".
    if (clause.subject == Clause::none || !past) return false;
    for (std::uint32_t i = clause.first; i <= clause.subject; ++i)
        if (words.has(i, grammar::my)) return true;
    return false;
}

// "me too", "same here"
bool is_echo(const Words& words, const Sentence& sentence) {
    for (std::uint32_t i = sentence.first; i + 1 < sentence.last; ++i) {
        if (words.is(i, key::me) && words.is(i + 1, key::too)) return true;
        if (words.is(i, key::same) && words.is(i + 1, key::here)) return true;
    }
    return false;
}

}  // namespace

bool tells_own_story(const Words& words, const Sentence& sentence, std::span<const Clause> clauses) {
    for (const Clause& clause : clauses)
        if (tells(words, clause)) return true;
    return is_echo(words, sentence);
}

}  // namespace attune
