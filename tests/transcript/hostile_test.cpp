// SPDX-License-Identifier: MIT
//
// Whatever the bytes are, reading ends, throws nothing, and gives out only what it promises.
#include <doctest/doctest.h>

#include <ctime>
#include <random>

#include "transcript/read.h"
#include "transcript/volleys.h"

namespace attune::transcript {
namespace {

constexpr const char* fixtures[] = {"android.txt",     "annotators.csv", "clinic.cha",     "corpus.jsonl",
                                    "counselling.txt", "film.srt",       "interviews.csv", "ios.txt",
                                    "long.TextGrid",   "messages.json",  "otter.txt",      "quotes.tsv",
                                    "short.TextGrid",  "support.json",   "teams.vtt",      "zoom.vtt"};
constexpr Format formats[] = {Format::text, Format::vtt,      Format::srt,  Format::csv,
                              Format::json, Format::whatsapp, Format::chat, Format::textgrid};

void survive(std::string_view bytes, std::optional<Format> format = {}) {
    ReadOptions options;
    options.format = format;
    options.names = {"helper"};
    const Outcome outcome = read_bytes(bytes, options);
    for (const Session& session : outcome.sessions) {
        CHECK(!session.segments.empty());
        for (const Segment& segment : session.segments) {
            CHECK(!segment.text.empty());
            CHECK(segment.line > 0);
        }
        static_cast<void>(volleys(session, speakers(session)));
    }
}

double seconds_to_survive(const std::string& bytes, Format format) {
    const std::clock_t begin = std::clock();  // of the processor: other work on the machine does not count
    survive(bytes, format);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

TEST_CASE("a transcript cut off anywhere is survived") {
    for (const char* name : fixtures) {
        const std::string whole = fixture(name);
        for (std::size_t size = 0; size < whole.size(); size += 1 + size / 40) survive(whole.substr(0, size));
    }
}

TEST_CASE("a transcript with any bytes changed is survived") {
    std::mt19937 random(7);
    for (const char* name : fixtures) {
        const std::string whole = fixture(name);
        for (int round = 0; round < 60; ++round) {
            std::string bytes = whole;
            for (int i = 0; i < 4; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
            if (round % 3 == 0)
                bytes.insert(random() % bytes.size(), bytes.substr(random() % bytes.size(), 30));
            survive(bytes);
        }
    }
}

TEST_CASE("a transcript forced into any other format is survived") {
    for (const char* name : fixtures)
        for (const Format format : formats) survive(fixture(name), format);
}

TEST_CASE("random bytes are survived in every format, packed or not") {
    std::mt19937 random(11);
    constexpr std::string_view likely = "\"\"{}[]:,;\t\n\n\r<>-@*% ab12\xC3\xA9\x15\\";
    for (const Format format : formats) {
        for (int round = 0; round < 60; ++round) {
            std::string bytes;
            if (round % 10 == 0) bytes = "\x1F\x8B";
            if (round % 10 == 1) bytes = "\x28\xB5\x2F\xFD";
            const std::size_t size = random() % 2000;
            while (bytes.size() < size)
                bytes.push_back(round % 2 == 0 ? likely[random() % likely.size()]
                                               : static_cast<char>(random()));
            survive(bytes, format);
        }
    }
}

TEST_CASE("what is made to be slow is read in linear time") {
    constexpr double patience = 5;  // seconds, for a MiB or two; a quadratic reading would take minutes
    constexpr std::size_t size = 1U << 20;
    const auto repeated = [](std::string_view text) {
        std::string out;
        while (out.size() < size) out += text;
        return out;
    };
    CHECK(seconds_to_survive("speaker,text\n" + repeated("\"a\n"), Format::csv) < patience);
    CHECK(seconds_to_survive("speaker,text\n" + repeated("a,\"b\n\"c\n"), Format::csv) < patience);
    CHECK(seconds_to_survive("speaker,text\na,\"" + repeated("\n"), Format::csv) < patience);
    CHECK(seconds_to_survive("speaker\ttext\na\t\"" + repeated("b\"\n\""), Format::csv) < patience);
    CHECK(seconds_to_survive(repeated("["), Format::json) < patience);
    CHECK(seconds_to_survive("[\"" + repeated("\\"), Format::json) < patience);
    CHECK(seconds_to_survive("{\"a\":" + repeated("{\"a\":"), Format::json) < patience);
    CHECK(seconds_to_survive(repeated("a: "), Format::text) < patience);
    CHECK(seconds_to_survive(repeated("a:\n(((((([[[[[[********\n"), Format::text) < patience);
    CHECK(seconds_to_survive("WEBVTT\n\n00:01.000 --> 00:02.000\n" + repeated("<<<<&&&&"), Format::vtt) <
          patience);
    CHECK(seconds_to_survive("1\n00:00:01,000 --> 00:00:02,000\n" + repeated("1\n"), Format::srt) < patience);
    CHECK(seconds_to_survive("*A:\t" + repeated("[ \x15 <"), Format::chat) < patience);
    CHECK(seconds_to_survive("\"ooTextFile\" \"" + repeated("\"\""), Format::textgrid) < patience);
    std::string crowd;
    for (int i = 0; crowd.size() < size; ++i) crowd += "p" + std::to_string(i) + ": yeah\n";
    CHECK(seconds_to_survive(crowd, Format::text) < patience);
}

}  // namespace
}  // namespace attune::transcript
