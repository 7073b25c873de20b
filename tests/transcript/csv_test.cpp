// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "transcript/read.h"

namespace attune::transcript {
namespace {

Outcome read_csv(std::string_view text, std::string_view columns = {}, const std::string& name = "talk.csv") {
    ReadOptions options;
    std::string problem;
    options.columns = parse_column_map(columns, problem).value();
    return read_bytes(text, options, name);
}

TEST_CASE("CSV: AnnoMI's columns, quoting, numeric order and what holds for a session") {
    const Outcome outcome = read_fixture("interviews.csv");
    CHECK(outcome.problems.empty());
    CHECK(
        said(outcome) ==
        "[7] therapist: So the patch, honestly, has been a letdown. / client: Yeah. I hoped, you know,\nfor "
        "more."
        " / therapist: You said \"more\". || [9] therapist: Just go to bed. / client: Hm. / client: I try.");
    CHECK(columns(outcome.sessions[0]) == "mi_quality=high, video_title=Demo, \"one\", topic=patches");
    CHECK(columns(outcome.sessions[1]) == "mi_quality=low, topic=sleep");
    CHECK(outcome.sessions[0].segments[1].line == 4);
    CHECK(outcome.sessions[0].segments[1].start_seconds == 9);
    CHECK(outcome.sessions[1].segments[0].line == 6);
}

TEST_CASE("CSV: a row for each annotator is said once") {
    CHECK(said(read_fixture("annotators.csv")) ==
          "[3] client: My mother stopped calling. / therapist: That must be quiet.");
}

TEST_CASE("TSV: quotes may be just quotes") {
    const Outcome outcome = read_fixture("quotes.tsv");
    CHECK(outcome.problems.empty());
    CHECK(
        said(outcome) ==
        "[one] Ana: \"No\" is all she said, again. / Bo: \"What else? || [two] Ana: I called \"him\" twice.");
}

TEST_CASE("CSV: columns are named by the user, whatever their case") {
    CHECK(said(read_csv("Wer;Was;Fall\nAna;Ich; 1\nBo;\"Du; ja\";1\n",
                        "speaker=wer,text=WAS,session=fall")) == "[1] Ana: Ich / Bo: Du; ja");
}

TEST_CASE("CSV: Excel says the delimiter in a line of its own") {
    CHECK(said(read_csv("sep=;\nspeaker;text\nAna;Yes, no\n", {}, "talk.txt")) == "[talk] Ana: Yes, no");
}

TEST_CASE("CSV: without a session column the file is one session") {
    CHECK(said(read_csv("speaker,text\nAna,One.\nBo,Two.\n")) == "[talk] Ana: One. / Bo: Two.");
}

TEST_CASE("CSV: columns that are not known are told with those there are") {
    CHECK(read_csv("a,b\n1,2\n").problems ==
          std::vector<std::string>{"1: no column is known to hold the speaker"});
    CHECK(read_csv("speaker,text\nx,y\n", "text=words").problems ==
          std::vector<std::string>{"1: there is no column `words`"});
}

TEST_CASE("CSV: a session that comes back is an error, not a second session") {
    const Outcome outcome =
        read_csv("session,speaker,text\n1,Ana,a\n2,Ana,b\n1,Bo,c\n1,Ana,d\n3,Ana,e\n2,Bo,f\n");
    CHECK(said(outcome) == "[1] Ana: a || [2] Ana: b || [3] Ana: e");
    CHECK(outcome.problems == std::vector<std::string>{"4: session `1` comes back after others",
                                                       "7: session `2` comes back after others"});
}

TEST_CASE("CSV: a quote that never closes costs its own row only") {
    const Outcome outcome = read_csv(
        "session,speaker,text\n1,Ana,\"fine\"\n1,Bo,\"never closed\n1,Ana,\"He said \"\"go\"\", "
        "twice\"\n1,Bo,done\n");
    CHECK(outcome.problems == std::vector<std::string>{"3: the quotes of this row do not pair"});
    CHECK(said(outcome) == "[1] Ana: fine / Ana: He said \"go\", twice / Bo: done");
    CHECK(outcome.sessions[0].segments[2].line == 5);
}

TEST_CASE("CSV: a quote open to the end of a long file is found at its beginning") {
    std::string text = "session,speaker,text\n1,Ana,\"open\n";
    for (int i = 0; i < 100'000; ++i) text += "1,Bo,this row is read all the same\n";
    const Outcome outcome = read_csv(text);
    CHECK(outcome.problems == std::vector<std::string>{"2: the quotes of this row do not pair"});
    REQUIRE(outcome.sessions.size() == 1);
    CHECK(outcome.sessions[0].segments.size() == 100'000);
    CHECK(outcome.sessions[0].segments.back().line == 100'002);
}

TEST_CASE("CSV: quotes inside a field that was not quoted for them are read as they stand") {
    const Outcome outcome = read_csv("speaker,text\nAna,so \"strange\" a day\nBo,\"no\" she said\n");
    CHECK(outcome.problems.empty());
    CHECK(said(outcome) == "[talk] Ana: so \"strange\" a day / Bo: \"no\" she said");
}

TEST_CASE("CSV: rows that are too short, blank, or of no session") {
    const Outcome outcome = read_csv("session,speaker,text\n1,Ana,a\n1,Bo\n\n,Ana,lost\n1,Bo,  \n1,Bo,b\n");
    CHECK(outcome.problems ==
          std::vector<std::string>{"3: 2 columns where there should be 3", "5: `session` is empty"});
    CHECK(said(outcome) == "[1] Ana: a / Bo: b");
}

TEST_CASE("CSV: CRLF, bare CR, a mark of UTF-8, UTF-16 and Windows-1252 all read the same") {
    const std::string text = "speaker,text\nAna,caf\xC3\xA9 \xE2\x80\x93 \xF0\x9F\x98\x80\nBo,ok\n";
    const std::string expected = "[talk] Ana: caf\xC3\xA9 \xE2\x80\x93 \xF0\x9F\x98\x80 / Bo: ok";
    const auto with_breaks = [&](const std::string& line_break) {
        std::string out;
        for (const char c : text) out += c == '\n' ? line_break : std::string(1, c);
        return out;
    };
    CHECK(said(read_csv(text)) == expected);
    CHECK(said(read_csv(with_breaks("\r\n"))) == expected);
    CHECK(said(read_csv(with_breaks("\r"))) == expected);
    CHECK(said(read_csv("\xEF\xBB\xBF" + text)) == expected);
    CHECK(said(read_csv(as_utf16(text, true))) == expected);
    CHECK(said(read_csv(as_utf16(text, false))) == expected);
    CHECK(said(read_csv(as_utf16(text, false).substr(2))) == expected);
    CHECK(said(read_csv("speaker,text\nAna,caf\xE9 \x96 \x80\n")) ==
          "[talk] Ana: caf\xC3\xA9 \xE2\x80\x93 \xE2\x82\xAC");
}

TEST_CASE("--columns: what is wrong with it is said with its cure") {
    std::string problem;
    CHECK(!parse_column_map("spaeker=x", problem));
    CHECK(problem == "unknown column `spaeker`; did you mean `speaker`?");
    CHECK(!parse_column_map("text", problem));
    CHECK(problem == "`text` does not say `what=column`, as in `speaker=interlocutor`");
}

}  // namespace
}  // namespace attune::transcript
