// SPDX-License-Identifier: MIT
#include "app/rule_words.h"

#include <array>
#include <cmath>

#include "text/features.h"

namespace attune {
namespace {

constexpr std::string_view scope_words[] = {"in its clause", "in its sentence", "in the reply",
                                            "in the statement"};

constexpr std::array<std::string_view, static_cast<std::size_t>(Measure::count)> measure_words = {
    "words",
    "sentences",
    "questions",
    "open questions",
    "closed questions",
    "percent of the sentences tell the writer's own story",
    "content words shared with the statement",
    "percent of the reply stands before it",
};

std::string fact_word(const Knowledge& knowledge, std::size_t fact) {
    const auto signals = knowledge.signals();
    if (fact < signals.size()) return std::string(knowledge.text(signals[fact]));
    fact -= signals.size();
    const auto moves = knowledge.moves();
    if (fact < moves.size()) return std::string(knowledge.text(moves[fact].name));
    fact -= moves.size();
    return fact < knowledge.patterns().size() ? std::string(knowledge.text(knowledge.patterns()[fact].name))
                                              : "";
}

std::string term(const Knowledge& knowledge, const Condition& condition) {
    const std::string negation = condition.negative != 0 ? "not " : "";
    switch (condition.kind) {
        case Condition::Kind::feature:
            return negation + std::string(feature::names[condition.operand]);
        case Condition::Kind::word_class:
            return negation + "{" + std::string(knowledge.text(knowledge.class_names()[condition.operand])) +
                   "}";
        case Condition::Kind::fact:
            return negation + fact_word(knowledge, condition.operand);
        case Condition::Kind::known:
            return condition.negative != 0 ? "nothing is known" : "it is known";
        case Condition::Kind::measure: {
            constexpr std::string_view compared[] = {"at least ", "at most ", "exactly "};
            return negation + std::string(compared[static_cast<std::size_t>(condition.compare)]) +
                   std::to_string(condition.number) + " " + std::string(measure_words[condition.measure]);
        }
    }
    return "";
}

}  // namespace

std::vector<std::string> condition_words(const Knowledge& knowledge, const Rule& rule) {
    std::vector<std::string> lines;
    const auto conditions =
        knowledge.conditions().subspan(rule.first_condition, rule.last_condition - rule.first_condition);
    bool joined = false;  // by "or" to the one before
    for (const Condition& condition : conditions) {
        if (joined)
            lines.back() += " or " + term(knowledge, condition);
        else
            lines.push_back(std::string(scope_words[static_cast<std::size_t>(condition.scope)]) + ": " +
                            term(knowledge, condition));
        joined = condition.or_next != 0;
    }
    return lines;
}

std::string weight_text(float weight) {
    const auto hundredths = static_cast<int>(std::lround(std::abs(weight) * 100));
    std::string digits = std::to_string(100 + hundredths % 100).substr(1);
    if (digits[1] == '0') digits.pop_back();
    return (weight < 0 ? "-" : "") + std::to_string(hundredths / 100) + "." + digits;
}

}  // namespace attune
