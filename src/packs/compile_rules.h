// SPDX-License-Identifier: MIT
#pragma once

#include "core/blob.h"
#include "core/diagnostics.h"
#include "packs/lexicon.h"
#include "packs/names.h"
#include "packs/pack.h"

namespace attune {

// Looks every name, cue and condition of the rules and frames up and writes them with their automaton,
// examples and conditions. What is wrong is told; then what is written is of no use.
void compile_rules(const Pack& pack, const Names& names, Lexicon& lexicon, TextPool& pool, BlobWriter& out,
                   Diagnostics& problems);

}  // namespace attune
