// SPDX-License-Identifier: MIT
//
// "I lost mine too", "I've been there", "my dad did the same", "me too". Attitudes to the other one's matter
// are no story ("I think", "I'm so sorry", "I heard that"), nor are offers and plans ("I can come", "I will
// listen"), what would have been ("I'd have cried too"), what passed between the two ("I told you"), and what
// only tells which thing is meant ("the things I suggested").
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
    for (std::uint32_t i = clause.first; i < clause.last; ++i) {
        if (words.is(i, key::sorry, key::here, key::glad, key::sure, key::curious, key::wondering, key::hear,
                     key::read))
            return true;
        if (words.is(i, key::going) && words.is(words.next(i, clause.last), key::to)) return true;
    }
    return false;
}

// "I told you", "I gave you the leaflet". "When I was your age" speaks of the writer all the same.
bool speaks_to_you(const Words& words, const Clause& clause) {
    for (std::uint32_t i = clause.verb; i < clause.last; ++i)
        if (words.is(i, key::tell) && words.is(words.next(i, clause.last), key::you))
            ++i;  // "let me tell you"
        else if (words.has(i, grammar::subject_you | grammar::yourself) ||
                 (words.has(i, grammar::your) && !words.is(words.next(i, clause.last), key::age)))
            return true;
    return false;
}

// "I would have done the same", but not "I'd been there", whose 'd is "had".
bool would_have(const Words& words, const Clause& clause) {
    for (std::uint32_t i = clause.first; i < clause.last; ++i) {
        if (!words.is(i, key::would)) continue;
        std::uint32_t next = words.next(i, clause.last);
        while (words.has(next, grammar::light | grammar::negator)) next = words.next(next, clause.last);
        if (words.is(next, key::have)) return true;
    }
    return false;
}

// "everything I have felt", "what I've seen", "the people that I met": such a clause only says which one.
// "because I was there" tells.
bool only_says_which(const Words& words, const Clause& clause) {
    if (!(clause.features & feature::sub_clause)) return false;
    std::uint32_t first = clause.first;
    while (first < clause.last && !words.is_word(first)) ++first;
    return words.is(first, key::that, key::who, key::which) || !words.has(first, grammar::subordinator);
}

bool tells(const Words& words, const Clause& clause) {
    constexpr std::uint64_t no_story = feature::question | feature::quoted | feature::if_clause |
                                       feature::order | feature::future | feature::obliged |
                                       feature::possible;
    if (clause.features & no_story) return false;
    if (clause.verb == Clause::none) return false;
    if (would_have(words, clause) || only_says_which(words, clause)) return false;
    const bool past = (clause.features & (feature::past | feature::perfect)) != 0;
    if (clause.features & (feature::about_i | feature::about_we)) {
        if (is_attitude(words, clause.verb) || is_turned_to_you(words, clause)) return false;
        if (speaks_to_you(words, clause)) return false;
        if (past) return !words.is(clause.verb, key::want, key::ask);  // "I did want to ask"
        // "I have two of them", "I'm a nurse", "I get that too".
        const std::uint32_t next = words.next(clause.verb, clause.last);
        if (clause.features & feature::negated) return false;
        // What "we have" is most often everybody's: "we have so much power inside".
        if (words.has(clause.verb, grammar::have) && (clause.features & feature::about_i) &&
            clause.subject != Clause::none) {
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

// "I wish | I'd been there", "I'm glad | I was able to help", "I think | I got it wrong"
bool wishes(const Words& words, const Clause& clause) {
    return (clause.features & feature::about_i) && clause.verb != Clause::none &&
           (words.is(clause.verb, key::wish, key::hope, key::think) || is_turned_to_you(words, clause));
}

// "I've been thinking of you | since I woke up"
bool others_speak_to_you(std::span<const Clause> clauses, std::size_t but) {
    for (std::size_t i = 0; i < clauses.size(); ++i)
        if (i != but && (clauses[i].features & feature::mentions_you)) return true;
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
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        if (!tells(words, clauses[i])) continue;
        if (i > 0 && wishes(words, clauses[i - 1])) continue;
        constexpr std::uint64_t aside = feature::when_clause | feature::sub_clause;
        if (!(clauses[i].features & aside)) return true;
        if (!(sentence.features & feature::question) && !others_speak_to_you(clauses, i)) return true;
    }
    return is_echo(words, sentence);
}

bool carries_story_on(const Words& words, const Sentence& sentence, std::span<const Clause> clauses) {
    constexpr std::uint64_t turns_away = feature::mentions_you | feature::question | feature::order |
                                         feature::quoted | feature::if_clause | feature::hedged |
                                         feature::obliged | feature::future;
    if (sentence.features & turns_away) return false;
    std::uint32_t first = sentence.first;
    while (first < sentence.last && !words.is_word(first)) ++first;
    const bool bare = !(sentence.features & feature::has_subject) &&  // "Went in for milk!"
                      words.has(first, grammar::verb_past | grammar::verb_pp) &&
                      !words.has(first, grammar::verb_base);
    if (!bare && !(sentence.features & (feature::past | feature::perfect))) return false;
    for (const Clause& clause : clauses)
        if (is_turned_to_you(words, clause) || would_have(words, clause) ||
            ((clause.features & feature::about_i) && clause.verb != Clause::none &&
             (is_attitude(words, clause.verb) || words.is(clause.verb, key::want, key::ask))))
            return false;
    return true;
}

}  // namespace attune
