// SPDX-License-Identifier: MIT
//
// The figures of a session as one line of JSON, and back. Whatever is written can be read again to the same
// figures, and those be written to the same bytes: that is what lets `--merge` and `--resume` give what one
// run gives. The shape is described by data/schemas/session.schema.json.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/json_writer.h"
#include "score/session_figures.h"

namespace attune {

inline constexpr int session_line_version = 1;

// Appends one object, without a line break.
void write_session(JsonWriter& out, const SessionFigures& figures);

// The parts that a corpus' totals share with a session.
void write_counts(JsonWriter& out, const SessionFigures& figures);

// Keeps room from one line to the next.
class SessionLineReader {
  public:
    SessionLineReader();
    ~SessionLineReader();
    SessionLineReader(const SessionLineReader&) = delete;
    SessionLineReader& operator=(const SessionLineReader&) = delete;

    // Replaces `out`; gives what is wrong with the line, empty when nothing is.
    std::string read(std::string_view line, SessionFigures& out);

  private:
    struct Room;
    std::unique_ptr<Room> room_;
};

}  // namespace attune
