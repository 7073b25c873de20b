// SPDX-License-Identifier: MIT
//
// Questions by their shape: "did you", "how long have you", "what happened", "why".
#pragma once

#include "text/words.h"

namespace attune {

struct Inversion {
    enum class Kind : std::uint8_t { none, yes_no, wh };
    Kind kind = Kind::none;
    std::uint32_t auxiliary = no_token;
    std::uint32_t subject = no_token;  // last word of the subject; for "what happened" the question word
    std::uint32_t verb_at = no_token;  // first word after the subject (or the finite verb of "what happened")
    std::uint32_t head = no_token;     // the question word
};

// Whether a question starts with the word `at` (openers passed over). `asked`: the sentence ends with "?".
Inversion inversion_at(const Words& words, std::uint32_t at, std::uint32_t last, bool asked);

}  // namespace attune
