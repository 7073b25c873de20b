// SPDX-License-Identifier: MIT
//
// Which words a clause may begin and end with when it is told on its own, and cutting it down to size.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "coach/rewrite/wording.h"
#include "text/vocabulary.h"

namespace attune {

inline constexpr std::size_t longest_event = 12;  // words

// Opens a clause and says nothing of the event itself: "and", "honestly", "when".
bool opens_loosely(std::string_view word);

// After these a clause is part of another: a relative, an indirect question, a condition, a comparison.
bool belongs_to_another(std::string_view word);

// Down to longest_event words, cutting where a phrase begins. False when no such place leaves a whole clause.
bool cut_to_size(const Vocabulary& vocabulary, std::vector<WrittenWord>& words);

// Cannot be told as it stands: it leans on more, is full of marks, or is chat rather than a clause.
bool is_broken(const std::vector<WrittenWord>& words);

}  // namespace attune
