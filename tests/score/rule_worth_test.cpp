// SPDX-License-Identifier: MIT
#include "score/rule_worth.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "score/weighed_pack.h"

using namespace attune;
using namespace attune::testing;
using doctest::Approx;

namespace {

RuleWorths weighed_on(const std::vector<Pair>& pairs) {
    const Parted parted(pairs);
    return weigh_rules(weighed(), parted.judged(), evaluate(weighed(), parted.judged()));
}

const RuleWorth& worth_of(const RuleWorths& worths, std::string_view id) {
    return *std::find_if(worths.spoke.begin(), worths.spoke.end(),
                         [&](const RuleWorth& worth) { return worth.rule == rule(id); });
}

CaseReading says(std::vector<Evidenced> sentences) {
    return {std::move(sentences), 0};
}

}  // namespace

TEST_CASE("a rule earns what no other rule says, and costs what is wrong through it alone") {
    const RuleWorths worths = weighed_on({
        {labelled("+--"), says({sentence({"fixing.direct.strong"})})},
        {labelled("+--"), says({sentence({"fixing.direct.strong", "fixing.direct.unheard"})})},
        {labelled("---"), says({sentence({"fixing.direct.strong"}, {3, 8})})},
        {labelled("+--"), says({})},
    });
    const RuleWorth& strong = worth_of(worths, "fixing.direct.strong");
    CHECK(strong.right == 2);
    CHECK(strong.wrong == 1);
    CHECK(strong.earns == 1);
    CHECK(strong.costs == 1);
    // With it 2 right, 1 wrong, 1 missed; without it 1 right, none wrong, 2 missed.
    CHECK(strong.f1_change == Approx(4.0 / 6 - 2.0 / 4));
    REQUIRE(strong.astray.size() == 1);
    CHECK(strong.astray[0].at == 2);
    CHECK(strong.astray[0].span == Span{3, 8});
    CHECK(strong.astray[0].confidence == Approx(0.6));
}

TEST_CASE("two hints that flag together both earn it") {
    const RuleWorths worths =
        weighed_on({{labelled("+--"), says({sentence({"fixing.direct.hint", "fixing.direct.other"})})}});
    CHECK(worth_of(worths, "fixing.direct.hint").earns == 1);
    CHECK(worth_of(worths, "fixing.direct.other").earns == 1);
}

TEST_CASE("a hint that is too weak to flag leads nobody astray") {
    const RuleWorths worths = weighed_on(
        {{labelled("---"), says({sentence({"fixing.direct.hint"})})},
         {labelled("---"), says({sentence({"fixing.direct.hint"}), sentence({"fixing.direct.strong"})})}});
    const RuleWorth& hint = worth_of(worths, "fixing.direct.hint");
    CHECK(hint.wrong == 2);
    CHECK(hint.costs == 0);
    CHECK(hint.astray.empty());
}

TEST_CASE("what speaks against a label is right where the label does not stand") {
    const auto both = says({sentence({"fixing.direct.strong", "fixing.direct.against"})});
    const RuleWorths worths = weighed_on({{labelled("---"), both}, {labelled("+--"), both}});
    const RuleWorth& against = worth_of(worths, "fixing.direct.against");
    CHECK(against.right == 1);
    CHECK(against.wrong == 1);
    CHECK(against.earns == 1);
    CHECK(against.costs == 1);
    REQUIRE(against.astray.size() == 1);
    CHECK(against.astray[0].at == 1);
}

TEST_CASE("the surest wrong hits come first") {
    const RuleWorths worths =
        weighed_on({{labelled("---"), says({sentence({"fixing.direct.strong"})})},
                    {labelled("---"), says({sentence({"fixing.direct.strong", "fixing.direct.unheard"})})}});
    const RuleWorth& strong = worth_of(worths, "fixing.direct.strong");
    REQUIRE(strong.astray.size() == 2);
    CHECK(strong.astray[0].at == 1);
}

TEST_CASE("rules are told by label, the strongest first, and the silent ones apart") {
    const RuleWorths worths = weighed_on({
        {labelled("-+-"), says({sentence({"minimizing.shrink.shrinks"})})},
        {labelled("+--"), says({sentence({"fixing.direct.hint"})})},
        {labelled("+--"), says({sentence({"fixing.direct.strong"})})},
    });
    REQUIRE(worths.spoke.size() == 3);
    CHECK(worths.spoke[0].rule == rule("fixing.direct.strong"));
    CHECK(worths.spoke[1].rule == rule("fixing.direct.hint"));
    CHECK(worths.spoke[2].rule == rule("minimizing.shrink.shrinks"));
    CHECK(std::find(worths.silent.begin(), worths.silent.end(), rule("fixing.direct.unheard")) !=
          worths.silent.end());
    // Signals speak for no label.
    CHECK(std::find(worths.silent.begin(), worths.silent.end(), rule("asked.cue")) == worths.silent.end());
}

TEST_CASE("where nobody is scored, a rule has spoken and earned nothing") {
    const RuleWorths worths = weighed_on({{labelled("?--"), says({sentence({"fixing.direct.strong"})})}});
    const RuleWorth& strong = worth_of(worths, "fixing.direct.strong");
    CHECK(strong.right + strong.wrong + strong.earns + strong.costs == 0);
}
