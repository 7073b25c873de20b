// SPDX-License-Identifier: MIT
#include "transcript/read.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "text/utf8.h"

namespace attune::transcript {

std::string fixture(const std::string& name) {
    std::ifstream file(std::string(ATTUNE_SOURCE_DIR "/tests/transcript/data/") + name, std::ios::binary);
    REQUIRE_MESSAGE(file, name);
    return {std::istreambuf_iterator<char>(file), {}};
}

TemporaryFile::TemporaryFile(std::string_view bytes, const std::string& name) {
    std::string pattern = (std::filesystem::temp_directory_path() / "attune-test-XXXXXX").native();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    path_ = folder_ + "/" + name;
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

TemporaryFile::~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

Outcome read_bytes(std::string_view bytes, const ReadOptions& options, const std::string& name) {
    const TemporaryFile file(bytes, name);
    Outcome outcome;
    const auto reader = open_transcript(file.path(), options, [&](const Diagnostic& problem) {
        CHECK(problem.place.file == file.path());
        CHECK(!problem.help.empty());
        const std::string line = problem.place.line > 0 ? std::to_string(problem.place.line) + ": " : "";
        outcome.problems.push_back(line + problem.message);
    });
    if (!reader) return outcome;
    for (Session session; reader->next(session);) {
        CHECK(session.source == file.path());
        outcome.sessions.push_back(std::move(session));
    }
    return outcome;
}

Outcome read_fixture(const std::string& name, const ReadOptions& options) {
    return read_bytes(fixture(name), options, name);
}

std::string said(const Session& session) {
    std::string out;
    for (const Segment& segment : session.segments) {
        if (!out.empty()) out += " / ";
        out += segment.speaker + ": " + segment.text;
    }
    return out;
}

std::string said(const Outcome& outcome) {
    std::string out;
    for (const Session& session : outcome.sessions) {
        if (!out.empty()) out += " || ";
        out += "[" + session.id + "] " + said(session);
    }
    return out;
}

std::string columns(const Session& session) {
    std::string out;
    for (const auto& [name, value] : session.columns) out += (out.empty() ? "" : ", ") + name + "=" + value;
    return out;
}

std::string as_utf16(std::string_view text, bool big_endian) {
    std::string out;
    const auto unit = [&](char32_t value) {
        const auto high = static_cast<char>(value >> 8U), low = static_cast<char>(value & 0xFFU);
        out.push_back(big_endian ? high : low);
        out.push_back(big_endian ? low : high);
    };
    unit(0xFEFF);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        at += c.size;
        if (c.value < 0x10000) {
            unit(c.value);
        } else {
            unit(0xD800 + ((c.value - 0x10000) >> 10U));
            unit(0xDC00 + ((c.value - 0x10000) & 0x3FFU));
        }
    }
    return out;
}

}  // namespace attune::transcript
