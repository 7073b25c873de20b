// SPDX-License-Identifier: MIT
//
// A clause weighs more when something that moves people stands in it (a feeling's cue, a blow), when it was
// done to the speaker, when it tells why something is felt, and when it comes late.
#include "coach/rewrite/clause_weight.h"

#include <algorithm>

#include "coach/rewrite/wording.h"
#include "text/grammar.h"

namespace attune {
namespace {

constexpr float worth_feeling = 0.9F;  // of cues, before a clause counts as what is felt

}  // namespace

std::string word_at(const Passage& p, std::uint32_t token) {
    return folded(p.tokens[token].span().of(p.text));
}

bool gives_a_reason(std::string_view word) {
    return one_of(word, {"because", "cause", "cos", "cuz", "when", "since", "after"});
}

bool thinks(std::string_view verb) {
    return one_of(verb, {"think", "thought", "hope", "hoped",  "know",    "knew",   "guess",
                         "want",  "wanted",  "wish", "wished", "feel",    "felt",   "believe",
                         "like",  "liked",   "love", "hate",   "dislike", "despise"});
}

ClauseWeight::ClauseWeight(const Knowledge& knowledge, const FeelingFinder& feelings, const Passage& p,
                           const RuleHits& hits, const StatementReading& reading)
    : knowledge_(knowledge),
      feelings_(feelings),
      p_(p),
      hits_(hits),
      reading_(reading),
      blow_(knowledge.word_class("blow")),
      befalling_(knowledge.word_class("befalling")),
      wronging_(knowledge.word_class("hurt.any")),
      grave_(knowledge.word_class("grave")),
      insult_(knowledge.word_class("insult")) {}

bool ClauseWeight::any_is(Stretch stretch, std::optional<std::uint16_t> word_class) const {
    if (!word_class) return false;
    for (std::uint32_t i = stretch.first; i < stretch.last; ++i)
        if (p_.tokens[i].is_word() && knowledge_.automaton().in_class(p_.tokens[i].word, *word_class))
            return true;
    return false;
}

bool ClauseWeight::suffers(const Clause& clause, Stretch stretch) const {
    if (clause.verb != Clause::none && stretch.first <= clause.verb && clause.verb < stretch.last)
        stretch.last = clause.verb + 1;  // what others suffered comes later
    return any_is(stretch, befalling_) || any_is(stretch, grave_);
}

bool ClauseWeight::tells_a_deed(const Clause& clause, Stretch stretch) const {
    const bool inside =
        clause.verb != Clause::none && stretch.first <= clause.verb && clause.verb < stretch.last;
    if (inside) return !(kind(clause.verb) & (grammar::be | grammar::verb_ing));
    for (std::uint32_t i = stretch.first; i < stretch.last; ++i)
        if (kind(i) & grammar::verb_past) return !(kind(i) & grammar::be);
    return false;
}

bool ClauseWeight::leads(std::uint8_t family) const {
    constexpr std::size_t leading = 3;
    for (std::size_t f = 0; f < std::min(leading, reading_.feelings.size()); ++f)
        if (reading_.feelings[f].family == family) return true;
    return false;
}

bool ClauseWeight::loses_somebody(const Clause& clause, Stretch stretch) const {
    if (clause.verb == Clause::none || !one_of(word_at(p_, clause.verb), {"lost", "lose", "buried"}))
        return false;
    for (std::uint32_t i = clause.verb + 1; i < stretch.last; ++i)
        if (kind(i) & grammar::person) return true;
    return false;
}

float ClauseWeight::felt_in(Stretch stretch) const {
    float felt = 0;
    for (const RuleHit& hit : hits_.feelings) {
        if (hit.first < stretch.first || stretch.last < hit.last) continue;
        const Rule& rule = knowledge_.rules()[hit.rule];
        if (!leads(static_cast<std::uint8_t>(rule.target))) continue;
        felt += rule.weight * (1 + 0.5F * static_cast<float>(rule.strength));
    }
    return felt;
}

bool ClauseWeight::done_to_them(const Clause& clause) const {
    if (!(clause.features & feature::about_them) || clause.verb == Clause::none) return false;
    const bool wronged =
        wronging_ && knowledge_.automaton().in_class(p_.tokens[clause.verb].word, *wronging_);
    if (!wronged && !(clause.features & feature::negated)) return false;
    for (std::uint32_t i = clause.verb + 1; i < clause.last; ++i)
        if (kind(i) & (grammar::object_me | grammar::my)) return true;
    return false;
}

bool ClauseWeight::explains_a_feeling(std::uint32_t c) const {
    const Clause& clause = p_.clauses[c];
    if (c == 0 || p_.clauses[c - 1].sentence != clause.sentence) return false;
    if (!one_of(word_at(p_, clause.first), {"because", "cause", "cos", "cuz", "bc", "that", "when", "since"}))
        return false;
    const Clause& before = p_.clauses[c - 1];
    for (std::uint32_t i = before.first; i < before.last; ++i)
        if (feelings_.at(p_, i).word) return true;
    return false;
}

bool ClauseWeight::moves_people(std::uint32_t c, Stretch stretch, const Event& event) const {
    const Clause& clause = p_.clauses[c];
    if (event.feeling) return false;
    if (clause.verb != Clause::none && clause.verb >= stretch.first && thinks(word_at(p_, clause.verb)))
        return false;
    if (felt_in(stretch) > worth_feeling || any_is(stretch, blow_) || explains_a_feeling(c)) return true;
    if (clause.features & feature::future) return false;
    return done_to_them(clause) ||
           ((clause.features & feature::negated) && (clause.features & feature::mentions_me));
}

float ClauseWeight::weigh(std::uint32_t c, Stretch stretch, const Event& event, std::size_t words) const {
    const Clause& clause = p_.clauses[c];
    // People come to the point last, more often than not.
    float weight = 0.8F * static_cast<float>(c + 1) / static_cast<float>(p_.clauses.size());
    weight += 1.5F * felt_in(stretch);
    if (any_is(stretch, blow_)) weight += 2;
    if (event.grave) weight += 2;
    if (done_to_them(clause)) weight += 1.5F;
    if (explains_a_feeling(c)) weight += 1.5F;
    if (clause.features & feature::negated) weight += 0.5F;
    for (std::uint32_t i = stretch.first; i < stretch.last; ++i)
        if (kind(i) & grammar::person) weight += 0.3F;
    if (event.past) weight += 0.7F;
    if (event.moving) weight += 1;
    if (clause.features & feature::mentions_me) weight += 1;
    if (clause.features & feature::hedged) weight -= 1;
    if (clause.features & feature::possible) weight -= 1;
    if (clause.features & feature::future) weight -= 1;
    if (clause.features & feature::when_clause) weight -= 0.5F;
    if (event.feeling) weight -= 2;
    if (clause.verb != Clause::none && thinks(word_at(p_, clause.verb))) weight -= 1.5F;
    if (clause.verb != Clause::none && !event.theirs && (kind(clause.verb) & grammar::be)) weight -= 0.7F;
    if (reading_.accuses) weight += event.replier ? 2.0F : -1.0F;
    if (gives_a_reason(word_at(p_, clause.first)) && !explains_a_feeling(c)) weight -= 1;
    if (words < 4) weight -= 0.7F;
    return weight;
}

}  // namespace attune
