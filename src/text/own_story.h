// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "text/words.h"

namespace attune {

// Whether a sentence tells what happened to its writer. `clauses` are the sentence's, with their features.
bool tells_own_story(const Words& words, const Sentence& sentence, std::span<const Clause> clauses);

// Whether a sentence behind such a one goes on with it: "He called me Sandra for a year. We were in
// stitches."
bool carries_story_on(const Words& words, const Sentence& sentence, std::span<const Clause> clauses);

}  // namespace attune
