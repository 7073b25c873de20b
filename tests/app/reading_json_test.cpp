// SPDX-License-Identifier: MIT
#include "app/reading_json.h"

#include <doctest/doctest.h>

#include "app/coaching_text.h"
#include "packs/shipped.h"

using namespace attune;
using namespace attune::testing;

namespace {

Finding finding_at(Span span, float confidence, std::uint8_t severity = 2) {
    Finding finding;
    finding.pattern = static_cast<std::uint8_t>(*shipped().pattern("fixing"));
    for (std::uint32_t i = 0; i < shipped().rules().size(); ++i)
        if (shipped().rules()[i].kind == RuleKind::pattern &&
            shipped().rules()[i].target == finding.pattern) {
            finding.rule = i;
            break;
        }
    finding.rules = {finding.rule};
    finding.span = span;
    finding.confidence = confidence;
    finding.severity = severity;
    finding.why = "a reason";
    return finding;
}

std::string json_of(std::string_view reply, const Reading& reading, float reported_from = 0) {
    const Exchange exchange{std::nullopt, reply};
    std::string out;
    JsonWriter json(out);
    write_reading(shipped(), {{}, exchange, reading, {}}, reported_from, json);
    return out;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("offsets count code points of the reply, also where findings overlap") {
    const std::string reply = "caf\xc3\xa9 \xf0\x9f\x98\x80 you should go";
    Reading reading;
    const auto byte = static_cast<std::uint32_t>(reply.find("you"));
    const auto end = static_cast<std::uint32_t>(reply.size());
    reading.findings = {finding_at({byte, end}, 0.9F), finding_at({5, byte + 3}, 0.6F)};
    const std::string json = json_of(reply, reading);
    CHECK(has(json, R"("start":7,"end":20,"text":"you should go")"));
    CHECK(has(json, "\"start\":4,\"end\":10,\"text\":\" \xf0\x9f\x98\x80 you\""));
}

TEST_CASE("an empty reply's finding stands at nothing") {
    Reading reading;
    reading.findings = {finding_at({0, 0}, 0.9F)};
    CHECK(has(json_of("", reading), R"("start":0,"end":0,"text":"")"));
}

TEST_CASE("what is weaker than asked for is left out") {
    Reading reading;
    reading.findings = {finding_at({0, 3}, 0.3F)};
    CHECK(has(json_of("you should", reading), "\"confidence\":0.30"));
    CHECK(has(json_of("you should", reading, 0.5F), "\"findings\":[]"));
}

TEST_CASE("an unknown statement is null") {
    CHECK(has(json_of("hm", {}), "\"statement\":null"));
}

TEST_CASE("the gravest finding comes first, then the surest, then the first") {
    Reading reading;
    reading.findings = {finding_at({0, 1}, 0.6F, 1), finding_at({1, 2}, 0.6F, 2), finding_at({2, 3}, 0.9F, 2),
                        finding_at({3, 4}, 0.4F, 3)};
    const auto flagged = gravest_first(reading, 0.5F);
    REQUIRE(flagged.size() == 3);
    CHECK(flagged[0]->span == Span{2, 3});
    CHECK(flagged[1]->span == Span{1, 2});
    CHECK(flagged[2]->span == Span{0, 1});
}

TEST_CASE("what a flag touches is not praised, and moves on the same words are named together") {
    Reading reading;
    reading.findings = {finding_at({10, 20}, 0.9F)};
    reading.moves = {
        {0, 0, {0, 4}, 0.6F}, {1, 0, {2, 8}, 0.9F}, {2, 0, {9, 12}, 0.9F}, {3, 0, {30, 40}, 0.3F}};
    const auto flagged = gravest_first(reading, 0.5F);
    const auto kept = keepsakes(reading, flagged, 3);
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].span == Span{0, 8});
    CHECK(kept[0].moves.size() == 2);
}

TEST_CASE("a long reply shows the lines that carry a mark and those around them") {
    std::string reply;
    for (int i = 0; i < 40; ++i) reply += "line " + std::to_string(i) + "\n";
    const auto begin = static_cast<std::uint32_t>(reply.find("line 20"));
    Reading reading;
    reading.findings = {finding_at({begin, begin + 7}, 0.9F)};
    const std::string page = show_reply(reply, gravest_first(reading, 0.5F), {});
    CHECK(page == "  …\n  line 19\n  line 20\n  ~~~~~~~\n  line 21\n  …\n");
}

TEST_CASE("the safety card speaks to everyone, and to a region that was named") {
    const std::string everywhere = show_safety_card(shipped(), "", {});
    const std::string there = show_safety_card(shipped(), "us", {});
    CHECK_FALSE(everywhere.empty());
    CHECK_FALSE(has(everywhere, "988"));
    CHECK(has(there, "988"));
}
