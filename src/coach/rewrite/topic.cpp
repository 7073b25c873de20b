// SPDX-License-Identifier: MIT
#include "coach/rewrite/topic.h"

#include <algorithm>
#include <tuple>

#include "coach/rewrite/clause_weight.h"

namespace attune {
namespace {

// Whether the words of `thing` stand from `first` on.
bool stands_at(const Passage& p, std::uint32_t first, std::uint32_t end, std::string_view thing) {
    for (std::uint32_t token = first; !thing.empty(); ++token) {
        const std::size_t cut = std::min(thing.find(' '), thing.size());
        if (token >= end || word_at(p, token) != thing.substr(0, cut)) return false;
        thing.remove_prefix(std::min(cut + 1, thing.size()));
    }
    return true;
}

std::string thing_in(const Knowledge& knowledge, const TopicInfo& topic, const Passage& p,
                     const RuleHit& hit) {
    const auto things = knowledge.things().subspan(topic.first_thing, topic.last_thing - topic.first_thing);
    for (std::uint32_t token = hit.first; token < hit.last; ++token)
        for (const PoolText thing : things)
            if (stands_at(p, token, hit.last, knowledge.text(thing)))
                return std::string(knowledge.text(thing));
    return "";
}

// "Your best friend" from "my best friend"; nobody in the plural, since a phrase speaks of one.
std::string who_in(const Knowledge& knowledge, const Passage& p, const RuleHit& hit) {
    constexpr std::uint32_t furthest = 3;  // "my dear old friend"
    const auto person = knowledge.word_class("person");
    if (!person) return "";
    for (std::uint32_t token = hit.first; token < hit.last; ++token) {
        if (word_at(p, token) != "my") continue;
        std::string said = "your";
        for (std::uint32_t next = token + 1; next <= token + furthest && next < p.tokens.size(); ++next) {
            if (!p.tokens[next].is_word()) break;
            const std::string word = word_at(p, next);
            said += ' ' + word;
            if (!knowledge.automaton().in_class(p.tokens[next].word, *person)) continue;
            const bool in_law = next + 2 < p.tokens.size() && word_at(p, next + 1) == "in";
            const bool several = word.ends_with('s') && !word.ends_with("ss");
            return in_law || several ? "" : said;
        }
    }
    return "";
}

}  // namespace

std::optional<ToldTopic> told_topic(const Knowledge& knowledge, const Passage& statement,
                                    std::span<const RuleHit> found) {
    const auto rank = [&](const RuleHit& hit) {
        return std::tuple(knowledge.rules()[hit.rule].weight, hit.last - hit.first, ~hit.first);
    };
    const auto best = std::max_element(found.begin(), found.end(),
                                       [&](const RuleHit& a, const RuleHit& b) { return rank(a) < rank(b); });
    if (best == found.end()) return std::nullopt;
    const std::uint16_t index = knowledge.rules()[best->rule].target;
    return ToldTopic{index, thing_in(knowledge, knowledge.topics()[index], statement, *best),
                     who_in(knowledge, statement, *best)};
}

}  // namespace attune
