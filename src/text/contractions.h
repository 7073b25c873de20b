// SPDX-License-Identifier: MIT
//
// Regular contractions: what an apostrophe ending stands for. Irregular forms (won't, gonna, dont) are data.
// Cues and texts are split by this one function, so that they meet.
#pragma once

#include <string_view>

#include "text/vocabulary.h"

namespace attune {

struct Contraction {
    std::string_view stem;    // "do" of "don't"; the whole surface when nothing was split off
    std::string_view ending;  // the word the ending stands for: "not"; "" when nothing was split off
    WordId ending_word = unknown_word;  // its id, which is the same in every vocabulary

    [[nodiscard]] bool split() const { return !ending.empty(); }
};

// `surface` is lower case with straight apostrophes. n't -> not, 're -> are, 've -> have, 'll -> will, 'd ->
// would, 'm -> am; 's -> is after pronouns, question words and "there"-like words, us after "let", else the
// word "'s". What is left may end in an apostrophe again ("shouldn't've"): split the stem once more.
Contraction split_contraction(std::string_view surface);

}  // namespace attune
