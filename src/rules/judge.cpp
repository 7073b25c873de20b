// SPDX-License-Identifier: MIT
#include "rules/judge.h"

#include <algorithm>

#include "rules/conditions_held.h"
#include "rules/evidence.h"
#include "rules/frames.h"

namespace attune {

// A rule and the hits of its cues, [first, last) of all hits.
struct RuleCues {
    std::uint32_t rule = 0;
    std::uint32_t first = 0, last = 0;
};

struct Judge::Room {
    UnitSet wanted[2];  // by Role: the cues of rules that can say anything about such a passage
    UnitSet wanted_of_topics;
    MatchScratch scratch;
    std::vector<CueHit> hits;                // of the rules' cues, by unit
    std::vector<std::uint32_t> limit_units;  // exceptions and ends of frames that matter for these hits
    std::vector<CueHit> limits;              // their hits, by unit
    std::vector<RuleHit> found;              // one rule's
    std::vector<Evidence> evidence;          // by sentence, for one move or pattern
    std::vector<RuleCues> rules;             // those with a hit, in order of kind, target and rule
    std::vector<Stretch> stretches;          // of one frame
    Memory memory;
};

namespace {

void want(std::uint32_t first, std::uint32_t last, UnitSet& wanted) {
    for (std::uint32_t u = first; u < last; ++u) wanted[u / 64] |= std::uint64_t{1} << (u % 64);
}

// In a statement no one misses or meets anybody; in a reply nothing is felt but said.
bool sought(RuleKind kind, Role role) {
    if (kind == RuleKind::topic) return false;
    if (role == Role::statement) return kind != RuleKind::move && kind != RuleKind::pattern;
    return kind != RuleKind::feeling;
}

// The order in which rules are asked; rules of one kind stand side by side, in the order of their targets.
int stage_of(RuleKind kind) {
    constexpr int stages[] = {1, 3, 4, 0, 2, 5};  // signal, move, pattern, frame, feeling, topic
    return stages[static_cast<std::size_t>(kind)];
}

// The hits of units [first, last), in the order of `hits`.
std::span<const CueHit> hits_of(const std::vector<CueHit>& hits, std::uint32_t first, std::uint32_t last) {
    const auto below = [](const CueHit& hit, std::uint32_t unit) { return hit.unit < unit; };
    const auto begin = std::lower_bound(hits.begin(), hits.end(), first, below);
    const auto end = std::lower_bound(begin, hits.end(), last, below);
    return {hits.data() + (begin - hits.begin()), static_cast<std::size_t>(end - begin)};
}

bool excepted(const std::vector<CueHit>& limits, const Rule& rule, const CueHit& hit) {
    if (limits.empty() || rule.first_exception == rule.last_exception) return false;
    if (hits_of(limits, rule.first_exception, rule.last_exception).empty()) return false;
    const bool mark = hit.first == hit.last;  // then what touches it counts
    for (std::uint32_t unit = rule.first_exception; unit < rule.last_exception; ++unit) {
        // A unit's hits do not overlap, so that only the first that does not end before this one can meet it.
        const auto all = hits_of(limits, unit, unit + 1);
        const auto e = std::partition_point(all.begin(), all.end(), [&](const CueHit& one) {
            return mark ? one.last < hit.first : one.last <= hit.first;
        });
        if (e != all.end() && (mark ? e->first <= hit.first : e->first < hit.last)) return true;
    }
    return false;
}

// Gives the hit its place: the clause and sentence of its last word.
RuleHit placed(const Passage& passage, std::uint32_t rule, const CueHit& hit) {
    RuleHit out{rule, hit.first, hit.last, 0, 0, {}};
    if (!passage.tokens.empty()) {
        const auto last_token = static_cast<std::uint32_t>(passage.tokens.size()) - 1;
        const std::uint32_t token = std::min(hit.last > hit.first ? hit.last - 1 : hit.first, last_token);
        out.clause = passage.clause_of[token];
        out.sentence = passage.clauses[out.clause].sentence;
    }
    return out;
}

Span marked(const Passage& passage, Marks marks, const RuleHit& hit) {
    const auto all = static_cast<std::uint32_t>(passage.tokens.size());
    if (all == 0) return {};
    switch (marks) {
        case Marks::cue:
            break;
        case Marks::clause:
            return passage.bytes(passage.clauses[hit.clause].first, passage.clauses[hit.clause].last);
        case Marks::sentence: {
            const Sentence& sentence = passage.sentences[hit.sentence];
            return passage.bytes(sentence.first, sentence.last);
        }
        case Marks::reply:
            return passage.bytes(0, all);
    }
    return passage.bytes(hit.first, hit.last);
}

}  // namespace

Judge::Judge(const Knowledge& knowledge) : knowledge_(knowledge), room_(std::make_unique<Room>()) {
    const auto want_rules = [&](UnitSet& wanted, auto sought_kind) {
        wanted.resize((knowledge.automaton().unit_count() + 63) / 64);
        for (const Rule& rule : knowledge.rules()) {
            if (sought_kind(rule.kind)) want(rule.first_unit, rule.last_unit, wanted);
        }
    };
    for (const Role role : {Role::statement, Role::reply}) {
        UnitSet& wanted = room_->wanted[static_cast<std::size_t>(role)];
        want_rules(wanted, [&](RuleKind kind) { return sought(kind, role); });
    }
    want_rules(room_->wanted_of_topics, [](RuleKind kind) { return kind == RuleKind::topic; });
}
Judge::~Judge() = default;

// The rule's cues where they hold, leftmost longest first where they overlap, in the order of the text.
void Judge::find(const Scene& scene, const RuleCues& cues, const RuleHits& so_far) {
    const Rule& rule = knowledge_.rules()[cues.rule];
    auto& found = room_->found;
    found.clear();
    for (std::uint32_t h = cues.first; h < cues.last; ++h) {
        const CueHit& hit = room_->hits[h];
        if ((so_far.frames[hit.first] & rule.cancelled_by) != 0 || excepted(room_->limits, rule, hit))
            continue;
        RuleHit one = placed(scene.passage, cues.rule, hit);
        if (!conditions_hold(knowledge_, scene, so_far, rule, one)) continue;
        one.marked = marked(scene.passage, rule.marks, one);
        found.push_back(one);
    }
    if (rule.last_unit - rule.first_unit < 2) return;
    std::sort(found.begin(), found.end(), [](const RuleHit& a, const RuleHit& b) {
        return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    std::uint32_t free_from = 0;
    std::erase_if(found, [&](const RuleHit& hit) {
        if (hit.first < free_from) return true;
        free_from = std::max(hit.last, hit.first + 1);
        return false;
    });
}

// Exceptions and ends of frames are only looked for where there is a hit that they could limit.
void Judge::match_what_limits() {
    auto& units = room_->limit_units;
    units.clear();
    room_->limits.clear();
    const auto add = [&](std::uint32_t first, std::uint32_t last) {
        for (std::uint32_t unit = first; unit < last; ++unit) units.push_back(unit);
    };
    std::uint32_t last_frame = UINT32_MAX;
    for (const RuleCues& cues : room_->rules) {
        const Rule& rule = knowledge_.rules()[cues.rule];
        add(rule.first_exception, rule.last_exception);
        if (rule.kind != RuleKind::frame || rule.target == last_frame) continue;
        const FrameInfo& frame = knowledge_.frames()[rule.target];
        add(frame.first_end_unit, frame.last_end_unit);
        last_frame = rule.target;
    }
    if (!units.empty()) knowledge_.automaton().match_more(units, room_->scratch, room_->limits);
}

// Which rules have anything to say, in the order in which they are asked: frames before all others.
void Judge::collect_rules() {
    auto& rules = room_->rules;
    rules.clear();
    const auto& hits = room_->hits;
    for (std::uint32_t h = 0; h < hits.size(); ++h) {
        const std::uint32_t rule = knowledge_.rule_of_unit()[hits[h].unit];
        if (rules.empty() || rules.back().rule != rule) rules.push_back({rule, h, h});
        rules.back().last = h + 1;
    }
    std::sort(rules.begin(), rules.end(), [&](const RuleCues& a, const RuleCues& b) {
        const int stage_of_a = stage_of(knowledge_.rules()[a.rule].kind);
        const int stage_of_b = stage_of(knowledge_.rules()[b.rule].kind);
        return stage_of_a != stage_of_b ? stage_of_a < stage_of_b : a.rule < b.rule;
    });
}

// A move or pattern is a fact of a sentence when its evidence there reaches the bar.
void Judge::settle_facts(std::span<const RuleHit> hits, FactId fact, RuleHits& out) {
    auto& evidence = room_->evidence;
    evidence.assign(out.sentence_facts.size(), Evidence{});
    for (const RuleHit& hit : hits) evidence[hit.sentence].add(knowledge_.rules()[hit.rule].weight);
    for (std::size_t s = 0; s < evidence.size(); ++s)
        if (evidence[s].confidence() >= flagged_from) {
            out.facts.set(fact);
            out.sentence_facts[s].set(fact);
        }
}

void Judge::judge(const Passage& passage, Role role, const StatementSide& statement, RuleHits& out) {
    for (auto* list : {&out.signals, &out.moves, &out.patterns, &out.feelings, &out.topics, &out.frame_cues})
        list->clear();
    out.frames.assign(passage.tokens.size() + 1, 0);
    out.facts.reset();
    out.sentence_facts.assign(std::max<std::size_t>(passage.sentences.size(), 1), FactSet{});
    knowledge_.automaton().match(passage, room_->wanted[static_cast<std::size_t>(role)], room_->scratch,
                                 room_->hits);

    collect_rules();
    match_what_limits();

    room_->memory.start(knowledge_.class_names().size());
    const Scene scene{passage, role, statement, room_->memory};
    auto& stretches = room_->stretches;
    stretches.clear();
    find_quotations(passage, stretches);
    for (std::uint32_t f = 0; f < knowledge_.frames().size(); ++f)
        if (knowledge_.frames()[f].reach == Reach::quotation) lay(f, stretches, out.frames);
    const auto rules = knowledge_.rules();
    const auto& order = room_->rules;
    for (std::size_t i = 0; i < order.size();) {
        const Rule& first = rules[order[i].rule];
        auto* list = first.kind == RuleKind::move      ? &out.moves
                     : first.kind == RuleKind::pattern ? &out.patterns
                     : first.kind == RuleKind::feeling ? &out.feelings
                     : first.kind == RuleKind::frame   ? &out.frame_cues
                                                       : &out.signals;
        const std::size_t begin = list->size();
        for (; i < order.size(); ++i) {
            const Rule& rule = rules[order[i].rule];
            if (rule.kind != first.kind || rule.target != first.target) break;
            find(scene, order[i], out);
            list->insert(list->end(), room_->found.begin(), room_->found.end());
        }
        const std::span<const RuleHit> fresh{list->data() + begin, list->size() - begin};
        if (first.kind == RuleKind::frame) {
            stretches.clear();
            for (const RuleHit& hit : fresh)
                stretches.push_back(cover(knowledge_, passage, room_->limits, first.target, hit));
            lay(first.target, stretches, out.frames);
        }
        if (first.kind == RuleKind::move) settle_facts(fresh, knowledge_.fact_of_move(first.target), out);
        if (first.kind == RuleKind::pattern)
            settle_facts(fresh, knowledge_.fact_of_pattern(first.target), out);
        if (first.kind == RuleKind::signal)
            for (const RuleHit& hit : fresh) {
                out.facts.set(first.target);
                out.sentence_facts[hit.sentence].set(first.target);
            }
    }
    const auto before = [](const RuleHit& a, const RuleHit& b) { return a.first < b.first; };
    for (auto* list : {&out.signals, &out.moves, &out.patterns, &out.feelings})
        if (!std::is_sorted(list->begin(), list->end(), before))
            std::stable_sort(list->begin(), list->end(), before);
}

void Judge::find_topics(const Passage& passage, RuleHits& hits) {
    hits.topics.clear();
    knowledge_.automaton().match(passage, room_->wanted_of_topics, room_->scratch, room_->hits);
    collect_rules();
    match_what_limits();
    room_->memory.start(knowledge_.class_names().size());
    const Scene scene{passage, Role::statement, {}, room_->memory};
    for (const RuleCues& cues : room_->rules) {
        find(scene, cues, hits);
        hits.topics.insert(hits.topics.end(), room_->found.begin(), room_->found.end());
    }
}

}  // namespace attune
