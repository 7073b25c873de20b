// SPDX-License-Identifier: MIT
#include "score/evaluation.h"

#include <doctest/doctest.h>

#include "score/weighed_pack.h"

using namespace attune;
using namespace attune::testing;
using doctest::Approx;

namespace {

CaseReading nothing() {
    return {};
}
CaseReading fixes() {
    return {{sentence({"fixing.direct.strong"}, {0, 10})}, 20};
}
CaseReading shrinks() {
    return {{sentence({"minimizing.shrink.shrinks"})}, 30};
}
CaseReading hints() {
    return {{sentence({"fixing.direct.hint"})}, 60};
}

Evaluation evaluated(const std::vector<Pair>& pairs) {
    const Parted parted(pairs);
    return evaluate(weighed(), parted.judged());
}

}  // namespace

TEST_CASE("a label is counted where it is labelled yes or no") {
    const Evaluation all = evaluated({{labelled("+--"), fixes()},
                                      {labelled("---"), fixes()},
                                      {labelled("+--"), hints()},
                                      {labelled("?--"), fixes()},
                                      {labelled("---"), nothing()}});
    const Counts& fixing = all.labels[label("fixing")].counts;
    CHECK(fixing.right == 1);
    CHECK(fixing.wrong == 1);
    CHECK(fixing.missed == 1);
    CHECK(fixing.quiet == 1);
    CHECK(all.any_miss.counts.cases() == 4);  // one case leaves a pattern open
    CHECK(all.any_miss.counts.right == 1);
}

TEST_CASE("the macro-F1 leaves out patterns that hardly any case has") {
    std::vector<Pair> pairs = {{labelled("++-"), fixes()}};  // minimizing: once, not found
    for (int i = 0; i < 4; ++i) pairs.push_back({labelled("+--"), fixes()});
    const Evaluation all = evaluated(pairs);
    CHECK(all.macro_over == 1);
    CHECK(all.macro_f1 == Approx(1));
}

TEST_CASE("an attuned reply is rated well and has no miss") {
    const Evaluation all = evaluated({{labelled("---", 4), fixes()},
                                      {labelled("--+", 5), nothing()},
                                      {labelled("+--", 5), fixes()},    // a miss, however it is rated
                                      {labelled("---", 3.5), fixes()},  // rated lower
                                      {labelled("---"), fixes()}});     // not rated
    CHECK(all.attuned_flagged.part == 1);
    CHECK(all.attuned_flagged.whole == 2);
}

TEST_CASE("marked words count where their pattern was found") {
    LabelledCase near = labelled("+--"), far = labelled("+--"), missed = labelled("+--");
    near.marked = {{label("fixing"), {5, 12}}};
    far.marked = {{label("fixing"), {10, 12}}};
    missed.marked = {{label("fixing"), {0, 4}}};
    const Evaluation all = evaluated({{near, fixes()}, {far, fixes()}, {missed, hints()}});
    CHECK(all.marked_touched.part == 1);
    CHECK(all.marked_touched.whole == 2);
}

TEST_CASE("the score is held against the rating") {
    const Evaluation all = evaluated(
        {{labelled("---", 1), fixes()}, {labelled("---", 2), shrinks()}, {labelled("---", 5), hints()}});
    CHECK(all.rated == 3);
    CHECK(*all.spearman == Approx(1));
}

TEST_CASE("the confusion tells what was flagged in place of a pattern") {
    const Evaluation all = evaluated({{labelled("+--"), fixes()},
                                      {labelled("+--"), shrinks()},
                                      {labelled("+--"), nothing()},
                                      {labelled("---"), shrinks()},
                                      {labelled("++-"), fixes()}});
    const std::size_t fixing = 0, minimizing = 1, none = 2;
    CHECK(all.confusion[fixing][fixing] == 2);
    CHECK(all.confusion[fixing][minimizing] == 1);
    CHECK(all.confusion[fixing][none] == 1);
    CHECK(all.confusion[none][minimizing] == 1);
    // A flag that is right itself stands for no other pattern.
    CHECK(all.confusion[minimizing][fixing] == 0);
    CHECK(all.confusion[minimizing][none] == 1);
}

TEST_CASE("nothing to measure gives no figures") {
    const Evaluation none = evaluated({});
    CHECK(none.macro_f1 == 0);
    CHECK_FALSE(none.spearman);
    CHECK(none.labels.size() == 3);
}
