// SPDX-License-Identifier: MIT
#pragma once

#include "core/blob.h"
#include "packs/names.h"
#include "packs/pack.h"

namespace attune {

// Looks the names in banks, decks and the safety card up and writes their tables. What is wrong is told.
void compile_phrases(const Pack& pack, const Names& names, TextPool& pool, BlobWriter& out);

}  // namespace attune
