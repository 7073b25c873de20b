// SPDX-License-Identifier: MIT
#include "score/group_comparison.h"

#include <optional>

namespace attune {
namespace {

using Group = std::pair<const std::string, GroupFigures>;

void compare_in_all(const std::string& first, const Spread& one, const std::string& second,
                    const Spread& other, std::vector<GroupComparison>& out) {
    for (std::size_t measure = 0; measure < measures; ++measure)
        if (const auto result = compare(one[measure], other[measure]))
            out.push_back({first, second, measure, one[measure].count(), other[measure].count(), *result});
}

Spread all_but(const Group& left_out, const std::vector<const Group*>& groups) {
    Spread sum;
    for (const Group* group : groups) {
        if (group == &left_out) continue;
        for (std::size_t measure = 0; measure < measures; ++measure)
            for (std::size_t value = 0; value < Distribution::values; ++value)
                sum[measure].add(static_cast<int>(value), group->second.spread[measure].at(value));
    }
    return sum;
}

}  // namespace

std::vector<GroupComparison> compare_groups(const CorpusFigures& corpus) {
    std::vector<const Group*> groups;
    for (const Group& group : corpus.groups)
        if (!group.first.empty()) groups.push_back(&group);
    std::vector<GroupComparison> found;
    if (groups.size() == 2) {
        compare_in_all(groups[0]->first, groups[0]->second.spread, groups[1]->first, groups[1]->second.spread,
                       found);
    } else if (groups.size() > 2 && groups.size() <= most_groups_compared) {
        for (const Group* group : groups)
            compare_in_all(group->first, group->second.spread, "", all_but(*group, groups), found);
    }
    return found;
}

}  // namespace attune
