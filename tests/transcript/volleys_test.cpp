// SPDX-License-Identifier: MIT
#include "transcript/volleys.h"

#include <doctest/doctest.h>

namespace attune::transcript {
namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;

Session session_of(const Lines& lines) {
    Session session;
    for (const auto& [speaker, text] : lines)
        session.segments.push_back({speaker, text, std::nullopt, session.segments.size() + 1});
    return session;
}

// "2 lost my job -> that hurts", one behind another.
std::string told(const Session& session, const std::vector<std::string>& helpers = {"H"}) {
    std::string out;
    for (const Volley& volley : volleys(session, helpers)) {
        if (!out.empty()) out += " | ";
        out += std::to_string(volley.turn) + " " + volley.statement + " -> " + volley.reply;
    }
    return out;
}

TEST_CASE("segments of one speaker in a row are one turn") {
    CHECK(told(session_of(
              {{"C", "I lost"}, {"C", "my job."}, {"H", "Oh."}, {"h ", "That hurts."}, {"C", "It does."}})) ==
          "2 I lost\nmy job. -> Oh.\nThat hurts.");
}

TEST_CASE("captions go on amid a sentence, messages do not") {
    Session session = session_of({{"C", "I lost"}, {"C", "my job."}, {"H", "Oh."}});
    session.cut_by_time = true;
    CHECK(told(session) == "2 I lost my job. -> Oh.");
}

TEST_CASE("a murmur of the other does not break a volley and is no statement") {
    CHECK(told(session_of({{"C", "He left."},
                           {"H", "He left, and you"},
                           {"C", "Mm-hm."},
                           {"H", "sat there."},
                           {"C", "Yes I sat."},
                           {"H", "Alone."}})) ==
          "2 He left. -> He left, and you\nsat there. | 4 Yes I sat. -> Alone.");
}

TEST_CASE("a helper's murmur while the other goes on is no volley") {
    CHECK(
        told(session_of({{"C", "He left."}, {"H", "Mm-hm."}, {"C", "And then she did."}, {"H", "Both."}})) ==
        "2 He left.\nAnd then she did. -> Both.");
}

TEST_CASE("a murmur as the last word is an answer like any other") {
    CHECK(told(session_of({{"C", "He left."}, {"H", "Okay."}})) == "2 He left. -> Okay.");
}

TEST_CASE("a murmur after a question answers it") {
    CHECK(told(session_of({{"H", "Did he leave?"}, {"C", "Yeah."}, {"H", "Oh no."}})) ==
          "1  -> Did he leave? | 3 Yeah. -> Oh no.");
}

TEST_CASE("each of several helpers answers what was said since their own last turn") {
    const Session session =
        session_of({{"C", "One."}, {"H", "First."}, {"C", "Two."}, {"K", "Second."}, {"H", "Third."}});
    CHECK(told(session, {"h", "K"}) == "2 One. -> First. | 4 One.\nTwo. -> Second. | 5 Two. -> Third.");
    CHECK(volleys(session, std::vector<std::string>{"h", "K"})[0].helper == "h");
}

TEST_CASE("a segment that nobody is named for is left out") {
    CHECK(told(session_of({{"C", "One."}, {"", "Who?"}, {"H", "Two."}})) == "2 One. -> Two.");
}

TEST_CASE("there are no volleys of somebody who does not speak") {
    CHECK(told(session_of({{"C", "One."}}), {"Nobody"}).empty());
}

TEST_CASE("speakers come once, as they were first spelt") {
    CHECK(speakers(session_of({{"Ana", "a"}, {" ANA", "b"}, {"", "c"}, {"Bo", "d"}})) ==
          std::vector<std::string>{"Ana", "Bo"});
    CHECK(same_speaker("\xC3\x84NNE ", "\xC3\xA4nne"));
    CHECK(!same_speaker("Ana", "Anna"));
}

TEST_CASE("what is a back-channel and what is not") {
    for (const char* murmur : {"Mm-hm.", "mmm", "Uh-huh,", "Yeah, okay.", "I see.", "yeah yeah yeah",
                               "Oh, I see!", "Of course.", "Hmm..."})
        CHECK_MESSAGE(is_back_channel(murmur), murmur);
    for (const char* speech : {"", "...", "No.", "Yeah?", "yeah yeah yeah yeah", "Okay, go.", "I", "see",
                               "Exactly.", "ok 5", "Right, but why"})
        CHECK_MESSAGE(!is_back_channel(speech), speech);
}

}  // namespace
}  // namespace attune::transcript
