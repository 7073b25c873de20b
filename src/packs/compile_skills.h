// SPDX-License-Identifier: MIT
#pragma once

#include "core/blob.h"
#include "packs/names.h"
#include "packs/pack.h"

namespace attune {

// Adds skills, their exercises and the replies of those. Decks are found by the place that compile_phrases()
// gives them.
void compile_skills(const Pack& pack, const Names& names, TextPool& pool, BlobWriter& out);

}  // namespace attune
