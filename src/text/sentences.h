// SPDX-License-Identifier: MIT
#pragma once

#include "text/passage.h"

namespace attune {

// Fills `passage.sentences` (token ranges and word counts only) from its tokens, and marks the tokens that
// stand in quotation marks. Every token belongs to one sentence. Linear.
void cut_sentences(Passage& passage);

}  // namespace attune
