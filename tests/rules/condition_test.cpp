// SPDX-License-Identifier: MIT
#include "rules/condition.h"

#include <doctest/doctest.h>

#include "text/features.h"

namespace attune {
namespace {

const ConditionNames& names() {
    static const ConditionNames all = {
        [](std::string_view name) { return name == "asked" ? std::optional<FactId>(3) : std::nullopt; },
        [](std::string_view name) {
            return name == "sympathy" ? std::optional<std::uint16_t>(7) : std::nullopt;
        },
        [](std::string_view name) { return std::string(name == "askd" ? "asked" : ""); }};
    return all;
}

std::vector<Condition> read(std::string_view term, Scope scope = Scope::sentence) {
    auto parsed = parse_condition(term, scope, names());
    REQUIRE(std::holds_alternative<std::vector<Condition>>(parsed));
    return std::get<std::vector<Condition>>(parsed);
}

std::string fault(std::string_view term, Scope scope = Scope::sentence) {
    const auto parsed = parse_condition(term, scope, names());
    const auto* error = std::get_if<ConditionError>(&parsed);
    if (error == nullptr) return "none";
    return std::to_string(error->begin) + "-" + std::to_string(error->end) + ": " + error->message + "; " +
           error->help;
}

TEST_CASE("a feature, a class, a signal and a measure are told apart") {
    CHECK(read("about you").front().kind == Condition::Kind::feature);
    CHECK((std::uint64_t{1} << read("about you").front().operand) == feature::about_you);
    CHECK(read("{sympathy}").front().kind == Condition::Kind::word_class);
    CHECK(read("{sympathy}").front().operand == 7);
    CHECK(read("asked").front().kind == Condition::Kind::fact);
    CHECK(read("asked").front().operand == 3);
    const auto measure = read("words <= 4").front();
    CHECK(measure.kind == Condition::Kind::measure);
    CHECK(measure.compare == Condition::Compare::at_most);
    CHECK(measure.number == 4);
}

TEST_CASE("not turns one side round, or joins two") {
    const auto terms = read("not negated or about you");
    REQUIRE(terms.size() == 2);
    CHECK(terms[0].negative == 1);
    CHECK(terms[0].or_next == 1);
    CHECK(terms[1].negative == 0);
    CHECK(terms[1].or_next == 0);
}

TEST_CASE("only the statement may be known") {
    CHECK(read("known", Scope::statement).front().kind == Condition::Kind::known);
    CHECK(fault("known") ==
          "0-5: unknown condition `known`; data/README.md lists the features; signals live in signals/");
}

TEST_CASE("what is wrong with a term is said where it is wrong") {
    CHECK(fault("not askd") == "4-8: unknown condition `askd`; did you mean `asked`?");
    CHECK(fault("about you or {nope}") == "13-19: unknown class `nope`; classes live in lexicon/");
    CHECK(fault("words <= four") == "9-13: this is not a number from 0 to 100000; ");
    CHECK(fault("words < 4") == "6-7: compare with `<=`, `>=` or `=`; ");
    CHECK(fault("asked", Scope::clause) ==
          "0-5: `asked` is found in sentences, not in clauses; put it under `sentence`");
    CHECK(fault("words >= 3", Scope::clause) ==
          "0-5: a clause has no measures; put it under `sentence` or `reply`");
}

}  // namespace
}  // namespace attune
