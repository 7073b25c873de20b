// SPDX-License-Identifier: MIT
//
// Transcripts for tests: a fixture or bytes in, what was said and what was told out.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "transcript/reader.h"

namespace attune::transcript {

// The bytes of a file of tests/transcript/data.
std::string fixture(const std::string& name);

struct Outcome {
    std::vector<Session> sessions;
    std::vector<std::string> problems;  // "line: message", the line missing when it is the whole file
};
// Reads bytes as a file of this name.
Outcome read_bytes(std::string_view bytes, const ReadOptions& options = {},
                   const std::string& name = "talk.txt");
Outcome read_fixture(const std::string& name, const ReadOptions& options = {});

// "Ana: Hello. / Bo: Hi."
std::string said(const Session& session);
// Of all sessions: "id: …" one behind another, parted by " || ".
std::string said(const Outcome& outcome);
// "topic=sleep, …"
std::string columns(const Session& session);

// A file in a folder of its own, gone with it.
class TemporaryFile {
  public:
    TemporaryFile(std::string_view bytes, const std::string& name);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] const std::string& folder() const { return folder_; }

  private:
    std::string folder_, path_;
};

// UTF-8 as UTF-16 with its byte order mark.
std::string as_utf16(std::string_view text, bool big_endian);

}  // namespace attune::transcript

template <>
struct doctest::StringMaker<std::vector<std::string>> {
    static String convert(const std::vector<std::string>& lines) {
        std::string out;
        for (const std::string& line : lines) out += "\"" + line + "\" ";
        return out.c_str();
    }
};
