// SPDX-License-Identifier: MIT
//
// A passage as cues see it: words, and between them the marks that a cue may name. Punctuation that no cue
// can name is not in it.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/cue.h"
#include "text/passage.h"

namespace attune {

// One step of the stream: a word, or a mark (then `word` is its number).
struct StreamItem {
    std::uint32_t token = 0;  // the word's token; for a mark, the token that follows it
    WordId word = unknown_word;
    bool is_mark = false;
};

// Marks let a cue pass that does not name them; only the end of a sentence does not.
inline constexpr bool seen_through(Mark mark) {
    return mark != Mark::full_stop;
}

// Replaces `out`. Marks that stand between the same two words come in a fixed order, each once: <start> ^
// <own-story> , <clause> <order>, and , $ $? . <end>. Commas side by side are one.
void make_stream(const Passage& passage, std::vector<StreamItem>& out);

}  // namespace attune
