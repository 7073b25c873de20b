// SPDX-License-Identifier: MIT
//
// What the names of a pack stand for: patterns, moves, signals, frames, families and kinds, by their place in
// the compiled tables. Building it tells names that are doubled, badly formed or missing.
#pragma once

#include <optional>
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

}  // namespace attune
