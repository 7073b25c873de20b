// SPDX-License-Identifier: MIT
//
// Conditions that can never hold, or not in the way that they were meant.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "packs/fields.h"
#include "packs/names.h"
#include "rules/condition.h"
#include "rules/knowledge.h"

namespace attune {

class ConditionChecker {
  public:
    explicit ConditionChecker(const Names& names) : names_(names) {}

    // The terms of one scope that stand alone (without "or"), so far.
    using Scoped = std::vector<std::pair<Condition, const Text*>>;

    // Tells what is wrong with a term of `rule` next to those `before` it, and adds it to them.
    void check(const Rule& rule, const Text& term, std::span<const Condition> conditions,
               Scoped& before) const;

  private:
    void check_order(const Rule& rule, const Text& term, const Condition& c) const;
    const Names& names_;
};

}  // namespace attune
