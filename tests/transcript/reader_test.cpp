// SPDX-License-Identifier: MIT
#include "transcript/reader.h"

#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>

#include "transcript/find_files.h"
#include "transcript/read.h"

namespace attune::transcript {
namespace {

std::string gzipped(const std::string& text) {
    z_stream state{};
    REQUIRE(deflateInit2(&state, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&state, text.size()) + 64, '\0');
    std::string in = text;
    state.next_in = reinterpret_cast<Bytef*>(in.data());
    state.avail_in = static_cast<uInt>(in.size());
    state.next_out = reinterpret_cast<Bytef*>(out.data());
    state.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&state, Z_FINISH) == Z_STREAM_END);
    out.resize(state.total_out);
    deflateEnd(&state);
    return out;
}

std::string zstandard(const std::string& text) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size = ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3);
    REQUIRE(ZSTD_isError(size) == 0);
    out.resize(size);
    return out;
}

// Sessions enough for many blocks.
std::string long_csv() {
    std::string text = "session,speaker,text\n";
    for (int i = 0; i < 60'000; ++i)
        text += std::to_string(i / 20) + (i % 2 == 0 ? ",Ana,number " : ",Bo,answer ") +
                std::to_string(i * 7919 % 10007) + "\n";
    return text;
}

TEST_CASE("what gzip and zstd packed reads the same, in one member or several") {
    const std::string text = long_csv();
    const std::string plain = said(read_bytes(text));
    const std::size_t half = text.size() / 2;
    CHECK(said(read_bytes(gzipped(text))) == plain);
    CHECK(said(read_bytes(zstandard(text))) == plain);
    CHECK(said(read_bytes(gzipped(text.substr(0, half)) + gzipped(text.substr(half)))) == plain);
    CHECK(said(read_bytes(zstandard(text.substr(0, half)) + zstandard(text.substr(half)))) == plain);
}

TEST_CASE("packed data that ends early is told, and the sessions before it are given") {
    for (const std::string& packed : {gzipped(long_csv()), zstandard(long_csv())}) {
        const Outcome outcome = read_bytes(packed.substr(0, packed.size() * 3 / 4));
        CHECK(outcome.sessions.size() > 1000);
        CHECK(outcome.sessions.back().segments.size() == 20);
        REQUIRE(outcome.problems.size() == 1);
        CHECK(outcome.problems[0].ends_with("data ends early"));
    }
}

TEST_CASE("the format is told by the content, whatever the file is called") {
    for (const char* name : {"android.txt", "clinic.cha", "corpus.jsonl", "counselling.txt", "film.srt",
                             "interviews.csv", "ios.txt", "long.TextGrid", "messages.json", "otter.txt",
                             "quotes.tsv", "short.TextGrid", "support.json", "teams.vtt", "zoom.vtt"}) {
        const Outcome by_name = read_fixture(name), by_content = read_bytes(fixture(name), {}, "talk.dat");
        REQUIRE_MESSAGE(by_name.sessions.size() == by_content.sessions.size(), name);
        CHECK(!by_name.sessions.empty());
        for (std::size_t i = 0; i < by_name.sessions.size(); ++i)
            CHECK_MESSAGE(said(by_name.sessions[i]) == said(by_content.sessions[i]), name);
    }
}

TEST_CASE("a format can be forced by its name") {
    for (const std::string& name : format_names()) CHECK(format_named(name).has_value());
    CHECK(format_named("tsv") == Format::csv);
    CHECK(format_named("jsonl") == Format::json);
    CHECK(!format_named("docx"));
    CHECK(!format_named(""));
    ReadOptions options;
    options.format = Format::text;
    CHECK(said(read_bytes("speaker: text, of a kind\nother: words\n", options)) ==
          "[talk] speaker: text, of a kind / other: words");
}

TEST_CASE("what is no transcript is told for what it is") {
    const auto problem = [](std::string_view bytes) { return read_bytes(bytes).problems; };
    CHECK(problem("PK\x03\x04...") ==
          std::vector<std::string>{"a Word, Excel or zip file, not a transcript"});
    CHECK(problem("%PDF-1.7") == std::vector<std::string>{"a PDF file, not a transcript"});
    CHECK(problem("") == std::vector<std::string>{"nothing is in it"});
    CHECK(problem(" \n\n") == std::vector<std::string>{"nothing is in it"});
    CHECK(problem(std::string("abc\0\x01\x02", 6)) == std::vector<std::string>{"not text"});
}

TEST_CASE("a file that is not there is told, not thrown") {
    std::string told;
    CHECK(open_transcript("/nowhere/at/all.txt", {}, [&](const Diagnostic& d) { told = d.message; }) ==
          nullptr);
    CHECK(told == "cannot be opened: No such file or directory");
    CHECK(open_transcript("/tmp", {}, [&](const Diagnostic& d) { told = d.message; }) == nullptr);
    CHECK(told == "a folder, not a file");
}

TEST_CASE("after twenty problems of a file the rest is counted") {
    std::string text = "{\"speaker\":\"a\",\"text\":\"b\"}\n";
    for (int i = 0; i < 50; ++i) text += "{\"broken\n";
    const Outcome outcome = read_bytes(text);
    CHECK(said(outcome) == "[talk] a: b");
    REQUIRE(outcome.problems.size() == 21);
    CHECK(outcome.problems.back() == "30 more problems in this file are not shown");
}

TEST_CASE("reading counts its bytes and ends quietly when it is told to") {
    std::atomic<std::uint64_t> bytes = 0;
    std::atomic<bool> stop = false;
    ReadOptions options;
    options.bytes_read = &bytes;
    options.stop = &stop;
    const std::string text = long_csv();
    const TemporaryFile file(text, "talk.csv");
    int problems = 0;
    const auto reader = open_transcript(file.path(), options, [&](const Diagnostic&) { ++problems; });
    Session session;
    REQUIRE(reader->next(session));
    CHECK(bytes > 0);
    CHECK(bytes < text.size());
    stop = true;
    while (reader->next(session)) CHECK(session.segments.size() == 20);
    CHECK(problems == 0);
    CHECK(bytes < text.size());
}

TEST_CASE("folders are walked in a steady order; hidden and foreign files are passed over") {
    const TemporaryFile first("Ana: a\n", "b.txt");
    namespace fs = std::filesystem;
    fs::create_directories(first.folder() + "/sub/.hidden");
    for (const char* name :
         {"/a.vtt.gz", "/c.mp4", "/.d.txt", "/sub/e.TEXTGRID", "/sub/.hidden/f.txt", "/notes"})
        std::ofstream(first.folder() + name) << "x";
    std::vector<std::string> problems;
    const ProblemSink sink = [&](const Diagnostic& d) {
        problems.push_back(d.place.file + ": " + d.message);
    };
    const std::vector<std::string> asked = {first.folder(), first.path(), first.folder() + "/c.mp4", "-",
                                            "/nowhere"};
    const FoundFiles found = find_files(asked, sink);
    std::vector<std::string> expected;
    for (const char* name : {"/a.vtt.gz", "/b.txt", "/notes", "/sub/e.TEXTGRID", "/c.mp4"})
        expected.push_back(first.folder() + name);
    expected.push_back("-");
    CHECK(found.paths == expected);
    CHECK(found.passed_over == 1);
    CHECK(problems == std::vector<std::string>{"/nowhere: there is no such file or folder"});
}

}  // namespace
}  // namespace attune::transcript
