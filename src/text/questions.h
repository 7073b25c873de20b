// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "text/words.h"

namespace attune {

// Decides what a sentence asks, if anything, and marks the clause that asks. `clauses` are the sentence's.
void read_questions(const Words& words, const Sentence& sentence, bool asked, std::span<Clause> clauses);

}  // namespace attune
