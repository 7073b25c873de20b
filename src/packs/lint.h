// SPDX-License-Identifier: MIT
//
// Rules that are written right and still earn nothing.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "rules/knowledge.h"

namespace attune {

struct LintNote {
    std::uint32_t rule = 0;  // index into Knowledge::rules()
    std::string what;        // "finds only what `fixing.direct.you-should` finds"
    std::string help;        // the cure
};

enum class LintDepth : std::uint8_t { usual, every_cue };  // every_cue: also those that no hit shows

// `rules`: indices into Knowledge::rules(); they are compared with all others of the pack. Notes come in
// their order. Every example of the pack is read once, so this takes about as long as `attune rules test`.
std::vector<LintNote> lint_rules(const Knowledge& knowledge, std::span<const std::uint32_t> rules,
                                 LintDepth depth = LintDepth::usual);

}  // namespace attune
