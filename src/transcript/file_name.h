// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attune::transcript {

// "talks/monday.vtt.gz" is "monday": without folders, and without the endings of packing and of transcripts.
std::string stem_of(std::string_view path);

// Whether a file's ending is one that transcripts have, packed or not; or it has none at all.
bool has_transcript_ending(std::string_view path);

}  // namespace attune::transcript
