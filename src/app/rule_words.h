// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "rules/knowledge.h"

namespace attune {

// What a rule's conditions say, one a line, as one would say them: "the sentence: not {sympathy}",
// "the reply: at most 12 words".
std::vector<std::string> condition_words(const Knowledge& knowledge, const Rule& rule);

// "0.7", "-0.25".
std::string weight_text(float weight);

}  // namespace attune
