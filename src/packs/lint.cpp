// SPDX-License-Identifier: MIT
//
// The examples of the whole pack are the text at hand: a rule that finds itself in none of them is dead, two
// rules for the same thing that find themselves in the same ones say it twice, and a rule whose every hit
// others speak down contradicts them. What can be told from a cue alone is in lint_cues.cpp.
#include "packs/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <type_traits>

#include "packs/lint_cues.h"
#include "rules/evidence.h"
#include "rules/examples.h"

namespace attune {
namespace {

class Linter {
  public:
    Linter(const Knowledge& knowledge, LintDepth depth)
        : knowledge_(knowledge),
          depth_(depth),
          found_(rules_by_example(knowledge)),
          examples_of_(knowledge.rules().size()) {
        for (std::uint32_t e = 0; e < found_.size(); ++e)
            for (const std::uint32_t rule : found_[e]) examples_of_[rule].push_back(e);
        for (std::uint32_t r = 0; r < knowledge.rules().size(); ++r)
            for (const std::string_view cue : cues_of(knowledge, r))
                first_with_cue_.emplace(cue_key(r, cue), r);
    }

    void look_at(std::uint32_t index, std::vector<LintNote>& notes) const {
        const Rule& rule = knowledge_.rules()[index];
        const bool automatic = rule.first_example == rule.last_example;
        if (rule.why.size == 0 && (rule.kind == RuleKind::pattern || rule.kind == RuleKind::move))
            notes.push_back({index, "does not say why", "add a `why`, here or for its file"});
        for (const std::string_view cue : cues_of(knowledge_, index))
            if (const std::uint32_t first = first_with_cue_.at(cue_key(index, cue)); first != index)
                notes.push_back({index, fmt::format("repeats the cue \"{}\" of `{}`", cue, id(first)),
                                 "take it out of one of them"});
        look_at_cues(index, automatic, notes);
        if (rule.kind == RuleKind::frame || automatic) return;
        if (examples_of_[index].empty()) {
            notes.push_back({index, "finds itself in no example of any rule", "mend its cue or take it out"});
            return;
        }
        for (std::uint32_t other = 0; other < index; ++other)
            if (same_target(index, other) && examples_of_[other] == examples_of_[index]) {
                notes.push_back({index, fmt::format("finds only what `{}` finds", id(other)),
                                 "join the two, or give each a hit that the other misses"});
                return;
            }
        look_for_wider(index, notes);
        look_for_contradiction(index, notes);
    }

  private:
    // Cues are compared within what they speak for.
    // What a cue is sought for, the cue, and the conditions it is sought under, as bytes.
    using CueKey = std::tuple<RuleKind, std::uint16_t, std::string_view, std::string>;

    [[nodiscard]] std::string_view id(std::uint32_t rule) const {
        return knowledge_.text(knowledge_.rules()[rule].id);
    }
    [[nodiscard]] CueKey cue_key(std::uint32_t rule, std::string_view cue) const {
        const Rule& r = knowledge_.rules()[rule];
        const auto conditions =
            knowledge_.conditions().subspan(r.first_condition, r.last_condition - r.first_condition);
        static_assert(std::has_unique_object_representations_v<Condition>);
        return {r.kind, r.target, cue,
                std::string(reinterpret_cast<const char*>(conditions.data()), conditions.size_bytes())};
    }
    [[nodiscard]] bool same_target(std::uint32_t a, std::uint32_t b) const {
        const Rule& x = knowledge_.rules()[a];
        const Rule& y = knowledge_.rules()[b];
        return x.kind == y.kind && x.target == y.target && x.strength == y.strength;
    }

    // Cues that are slow or that no hit shows. A rule that a family's words make has neither.
    void look_at_cues(std::uint32_t index, bool automatic, std::vector<LintNote>& notes) const {
        if (automatic) return;
        const auto cues = cues_of(knowledge_, index);
        for (const std::string_view cue : cues)
            if (opening_share(knowledge_, cue) > slow_from)
                notes.push_back({index,
                                 fmt::format("has a cue that may begin with nearly any word: \"{}\"", cue),
                                 "begin it with the words that it turns on, or with `^`"});
        if (depth_ == LintDepth::usual || cues.size() < 2) return;
        for (const std::size_t cue : cues_without_hit(knowledge_, index))
            notes.push_back({index, fmt::format("has no hit that shows its cue \"{}\"", cues[cue]),
                             "add one, or take the cue out"});
    }

    // Another rule for the same thing that flags on its own wherever this one does and elsewhere, too.
    void look_for_wider(std::uint32_t index, std::vector<LintNote>& notes) const {
        const Rule& rule = knowledge_.rules()[index];
        const auto& mine = examples_of_[index];
        if (rule.kind != RuleKind::pattern || rule.weight <= 0) return;
        for (std::uint32_t other = 0; other < examples_of_.size(); ++other) {
            const Rule& wider = knowledge_.rules()[other];
            const auto& theirs = examples_of_[other];
            if (other == index || !same_target(index, other) || wider.subkind != rule.subkind ||
                wider.weight < std::max(rule.weight, flagged_from) || theirs.size() <= mine.size() ||
                !std::includes(theirs.begin(), theirs.end(), mine.begin(), mine.end()))
                continue;
            notes.push_back(
                {index, fmt::format("adds nothing where `{}` speaks, and speaks nowhere else", id(other)),
                 "give it a hit that the other misses, or take it out"});
            return;
        }
    }

    // Whether rules that speak against its target leave none of its own hits flagged.
    void look_for_contradiction(std::uint32_t index, std::vector<LintNote>& notes) const {
        const Rule& rule = knowledge_.rules()[index];
        const bool weighed = rule.kind == RuleKind::pattern || rule.kind == RuleKind::move;
        if (!weighed || rule.weight < flagged_from) return;
        std::uint32_t against = index;
        for (std::uint32_t e = rule.first_example; e < rule.last_example; ++e) {
            if (knowledge_.examples()[e].is_hit == 0) continue;
            Evidence evidence;
            for (const std::uint32_t other : found_[e])
                if (same_target(index, other)) {
                    evidence.add(knowledge_.rules()[other].weight);
                    if (knowledge_.rules()[other].weight < 0) against = other;
                }
            if (evidence.confidence() >= flagged_from) return;
        }
        if (against != index)
            notes.push_back({index,
                             fmt::format("is spoken down in every one of its hits, by `{}`", id(against)),
                             "give one of the two an `except` or a condition, or another weight"});
    }

    static constexpr double slow_from = 0.25;
    const Knowledge& knowledge_;
    LintDepth depth_;
    std::vector<std::vector<std::uint32_t>> found_;        // by example, the rules that found themselves
    std::vector<std::vector<std::uint32_t>> examples_of_;  // by rule, rising
    std::map<CueKey, std::uint32_t> first_with_cue_;
};

}  // namespace

std::vector<LintNote> lint_rules(const Knowledge& knowledge, std::span<const std::uint32_t> rules,
                                 LintDepth depth) {
    const Linter linter(knowledge, depth);
    std::vector<LintNote> notes;
    for (const std::uint32_t rule : rules) linter.look_at(rule, notes);
    return notes;
}

}  // namespace attune
