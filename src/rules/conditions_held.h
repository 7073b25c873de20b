// SPDX-License-Identifier: MIT
#pragma once

#include "rules/judge.h"

namespace attune {

// What a rule's conditions are asked of.
struct Scene {
    const Passage& passage;
    Role role;
    const StatementSide& statement;
};

// Whether all conditions of `rule` hold at `hit`. `so_far`: what was found in the passage up to now. When a
// statement itself is judged, its conditions on the statement and on the reply are both about itself.
bool conditions_hold(const Knowledge& knowledge, const Scene& scene, const RuleHits& so_far, const Rule& rule,
                     const RuleHit& hit);

}  // namespace attune
