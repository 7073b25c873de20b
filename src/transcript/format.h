// SPDX-License-Identifier: MIT
//
// What a format gives, and where it is entered. A new format is one source file and its row in formats.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "transcript/bytes.h"
#include "transcript/problems.h"
#include "transcript/reader.h"

namespace attune::transcript {

// A file that is being read. Owned by the reader that open_transcript returns; formats hold a reference.
struct Source {
    std::string shown;  // as it was named, or "<stdin>"
    std::string stem;   // without folders and endings: the id of a session that has no other
    std::unique_ptr<ByteStream> bytes;
    ReadOptions options;
    Problems problems;
};

// Sessions as a format has them. The frame around it (reader.cpp) fills in `source`, mends and trims the
// texts and drops blank ones, passes over sessions in which nothing is said, and tells of BytesError.
class FormatReader {
  public:
    FormatReader() = default;
    FormatReader(const FormatReader&) = delete;
    FormatReader& operator=(const FormatReader&) = delete;
    virtual ~FormatReader() = default;
    // Fills the empty `out`; false at the end.
    virtual bool next(Session& out) = 0;
};

struct FormatRow {
    Format format;
    std::string_view name;
    std::string_view other_name;  // may be empty
    // Whether a file that begins with `head` (the first few KiB, mended) is in this format.
    bool (*recognise)(std::string_view head, const Source& source);
    std::unique_ptr<FormatReader> (*open)(Source& source);
};

// Each format defines its row.
extern const FormatRow text_format, vtt_format, srt_format, csv_format, json_format, whatsapp_format,
    chat_format, textgrid_format;

// The row whose format the head shows; null when none is sure.
const FormatRow* recognise_format(std::string_view head, const Source& source);
const FormatRow& row_of(Format format);

// The first line of `head` that is not blank; trimmed.
std::string_view first_line(std::string_view head);

}  // namespace attune::transcript
