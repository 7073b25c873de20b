// SPDX-License-Identifier: MIT
#include "coach/rewrite/situation.h"

#include <algorithm>

#include "rules/evidence.h"

namespace attune {
namespace {

// Below this share a feeling is a guess that had better not be put into words, unless the speaker named it.
constexpr float sure_enough = 0.6F;
constexpr float sure_enough_of_own_word = 0.3F;

std::optional<NamedFeeling> feeling_to_name(const Knowledge& knowledge, const StatementReading& statement) {
    for (const FeltFeeling& felt : statement.feelings) {
        if (felt.confidence < (felt.own_word ? sure_enough_of_own_word : sure_enough)) continue;
        NamedFeeling named{felt.family, felt.strength, felt.word, {}};
        if (felt.word.starts_with("wishing") || felt.word.starts_with("missing") ||
            felt.word.ends_with(" it") || felt.word.ends_with("ing") || felt.word == "bad")
            named.word = {};  // not after "feel", or too little said
        if (felt.own_word) named.noun = knowledge.text(knowledge.families()[felt.family].noun);
        return named;
    }
    return std::nullopt;
}

// A statement that betrays little gets light words; one that is not known, plain ones.
std::uint8_t strength_of(const StatementReading& statement, const std::vector<Event>& events) {
    if (!statement.known) return 2;
    if (statement.low_stakes) return 1;
    constexpr float worth_counting = 0.33F;
    if (std::any_of(events.begin(), events.end(), [](const Event& e) { return e.grave; })) return 3;
    std::uint8_t strongest =
        !events.empty() && (events.front().struck || (events.front().moving && events.front().weight > 6))
            ? 2
            : 1;
    for (const FeltFeeling& felt : statement.feelings)
        if (felt.confidence >= worth_counting || felt.own_word)
            strongest = std::max(strongest, felt.strength);
    return strongest;
}

bool is_glad(const Knowledge& knowledge, const StatementReading& statement,
             const std::vector<Event>& events) {
    constexpr float heard = 0.12F;  // below it, a family is only what people feel often
    float glad = 0;
    float pained = 0;
    for (const FeltFeeling& felt : statement.feelings)
        if (felt.confidence >= heard)
            (knowledge.families()[felt.family].pleasant ? glad : pained) += felt.confidence;
    // News that brings a duty, and no gladness said: "I'm pregnant and I have to tell my boss".
    if (glad <= 0 && std::any_of(events.begin(), events.end(), [](const Event& e) { return e.obliged; }))
        return false;
    if (statement.good_news)
        return glad >= 2 * pained || (pained < glad && statement.feelings.front().own_word);
    const bool said = !statement.feelings.empty() && statement.feelings.front().own_word;
    const bool leads =
        !statement.feelings.empty() && knowledge.families()[statement.feelings.front().family].pleasant;
    return leads && (said ? glad > 0.8F * pained : glad >= 0.3F && glad > 1.5F * pained);
}

// Says in a word of their own that it hurts: then nothing about it is light, and no news all good.
bool says_it_hurts(const Knowledge& knowledge, const StatementReading& statement) {
    constexpr float heard = 0.25F;
    return std::any_of(statement.feelings.begin(), statement.feelings.end(), [&](const FeltFeeling& felt) {
        return felt.own_word && felt.strength >= 2 && felt.confidence >= heard &&
               knowledge.families()[felt.family].pleasant == 0;
    });
}

// Nothing that was said shows that it hurts: a chat, as far as anyone can tell.
bool shows_no_pain(const Knowledge& knowledge, const StatementReading& statement,
                   const std::vector<Event>& events, const Passage* passage) {
    constexpr float guessed = 0.45F;
    if (!statement.known || !passage) return false;
    if (const auto hurt_sign = knowledge.word_class("hurt-sign"))
        for (const Token& token : passage->tokens)
            if (knowledge.automaton().in_class(token.word, *hurt_sign)) return false;
    if (std::any_of(events.begin(), events.end(),
                    [](const Event& e) { return e.grave || (e.moving && e.weight >= weighty); }))
        return false;
    return std::none_of(statement.feelings.begin(), statement.feelings.end(), [&](const FeltFeeling& felt) {
        return knowledge.families()[felt.family].pleasant == 0 &&
               (felt.own_word || felt.confidence >= guessed);
    });
}

std::vector<std::uint8_t> gravest_first(const Reading& reading) {
    std::vector<const Finding*> flagged;
    for (const Finding& finding : reading.findings)
        if (finding.confidence >= flagged_from) flagged.push_back(&finding);
    std::stable_sort(flagged.begin(), flagged.end(), [](const Finding* a, const Finding* b) {
        return a->severity != b->severity ? a->severity > b->severity : a->confidence > b->confidence;
    });
    std::vector<std::uint8_t> patterns;
    for (const Finding* finding : flagged)
        if (std::find(patterns.begin(), patterns.end(), finding->pattern) == patterns.end())
            patterns.push_back(finding->pattern);
    return patterns;
}

}  // namespace

Situation understand(const Knowledge& knowledge, const Passage* statement, const Reading& reading,
                     std::vector<Event> events, std::optional<ToldTopic> topic,
                     std::optional<std::uint8_t> relation, std::uint64_t seed) {
    Situation situation;
    situation.seed = seed;
    situation.relation = relation;
    situation.patterns = gravest_first(reading);
    situation.events = std::move(events);
    situation.feeling = feeling_to_name(knowledge, reading.statement);
    situation.strength = strength_of(reading.statement, situation.events);
    const Tenor told = topic ? knowledge.topics()[topic->topic].tenor : Tenor::pain;
    if (reading.statement.accuses)
        situation.tenor = Tenor::reproach;
    else if (told != Tenor::pain && !says_it_hurts(knowledge, reading.statement))
        situation.tenor = told;
    else if (is_glad(knowledge, reading.statement, situation.events))
        situation.tenor = Tenor::good_news;
    else if (!topic && shows_no_pain(knowledge, reading.statement, situation.events, statement))
        situation.tenor = Tenor::light;
    // Glad of what is mostly sad, or a reproach: the topic's words would not fit.
    if (situation.tenor == told) situation.topic = std::move(topic);
    if (situation.tenor == Tenor::pain && situation.feeling &&
        knowledge.families()[situation.feeling->family].pleasant)
        situation.feeling.reset();  // joy beside pain: naming only that would pass the rest over
    return situation;
}

}  // namespace attune
