// SPDX-License-Identifier: MIT
#include "score/labelled.h"

#include <doctest/doctest.h>

#include "score/weighed_pack.h"

using namespace attune;
using namespace attune::testing;

TEST_CASE("labels are the patterns, then the moves") {
    REQUIRE(label_count(weighed()) == 3);
    CHECK(label_name(weighed(), 0) == "fixing");
    CHECK(label_name(weighed(), 2) == "empathy");
    CHECK(find_label(weighed(), "empathy") == LabelId{2});
    CHECK_FALSE(find_label(weighed(), "hugging"));
    CHECK(is_pattern(weighed(), 1));
    CHECK_FALSE(is_pattern(weighed(), 2));
}

TEST_CASE("rules of patterns and moves have a label, signals have none") {
    CHECK(label_of(weighed(), weighed().rules()[rule("empathy.sorry")]) == LabelId{2});
    CHECK_FALSE(label_of(weighed(), weighed().rules()[rule("asked.cue")]));
}

TEST_CASE("without a rule, the others are weighed again") {
    const CaseReading reading{{sentence({"fixing.direct.hint", "fixing.direct.other"})}, 0};
    const LabelId fixing = label("fixing");
    CHECK(reading.says(fixing));
    CHECK_FALSE(reading.says(label("minimizing")));
    CHECK_FALSE(reading.says_without(weighed(), fixing, rule("fixing.direct.hint")));
    CHECK(reading.says_without(weighed(), fixing, rule("fixing.direct.strong")));
}

TEST_CASE("another sentence may say the same") {
    const CaseReading reading{{sentence({"fixing.direct.strong"}), sentence({"fixing.direct.unheard"})}, 0};
    CHECK(reading.says_without(weighed(), label("fixing"), rule("fixing.direct.strong")));
}

TEST_CASE("without what speaks against it, a label comes back") {
    const CaseReading reading{{sentence({"fixing.direct.strong", "fixing.direct.against"})}, 0};
    CHECK_FALSE(reading.says(label("fixing")));
    CHECK(reading.says_without(weighed(), label("fixing"), rule("fixing.direct.against")));
}

TEST_CASE("the evidence of a reading is kept with all its rules") {
    Reading reading;
    Finding finding;
    finding.pattern = 0;
    finding.rules = {rule("fixing.direct.strong"), rule("fixing.direct.hint")};
    finding.span = {2, 5};
    finding.confidence = 0.72F;
    reading.findings.push_back(finding);
    reading.moves.push_back({0, rule("empathy.sorry"), {7, 9}, 0.6F, {rule("empathy.sorry")}});
    reading.score = 41;

    const CaseReading kept = keep_evidence(weighed(), reading);
    REQUIRE(kept.evidence.size() == 2);
    CHECK(kept.score == 41);
    CHECK(kept.evidence[0].label == label("fixing"));
    CHECK(kept.evidence[0].rules.size() == 2);
    CHECK(kept.evidence[0].span == Span{2, 5});
    CHECK(kept.evidence[1].label == label("empathy"));
    CHECK(kept.says(label("empathy")));
}
