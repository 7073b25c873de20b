// SPDX-License-Identifier: MIT
//
// What a rewrite has to fit: the statement as it was understood, and what the draft missed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coach/reading.h"
#include "coach/rewrite/detail.h"
#include "coach/rewrite/spelling.h"
#include "coach/rewrite/topic.h"
#include "rules/knowledge.h"

namespace attune {

struct NamedFeeling {
    std::uint8_t family = 0;
    std::uint8_t strength = 0;  // 1..3
    std::string_view word;      // fits "you feel …"; may be empty
    std::string_view noun;      // "sadness"; empty where they did not name it themselves
};

struct Situation {
    Tenor tenor = Tenor::pain;
    std::optional<NamedFeeling> feeling;  // only where the evidence is good enough to name it
    std::uint8_t strength = 2;            // how much is felt, 1..3, whatever it is
    std::vector<Event> events;            // best first
    std::vector<std::uint8_t> patterns;   // flagged ones, the gravest first, each once
    std::optional<ToldTopic> topic;
    std::optional<std::uint8_t> relation;  // index into relation_names, when it is known
    std::optional<std::uint8_t> style;     // index into style_names, when one was asked for
    Spelling spelling = Spelling::unknown;
    bool spelled_out = false;  // "I am", as the draft has it
    bool short_words = false;  // for a child
    std::uint64_t seed = 0;    // of the exchange: the same exchange gives the same words
};

// `reading` is the draft's; its statement part is used too. `statement` is null where it is not known.
Situation understand(const Knowledge& knowledge, const Passage* statement, const Reading& reading,
                     std::vector<Event> events, std::optional<ToldTopic> topic,
                     std::optional<std::uint8_t> relation, std::uint64_t seed);

}  // namespace attune
