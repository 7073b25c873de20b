// SPDX-License-Identifier: MIT
//
// How a rewrite should talk: like the draft, and fit for whom it is said to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attune {

// Who the speaker is to the listener, where the words give it away: "Mum, …" is a child, "our anniversary" a
// partner. Index into relation_names.
std::optional<std::uint8_t> guess_relation(std::string_view statement, std::string_view draft);

// The draft says "do not" and "it is" and never "don't" or "it's".
bool spells_out(std::string_view draft);

// "I'm" becomes "I am", "that's" "that is".
std::string spelled_out(std::string_view phrase);

// No long words: fit for a child.
bool has_short_words(std::string_view phrase);

}  // namespace attune
