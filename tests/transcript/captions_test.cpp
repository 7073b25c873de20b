// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "transcript/read.h"

namespace attune::transcript {
namespace {

TEST_CASE("WebVTT: Zoom's names, notes, settings, entities and tags") {
    const Outcome outcome = read_fixture("zoom.vtt");
    CHECK(outcome.problems.empty());
    CHECK(said(outcome) ==
          "[zoom] Dana Reyes: I can't stop replaying what she said. / Dana Reyes: Not & never."
          " / Sam Ode: That landed hard. I <3 you. / Sam Ode: And it still does.");
    CHECK(outcome.sessions[0].cut_by_time);
    CHECK(outcome.sessions[0].segments[0].line == 11);
    CHECK(outcome.sessions[0].segments[0].start_seconds == doctest::Approx(3.12));
    CHECK(outcome.sessions[0].segments[1].start_seconds == doctest::Approx(6.9));
}

TEST_CASE("WebVTT: voice tags name the speaker, over lines and several in a cue") {
    CHECK(said(read_fixture("teams.vtt")) ==
          "[teams] Reyes, Dana: I can't stop replaying what she said. / Sam Ode: That landed hard."
          " / Reyes, Dana: It did. / Sam Ode: Mm-hm.");
}

TEST_CASE("WebVTT: captions that roll repeat no line") {
    CHECK(said(read_bytes("WEBVTT\n\n00:01.000 --> 00:02.000\nAna: We<00:01.500> went\n\n"
                          "00:02.000 --> 00:03.000\nAna: We went\n\n00:03.000 --> 00:04.000\nAna: We "
                          "went\nto the sea\n")) == "[talk] Ana: We went / Ana: to the sea");
}

TEST_CASE("SRT: commas, dashes without names, tags, a lost blank line and broken times") {
    const Outcome outcome = read_fixture("film.srt");
    CHECK(outcome.problems == std::vector<std::string>{"19: a cue whose times cannot be read"});
    CHECK(said(outcome) ==
          "[film] HELPER: You look worn out. / : I am. / : Want to sit? / GUEST: No, I would rather stand."
          " / HELPER: Then we stand. / GUEST: Thank you.");
    CHECK(outcome.sessions[0].segments[4].start_seconds == 8);
}

TEST_CASE("SRT: names behind dashes, and no blank line at the end") {
    CHECK(said(read_bytes("1\r\n00:00:01,000 --> 00:00:02,000\r\n- Ana: Stay.\r\n- Bo: I will.\r\n\r\n2\r\n"
                          "00:00:03,000 --> 00:00:04,000\r\nAna: Good.")) ==
          "[talk] Ana: Stay. / Bo: I will. / Ana: Good.");
}

TEST_CASE("captions without any name are told as such") {
    const Outcome outcome = read_bytes("WEBVTT\n\n00:01.000 --> 00:02.000\nhello there\n");
    CHECK(outcome.sessions.empty());
    CHECK(outcome.problems == std::vector<std::string>{"4: nobody is named as the speaker"});
}

}  // namespace
}  // namespace attune::transcript
