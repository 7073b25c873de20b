// SPDX-License-Identifier: MIT
//
// An exchange that a reader has labelled, and what attune said of it: kept as evidence, sentence by sentence,
// so that one reading answers what would be said without a rule.
//
// Labels are numbered: the patterns of the knowledge first, then its moves.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coach/reading.h"
#include "core/span.h"
#include "rules/knowledge.h"

namespace attune {

using LabelId = std::uint16_t;

std::size_t label_count(const Knowledge& knowledge);
bool is_pattern(const Knowledge& knowledge, LabelId label);
std::string_view label_name(const Knowledge& knowledge, LabelId label);
std::optional<LabelId> find_label(const Knowledge& knowledge, std::string_view name);
// What a rule speaks for; nothing for signals, frames and feelings.
std::optional<LabelId> label_of(const Knowledge& knowledge, const Rule& rule);

enum class Gold : std::uint8_t { unknown, no, yes };  // unknown: nobody is scored on it

struct MarkedWords {
    LabelId label = 0;
    Span span;  // bytes of the reply
};

struct LabelledCase {
    std::string file;
    std::uint64_t line = 0;
    std::string id;  // JSON text; "" when it has none
    std::optional<std::string> statement;
    std::string reply;
    std::vector<Gold> labels;         // by label
    std::vector<MarkedWords> marked;  // the words that carry a label
    std::optional<double> rating;     // how well the reply meets the person; higher is better
};

// Rules that spoke for or against a label in one sentence.
struct Evidenced {
    LabelId label = 0;
    Span span;
    float confidence = 0;
    std::vector<std::uint32_t> rules;  // as in Finding
};

struct CaseReading {
    std::vector<Evidenced> evidence;
    int score = 0;

    // Whether the label is flagged anywhere in the reply.
    [[nodiscard]] bool says(LabelId label) const;
    // The same, had the rule been left out. Rules that ask whether that rule had held are not asked again.
    [[nodiscard]] bool says_without(const Knowledge& knowledge, LabelId label, std::uint32_t rule) const;
};

CaseReading keep_evidence(const Knowledge& knowledge, const Reading& reading);

}  // namespace attune
