// SPDX-License-Identifier: MIT
#include "app/finding_name.h"

#include <vector>

#include "core/suggest.h"

namespace attune {

bool FindingName::names(const Knowledge& knowledge, const Finding& finding) const {
    switch (of) {
        case Of::pattern:
            return finding.pattern == index;
        case Of::kind:
            return knowledge.rules()[finding.rule].subkind == index;
        case Of::rule:
            return finding.rule == index;
    }
    return false;
}

std::optional<FindingName> find_finding_name(const Knowledge& knowledge, std::string_view name) {
    if (const auto pattern = knowledge.pattern(name))
        return FindingName{FindingName::Of::pattern, static_cast<std::uint32_t>(*pattern)};
    const auto kinds = knowledge.kinds();
    for (std::uint32_t i = 0; i < kinds.size(); ++i)
        if (knowledge.text(kinds[i].id) == name) return FindingName{FindingName::Of::kind, i};
    if (const auto rule = knowledge.rule(name); rule && knowledge.rules()[*rule].kind == RuleKind::pattern)
        return FindingName{FindingName::Of::rule, static_cast<std::uint32_t>(*rule)};
    return std::nullopt;
}

std::string finding_name_help(const Knowledge& knowledge, std::string_view name) {
    std::vector<std::string> known;
    for (const CodeInfo& pattern : knowledge.patterns()) known.emplace_back(knowledge.text(pattern.name));
    for (const KindInfo& kind : knowledge.kinds()) known.emplace_back(knowledge.text(kind.id));
    for (const Rule& rule : knowledge.rules())
        if (rule.kind == RuleKind::pattern) known.emplace_back(knowledge.text(rule.id));
    const std::string near = did_you_mean(name, known);
    return near.empty() ? "`attune explain` lists the patterns, `attune rules list` every rule"
                        : "did you mean `" + near + "`?";
}

}  // namespace attune
