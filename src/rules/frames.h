// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "rules/judge.h"

namespace attune {

// Adds the stretches that a frame covers where its cue stands at tokens [first, last) of sentence `sentence`.
// `hits` are all cue hits of the passage, sorted by unit: the cues that end a frame early are among them.
void cover(const Knowledge& knowledge, const Passage& passage, const std::vector<CueHit>& hits,
           std::uint32_t frame, const RuleHit& cue, std::vector<FrameHit>& out);

// Adds a stretch for each quotation, for every frame that covers quotations. A quotation that is never closed
// reaches to the end of its sentence.
void cover_quotations(const Knowledge& knowledge, const Passage& passage, std::vector<FrameHit>& out);

}  // namespace attune
