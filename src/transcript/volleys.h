// SPDX-License-Identifier: MIT
//
// Turns of talk, after the MITI manual: a volley is what a helper says uninterrupted, and "mm-hm" does not
// interrupt.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "transcript/session.h"

namespace attune::transcript {

// A helper's turn and what it answers.
struct Volley {
    std::string statement;  // what those who are no helpers said since this helper's last turn; may be empty
    std::string reply;
    std::string helper;    // as it was asked for, so that "ANA" and "Ana" are one
    std::size_t turn = 0;  // its number among all turns of the session, from 1
    std::size_t line = 0;  // of its first segment
    std::optional<double> start_seconds;
};

// The speakers of a session in order of appearance, each once (letter case and outer spaces do not count), as
// first spelt.
std::vector<std::string> speakers(const Session& session);

// Whether two spellings name one speaker.
bool same_speaker(std::string_view one, std::string_view other);

// The volleys of all helpers in order of their beginning; empty when none of `helpers` speaks. Consecutive
// segments of one speaker are one turn. A back-channel ("yeah", "mm-hm") of someone else inside a turn is
// passed over: it breaks nothing and is part of no text, unless it answers a question that was just asked. So
// does a helper's own "mm-hm" while the other goes on speaking. Segments without a speaker are left out.
std::vector<Volley> volleys(const Session& session, std::span<const std::string> helpers);

// At most three words, all from a small closed class: "Mm-hm.", "yeah, okay".
bool is_back_channel(std::string_view text);

}  // namespace attune::transcript
