// SPDX-License-Identifier: MIT
//
// Turns a clause to the listener's side: "my boss yelled at me" becomes "your boss yelled at you".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attune {

// Whom the speaker means by "you".
enum class YouMeans : std::uint8_t {
    unknown,   // people in general, or nobody can tell
    listener,  // the one who replies: "you forgot" becomes "I forgot", "we" stays
};

// `clause` is one clause without its end mark. Gives "" where turning it is not safe: quotation, a question,
// a "you" that may mean anyone.
std::string turn_person(std::string_view clause, YouMeans you);

}  // namespace attune
