// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "transcript/read.h"

namespace attune::transcript {
namespace {

std::string read_said(std::string_view text, const ReadOptions& options = {}) {
    return said(read_bytes(text, options));
}

TEST_CASE("free text: a label counts when it recurs, and what has none goes on from the line above") {
    const Outcome outcome = read_fixture("counselling.txt");
    CHECK(outcome.problems.empty());
    CHECK(said(outcome) ==
          "[counselling] : Session 3 Date: 12 May Note: the first minutes were not recorded."
          " / Counselor: What happened after that?"
          " / Client: He just left. I sat in the car for an hour. Note: I never do that."
          " / Counselor: You sat there, all alone and could not drive."
          " / Client: I looked at the clock: 7:30. See http://clock.example: it was late."
          " / COUNSELOR: And then? / Client: Then I drove home.");
    CHECK(outcome.sessions[0].segments[2].line == 6);
}

TEST_CASE("free text: a heading with a time names who says what follows") {
    const Outcome outcome = read_fixture("otter.txt");
    CHECK(said(outcome) ==
          "[otter] Priya: It felt like the floor went. I could not say a word. / Sam Ode: You were stunned."
          " / Priya: We left at 7:30 and nobody spoke.");
    CHECK(outcome.sessions[0].segments[2].start_seconds == 3725);
}

TEST_CASE("free text: in a short exchange every label counts") {
    CHECK(read_said("Client: I'm lost.\nCounselor: What is missing?\n") ==
          "[talk] Client: I'm lost. / Counselor: What is missing?");
}

TEST_CASE("free text: a name that was given is a label though it stands but once") {
    ReadOptions options;
    options.names = {"dr. k: md"};
    CHECK(
        read_said("Ana: One.\nDr. K: MD: Two.\nReason: three.\nAna: Four.\nBo: Five.\nBo: Six.\n", options) ==
        "[talk] Ana: One. / Dr. K: MD: Two. Reason: three. / Ana: Four. / Bo: Five. / Bo: Six.");
}

TEST_CASE("free text: clocks and bold marks around a label are no part of it") {
    const Outcome outcome =
        read_bytes("[00:00:05] Ana: Yes.\nBo (1:07): And?\n**Ana:** No.\n0:20 Bo:\nWhy, then?\n");
    CHECK(said(outcome) == "[talk] Ana: Yes. / Bo: And? / Ana: No. / Bo: Why, then?");
    CHECK(outcome.sessions[0].segments[0].start_seconds == 5);
    CHECK(outcome.sessions[0].segments[1].start_seconds == 67);
    CHECK(outcome.sessions[0].segments[3].start_seconds == 20);
}

TEST_CASE("free text: a no-break space behind the colon, and a name in any script") {
    CHECK(read_said("Žofie:\xC2\xA0"
                    "Ano.\n心理士: はい。\n") == "[talk] Žofie: Ano. / 心理士: はい。");
}

TEST_CASE("free text: names with titles, commas and strokes, and beginnings of sentences that are none") {
    CHECK(read_said("Dr. K.: One.\nReyes, Dana: Two.\nClient/Guest: Three.\n") ==
          "[talk] Dr. K.: One. / Reyes, Dana: Two. / Client/Guest: Three.");
    CHECK(read_said("Ana: One.\nWell, then: two.\nI waited. So: three.\nYou know what I mean: four.\n") ==
          "[talk] Ana: One. Well, then: two. I waited. So: three. You know what I mean: four.");
}

TEST_CASE("free text: notes of what nobody said are dropped, other brackets stay") {
    CHECK(read_said("Ana: [laughs] I told [NAME] (my boss) that. *sigh*\nBo: (inaudible 00:12)\n") ==
          "[talk] Ana: I told [NAME] (my boss) that.");
}

TEST_CASE("free text in which nobody is named is no transcript") {
    const Outcome outcome = read_bytes("Once upon a time.\nhttp://x.example\n");
    CHECK(outcome.sessions.empty());
    CHECK(outcome.problems == std::vector<std::string>{"no transcript format that is known"});
    ReadOptions forced;
    forced.format = Format::text;
    CHECK(read_bytes("Once upon a time.\n", forced).problems ==
          std::vector<std::string>{"1: nobody is named as the speaker"});
}

}  // namespace
}  // namespace attune::transcript
