// SPDX-License-Identifier: MIT
//
// What a statement tells of, where a topic of the packs knows it: the words for exactly that are in its
// phrases.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "rules/judge.h"
#include "rules/knowledge.h"
#include "text/passage.h"

namespace attune {

struct ToldTopic {
    std::uint16_t topic = 0;  // index into Knowledge::topics()
    std::string thing;        // as they call it: "keys"; empty where the words found name none
    std::string who;          // one of theirs among the words found: "your sister"; may be empty
};

// The most specific of the topics that were found: the heaviest, then the longest in words, then the first.
std::optional<ToldTopic> told_topic(const Knowledge& knowledge, const Passage& statement,
                                    std::span<const RuleHit> found);

}  // namespace attune
