// SPDX-License-Identifier: MIT
//
// Evidence for a pattern adds up within a sentence (rules/evidence.h); each rule speaks once there. A rule
// that marks the whole reply speaks once for it, where it first held. The strongest rule lends the finding
// its words.
#include "coach/findings.h"

#include <algorithm>
#include <span>
#include <vector>

#include "rules/evidence.h"

namespace attune {
namespace {

// Everything that one sentence says about one pattern or move.
struct Heard {
    std::uint8_t target = 0;
    std::uint32_t sentence = 0;
    std::vector<const RuleHit*> hits;  // each rule once

    [[nodiscard]] float confidence(std::span<const Rule> rules) const {
        Evidence evidence;
        for (const RuleHit* hit : hits) evidence.add(rules[hit->rule].weight);
        return evidence.confidence();
    }
};

std::vector<Heard> by_sentence(std::span<const Rule> rules, const std::vector<RuleHit>& hits) {
    std::vector<const RuleHit*> sorted;  // by sentence and target, else in the order of the text
    std::vector<std::uint32_t> spoke_for_reply;
    for (const RuleHit& hit : hits) {
        if (rules[hit.rule].marks == Marks::reply) {
            if (std::find(spoke_for_reply.begin(), spoke_for_reply.end(), hit.rule) != spoke_for_reply.end())
                continue;
            spoke_for_reply.push_back(hit.rule);
        }
        sorted.push_back(&hit);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [&](const RuleHit* a, const RuleHit* b) {
        return a->sentence != b->sentence ? a->sentence < b->sentence
                                          : rules[a->rule].target < rules[b->rule].target;
    });
    std::vector<Heard> all;
    for (const RuleHit* hit : sorted) {
        const auto target = static_cast<std::uint8_t>(rules[hit->rule].target);
        if (all.empty() || all.back().target != target || all.back().sentence != hit->sentence)
            all.push_back({target, hit->sentence, {}});
        auto& heard = all.back().hits;
        const bool known =
            std::any_of(heard.begin(), heard.end(), [&](const RuleHit* h) { return h->rule == hit->rule; });
        if (!known) heard.push_back(hit);
    }
    for (Heard& heard : all)
        if (heard.hits.size() > 1)
            std::stable_sort(heard.hits.begin(), heard.hits.end(), [&](const RuleHit* a, const RuleHit* b) {
                return rules[a->rule].weight > rules[b->rule].weight;
            });
    return all;
}

template <class Found>
void in_order_of_the_text(std::vector<Found>& found) {
    if (found.size() < 2) return;
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.confidence > b.confidence;
    });
}

}  // namespace

void gather_findings(const Knowledge& knowledge, const RuleHits& hits, Reading& out) {
    out.findings.clear();
    if (hits.patterns.empty()) return;
    const auto rules = knowledge.rules();
    for (const Heard& heard : by_sentence(rules, hits.patterns)) {
        const float confidence = heard.confidence(rules);
        if (confidence <= 0) continue;
        const RuleHit& strongest = *heard.hits.front();
        const Rule& rule = rules[strongest.rule];
        Finding finding;
        finding.pattern = heard.target;
        finding.rule = strongest.rule;
        for (const RuleHit* hit : heard.hits) finding.rules.push_back(hit->rule);
        finding.span = strongest.marked;
        finding.confidence = confidence;
        finding.severity = rule.subkind < knowledge.kinds().size()
                               ? knowledge.kinds()[rule.subkind].severity
                               : knowledge.patterns()[rule.target].severity;
        finding.why = knowledge.text(rule.why);
        out.findings.push_back(std::move(finding));
    }
    in_order_of_the_text(out.findings);
}

void gather_moves(const Knowledge& knowledge, const RuleHits& hits, Reading& out) {
    out.moves.clear();
    if (hits.moves.empty()) return;
    const auto rules = knowledge.rules();
    for (const Heard& heard : by_sentence(rules, hits.moves)) {
        const float confidence = heard.confidence(rules);
        if (confidence <= 0) continue;
        const RuleHit& strongest = *heard.hits.front();
        FoundMove move{heard.target, strongest.rule, strongest.marked, confidence, {}};
        for (const RuleHit* hit : heard.hits) move.rules.push_back(hit->rule);
        out.moves.push_back(std::move(move));
    }
    in_order_of_the_text(out.moves);
}

void count_questions(const Knowledge& knowledge, const Passage& reply, Reading& out) {
    out.open_questions = out.closed_questions = 0;
    if ((reply.features & (feature::open_question | feature::closed_question)) == 0) return;
    const auto fixing = knowledge.pattern("fixing");
    std::vector<Span> plans;  // flagged as fixing, in the order of the text
    for (const Finding& finding : out.findings)
        if (fixing && finding.pattern == *fixing && finding.confidence >= flagged_from)
            plans.push_back(finding.span);
    auto plan = plans.begin();
    for (const Sentence& sentence : reply.sentences) {
        if ((sentence.features & (feature::open_question | feature::closed_question)) == 0) continue;
        const Span span = reply.bytes(sentence.first, sentence.last);
        while (plan != plans.end() && plan->end <= span.begin) ++plan;
        const bool suggests = plan != plans.end() && plan->overlaps(span);
        if (suggests) continue;
        if (sentence.features & feature::open_question)
            ++out.open_questions;
        else
            ++out.closed_questions;
    }
}

}  // namespace attune
