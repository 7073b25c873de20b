// SPDX-License-Identifier: MIT
//
// What the names of a pack stand for: patterns, moves, signals, frames, families and kinds, by their place in
// the compiled tables. Building it tells names that are doubled, badly formed or missing.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.h"
#include "packs/pack.h"
#include "rules/condition.h"

namespace attune {

struct Names {
    std::vector<std::string> patterns, moves, signals, frames, families, topics;
    struct Kind {
        std::string id;  // "fixing.direct"
        std::size_t pattern;
        const KindSource* source;
    };
    std::vector<Kind> kinds;

    // Signals, then moves, then patterns.
    [[nodiscard]] std::optional<FactId> fact(std::string_view name) const;
};

Names collect_names(const Pack& pack, Diagnostics& problems);

// Lower-case letters, digits, `-` and `_`.
bool is_plain_name(std::string_view name);

// Names of one sort ("deck"), as they come: tells one that came before, or is no plain name.
class OwnNames {
  public:
    explicit OwnNames(std::string_view sort) : sort_(sort) {}
    void add(const Text& name);

  private:
    std::string sort_;
    std::set<std::string> seen_;
};

// Ids of what stands in a deck or another home: `home.name`, each once.
class OwnIds {
  public:
    explicit OwnIds(std::string_view sort_of_home) : sort_(sort_of_home) {}
    void add(const Text& id, const Text& home);

  private:
    std::string sort_;
    std::set<std::string> seen_;
};

}  // namespace attune
