// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "rules/judge.h"

namespace attune {

// Tokens [first, last) that a frame covers.
struct Stretch {
    std::uint32_t first = 0, last = 0;
};

// What frame `frame` covers where its cue stands. `hits` are all cue hits of the passage, sorted by unit and
// place: the cues that end a frame early are among them.
Stretch cover(const Knowledge& knowledge, const Passage& passage, const std::vector<CueHit>& hits,
              std::uint32_t frame, const RuleHit& cue);

// Sets the frame's bit in `frames` (see RuleHits) over all stretches; sorts them. Linear, however they
// overlap.
void lay(std::uint32_t frame, std::vector<Stretch>& stretches, std::vector<std::uint64_t>& frames);

// Adds the passage's quotations. One that is never closed reaches to the end of its sentence.
void find_quotations(const Passage& passage, std::vector<Stretch>& out);

}  // namespace attune
