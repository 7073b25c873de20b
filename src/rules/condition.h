// SPDX-License-Identifier: MIT
//
// What must also hold where a cue was found. In a pack:
//
//   when:
//     clause:    [about you, not negated]
//     sentence:  [not {sympathy}]
//     reply:     [words <= 12, not permission]
//     statement: [not asked]
//
// Every term must hold; `a or b` holds when either does. A term is a feature (text/features.h), a class of
// words in braces, the name of a signal, move or pattern found so far, or a measure compared with a number.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace attune {

enum class Scope : std::uint8_t { clause, sentence, reply, statement };

enum class Measure : std::uint8_t {
    words,
    sentences,
    questions,
    open_questions,    // "open questions"
    closed_questions,  // "closed questions"
    own_story,         // "own story share": percent of its sentences that tell the writer's own story
    shared_words,      // "shared words": content words of the reply that stand in the statement too
    position,          // "position": percent of the reply that lies before the sentence
    count
};

// Facts are what rules find: signals, then moves, then patterns, numbered in that order (rules/knowledge.h).
using FactId = std::uint16_t;

struct Condition {
    enum class Kind : std::uint8_t { feature, word_class, fact, measure, known };
    enum class Compare : std::uint8_t { at_least, at_most, equal };
    Scope scope = Scope::clause;
    Kind kind = Kind::feature;
    std::uint8_t negative = 0;  // "not …"
    std::uint8_t or_next = 0;   // holds together with the next condition when either does
    Compare compare = Compare::at_least;
    std::uint8_t measure = 0;   // Measure
    std::uint16_t operand = 0;  // feature bit index, class index or FactId
    std::int32_t number = 0;
};

struct ConditionError {
    std::uint32_t begin = 0;  // byte offsets into the term
    std::uint32_t end = 0;
    std::string message;
    std::string help;
};

struct ConditionNames {
    std::function<std::optional<FactId>(std::string_view name)> fact;
    std::function<std::optional<std::uint16_t>(std::string_view name)> word_class;
    std::function<std::string(std::string_view name)> suggest;  // did-you-mean over facts, features, classes
};

// Reads one term: "not negated", "about you or about us", "words <= 4", "{sympathy}". The statement scope
// knows one term more: "known" (there is a statement).
std::variant<std::vector<Condition>, ConditionError> parse_condition(std::string_view term, Scope scope,
                                                                     const ConditionNames& names);

}  // namespace attune
