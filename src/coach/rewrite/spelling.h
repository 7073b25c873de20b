// SPDX-License-Identifier: MIT
//
// British or American, as the draft or the statement has it. The banks may hold either.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attune {

enum class Spelling : std::uint8_t { unknown, british, american };

// By the first word that only one of them writes so.
Spelling spelling_of(std::string_view text);

// `unknown` leaves the text as it is.
std::string in_spelling(std::string_view text, Spelling spelling);

}  // namespace attune
