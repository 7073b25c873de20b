// SPDX-License-Identifier: MIT
//
// A check-in with oneself, without a screen: a word for what is here, words one would have for a friend, and
// one kind sentence back. No score and no advice; nothing that was typed comes back in the sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "coach/coach.h"

namespace attune {

// What somebody named, from a line such as "tired 7", "worn out, 7/10" or "7".
struct NamedFeeling {
    std::string word;             // may be empty
    std::optional<int> strength;  // 0..10
    bool beyond_scale = false;    // a number stood there that the scale does not have
};
NamedFeeling read_named_feeling(std::string_view line);

struct CheckinReply {
    bool risk = false;  // somebody may be in danger: the card, and no more
    std::string_view sentence;
};

// The sentence is chosen by the family and the strength of the feeling, from the banks `checkin` and, when
// there were kind words for a friend, `checkin-friend`; `checkin-quiet` when nothing was named. The same
// words give the same sentence.
CheckinReply answer_checkin(Coach& coach, const NamedFeeling& named, std::string_view to_a_friend);

}  // namespace attune
