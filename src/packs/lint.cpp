// SPDX-License-Identifier: MIT
//
// The examples of the whole pack are the text at hand: a rule that finds itself in none of them is dead, and
// two rules for the same thing that find themselves in the same ones say it twice.
#include "packs/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <type_traits>

#include "rules/examples.h"

namespace attune {
namespace {

class Linter {
  public:
    explicit Linter(const Knowledge& knowledge)
        : knowledge_(knowledge), examples_of_(knowledge.rules().size()) {
        const auto found = rules_by_example(knowledge);
        for (std::uint32_t e = 0; e < found.size(); ++e)
            for (const std::uint32_t rule : found[e]) examples_of_[rule].push_back(e);
        for (std::uint32_t r = 0; r < knowledge.rules().size(); ++r)
            for (const std::string_view cue : cues_of(r)) first_with_cue_.emplace(cue_key(r, cue), r);
    }

    void look_at(std::uint32_t index, std::vector<LintNote>& notes) const {
        const Rule& rule = knowledge_.rules()[index];
        const bool automatic = rule.first_example == rule.last_example;
        if (rule.why.size == 0 && (rule.kind == RuleKind::pattern || rule.kind == RuleKind::move))
            notes.push_back({index, "does not say why", "add a `why`, here or for its file"});
        for (const std::string_view cue : cues_of(index))
            if (const std::uint32_t first = first_with_cue_.at(cue_key(index, cue)); first != index)
                notes.push_back({index, fmt::format("repeats the cue \"{}\" of `{}`", cue, id(first)),
                                 "take it out of one of them"});
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
    }

  private:
    // Cues are compared within what they speak for.
    // What a cue is sought for, the cue, and the conditions it is sought under, as bytes.
    using CueKey = std::tuple<RuleKind, std::uint8_t, std::string_view, std::string>;

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
    [[nodiscard]] std::vector<std::string_view> cues_of(std::uint32_t rule) const {
        std::vector<std::string_view> cues;
        for (std::string_view rest = knowledge_.text(knowledge_.rules()[rule].cue); !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            cues.push_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return cues;
    }

    const Knowledge& knowledge_;
    std::vector<std::vector<std::uint32_t>> examples_of_;  // by rule, rising
    std::map<CueKey, std::uint32_t> first_with_cue_;
};

}  // namespace

std::vector<LintNote> lint_rules(const Knowledge& knowledge, std::span<const std::uint32_t> rules) {
    const Linter linter(knowledge);
    std::vector<LintNote> notes;
    for (const std::uint32_t rule : rules) linter.look_at(rule, notes);
    return notes;
}

}  // namespace attune
