// SPDX-License-Identifier: MIT
//
// Rules against their own examples: each must find itself in every hit and in no miss.
//
// Rules of patterns and moves read an example as a reply, with the statement that `to` gives or none. Rules
// of feelings read it as a statement. Signals are asked for in both roles: theirs is read as a statement when
// only `to` is given, else as a reply. Of a frame it is asked whether it is laid at all.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "rules/knowledge.h"

namespace attune {

struct ExampleFailure {
    std::uint32_t rule = 0;     // index into Knowledge::rules()
    std::uint32_t example = 0;  // index into Knowledge::examples()
    std::string what;           // "does not find itself in this hit"
};

// `rules`: indices into Knowledge::rules(). Failures come in their order.
std::vector<ExampleFailure> check_examples(const Knowledge& knowledge, std::span<const std::uint32_t> rules);

// By example, the rules that find themselves in it when it is read as its own rule reads it, in rising order.
// Frames are left out: a frame does not tell which of its rules laid it.
std::vector<std::vector<std::uint32_t>> rules_by_example(const Knowledge& knowledge);

}  // namespace attune
