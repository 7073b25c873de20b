// SPDX-License-Identifier: MIT
//
// The words that carry a clause: "should really have called". Reads them from the first one on and tells the
// main verb, the tense, the force and whether they are negated.
#pragma once

#include "text/words.h"

namespace attune {

struct VerbGroup {
    std::uint32_t verb =
        no_token;                // the main verb, or the last auxiliary when none follows ("you are tired")
    std::uint32_t end = 0;       // the token after the group's last word
    std::uint64_t features = 0;  // obliged, possible, certain, hedged, negated and the tenses
    bool guess = false;          // "must be tired": a guess at how it is
};

// `at` is the first word after the subject (or after the inverted subject, with `auxiliary` the word before
// it). `subject` is the grammar of the subject's word. Looks no further than a bounded number of words.
VerbGroup read_verb_group(const Words& words, std::uint32_t at, std::uint32_t last, std::uint64_t subject,
                          std::uint32_t auxiliary = no_token);

}  // namespace attune
