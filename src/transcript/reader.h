// SPDX-License-Identifier: MIT
//
// A transcript file to sessions, one at a time: memory is bounded by the longest session, not by the file.
// The format is told by the file's content, gzip and zstd are seen through, and any of UTF-8, UTF-16 and
// Windows-1252 is read.
//
// A broken place is reported, as file, line and cure, and what can still be trusted goes on. A session that
// was cut off (the compressed data ends early, the quote never closes) is not given out: half a session has
// another score.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.h"
#include "transcript/session.h"

namespace attune::transcript {

enum class Format : std::uint8_t { text, vtt, srt, csv, json, whatsapp, chat, textgrid };

// The name that --input takes, and back. "tsv" is csv and "jsonl" is json: their content tells the two apart.
std::string_view name_of(Format format);
std::optional<Format> format_named(std::string_view name);
// Every name that format_named knows, for help and did-you-mean.
std::vector<std::string> format_names();

// Which columns of a CSV, or keys of a JSON object, hold what. Empty: recognised by the usual names (speaker,
// role, interlocutor …; text, utterance, content …; session, transcript_id, conversation_id …).
struct ColumnMap {
    std::string speaker, text, session;
    std::string order;  // numbers that order the rows of a session
    std::string start;  // seconds, or h:mm:ss
};

// "speaker=interlocutor,text=utterance_text": the map, or what is wrong with it in `problem` (with its cure).
std::optional<ColumnMap> parse_column_map(std::string_view text, std::string& problem);

struct ReadOptions {
    std::optional<Format> format;  // told by content when absent
    ColumnMap columns;
    std::vector<std::string>
        names;  // speakers known beforehand (the helpers): "Name:" is theirs if it stands but once
    std::atomic<std::uint64_t>* bytes_read = nullptr;  // counts the bytes taken from the file, for progress
    const std::atomic<bool>* stop = nullptr;  // once true, reading ends quietly, without the session at hand
};

// Told of each problem, on the thread that reads. Errors mean that something was left out.
using ProblemSink = std::function<void(const Diagnostic&)>;

// One per file; one thread at a time. Problems after the twentieth of a file are only counted in a last one.
class SessionReader {
  public:
    SessionReader() = default;
    SessionReader(const SessionReader&) = delete;
    SessionReader& operator=(const SessionReader&) = delete;
    virtual ~SessionReader() = default;

    // Replaces `out` with the next session that has anything said in it; false at the end. Never throws for
    // what the file holds.
    virtual bool next(Session& out) = 0;
};

// "-" is standard input. Null when the file cannot be opened or is no transcript; then `problems` was told
// why.
std::unique_ptr<SessionReader> open_transcript(const std::string& path, const ReadOptions& options,
                                               ProblemSink problems);

}  // namespace attune::transcript
