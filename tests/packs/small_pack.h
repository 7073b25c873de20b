// SPDX-License-Identifier: MIT
//
// A pack that is just large enough to compile, for tests to spoil.
#pragma once

#include <string>

#include "packs/compile.h"
#include "packs/files.h"

namespace attune::testing {

// The smallest lexicon, codebook and signals that are whole. Its classes hold: adverb [just, really],
// person [mum, boss]; verbs: say, act [talk, call]; frames: quoted; pattern fixing, move empathy; family
// sadness.
PackFiles small_pack();

// `small_pack()` and one file more, or another text for one of its files.
PackFiles small_pack_with(const std::string& path, const std::string& text);

// What compiling says; "" when all is well. Files are shown by their paths.
std::string problems_of(const PackFiles& files);

// A file patterns/fixing.yaml with one rule; `lines` stand in it after its id, indented as given.
std::string fixing_file(const std::string& lines);

// What compiling `fixing_file(lines)` within the small pack says.
std::string problems_of_rule(const std::string& lines);

}  // namespace attune::testing
