// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "transcript/chat_codes.h"
#include "transcript/read.h"

namespace attune::transcript {
namespace {

TEST_CASE("WhatsApp on iOS: brackets, marks of direction, messages over lines, edited ones") {
    const Outcome outcome = read_fixture("ios.txt");
    CHECK(said(outcome) ==
          "[ios] Lu: I failed the exam\ni really thought this time / Bo \U0001F33B: oh no\n\nwhat now: rest? "
          "/ Lu: \U0001F622");
    CHECK(outcome.sessions[0].segments[1].start_seconds == 28);
    CHECK(outcome.sessions[0].segments[2].line == 7);
}

TEST_CASE("WhatsApp on Android: twelve hours, narrow spaces, the app's own lines, media, deleted messages") {
    const Outcome outcome = read_fixture("android.txt");
    CHECK(said(outcome) ==
          "[android] Lu: I failed the exam / Bo: you must be crushed / Lu: i am / Bo: still?");
    CHECK(outcome.sessions[0].segments[2].start_seconds == 6660);  // the 25 told that the month comes first
}

TEST_CASE("WhatsApp: where day and month cannot be told apart there are no moments") {
    const Outcome outcome = read_bytes("05/03/2025, 22:15 - Bo: one\n06/03/2025, 22:15 - Lu: two\n");
    CHECK(said(outcome) == "[talk] Bo: one / Lu: two");
    CHECK(!outcome.sessions[0].segments[1].start_seconds);
}

TEST_CASE("CHAT: codes go, words stay, dependent tiers are no speech") {
    const Outcome outcome = read_fixture("clinic.cha");
    CHECK(outcome.problems.empty());
    CHECK(said(outcome) ==
          "[clinic] PAR: I um just sat there. / INV: you were. / INV: you were stunned."
          " / PAR: I want I need because gonna cry mama...");
    CHECK(outcome.sessions[0].segments[0].start_seconds == doctest::Approx(12.03));
}

TEST_CASE("CHAT: every kind of code") {
    const auto plain = [](std::string_view coded) { return read_chat_codes(coded).text; };
    CHECK(plain("and [/] and <he said> [//] he left (1.5) .") == "and and he said he left.");
    CHECK(plain("+\" what now +/?") == "what now?");
    CHECK(plain("&=coughs no &+b but , &*INV:mhm yes !") == "no but, yes!");
    CHECK(plain("he [* m] goed [: went] there@l 0is choo_choo .") == "he goed there choo choo.");
    CHECK(plain("no::: xxx www (a)bout") == "no about");
    CHECK(read_chat_codes("hello . 12030_14210").start_seconds == doctest::Approx(12.03));
    CHECK(plain("hello . 12030_14210") == "hello.");
}

TEST_CASE("CHAT: a file that breaks off is left out, a stray line told") {
    const Outcome cut = read_bytes("@UTF8\n@Begin\n*PAR:\tand then .\n");
    CHECK(cut.sessions.empty());
    CHECK(cut.problems == std::vector<std::string>{"3: there is no `@End`"});
    const Outcome stray = read_bytes("@Begin\n*PAR:\tand then .\nwhat\n*INV:\tyes .\n@End\n");
    CHECK(said(stray) == "[talk] PAR: and then. / INV: yes.");
    CHECK(stray.problems == std::vector<std::string>{"3: a line that is neither `*`, `%` nor `@`"});
}

TEST_CASE("TextGrid: the long form; tiers are speakers, put together by time") {
    const std::string expected =
        "] helper: And today? / client: I said \"fine\" but I wasn't\nat all / client: No.";
    const Outcome outcome = read_fixture("long.TextGrid");
    CHECK(outcome.problems.empty());
    CHECK(said(outcome) == "[long" + expected);
    CHECK(outcome.sessions[0].segments[1].start_seconds == doctest::Approx(4.21));
    for (const bool big_endian : {false, true})
        CHECK(said(read_bytes(as_utf16(fixture("long.TextGrid"), big_endian))) == "[talk" + expected);
}

TEST_CASE("TextGrid: the short form, with a comment") {
    CHECK(said(read_fixture("short.TextGrid")) == "[short] helper: And today? / client: I said \"fine\".");
}

TEST_CASE("TextGrid: one that breaks off is left out, the binary form is told how to mend") {
    const std::string whole = fixture("short.TextGrid");
    const Outcome cut = read_bytes(whole.substr(0, whole.size() - 20));
    CHECK(cut.sessions.empty());
    CHECK(cut.problems == std::vector<std::string>{"23: the TextGrid ends or breaks off here"});
    CHECK(read_bytes(std::string("ooBinaryFile\x08TextGrid\0\0", 23)).problems ==
          std::vector<std::string>{"a TextGrid in Praat's binary form, not a transcript"});
}

}  // namespace
}  // namespace attune::transcript
