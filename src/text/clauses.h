// SPDX-License-Identifier: MIT
#pragma once

#include "text/passage.h"

namespace attune {

// Fills the passage's sentences, clauses and features from its tokens. See clauses.cpp for the idea.
void find_clauses(const Vocabulary& vocabulary, Passage& passage);

}  // namespace attune
