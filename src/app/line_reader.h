// SPDX-License-Identifier: MIT
//
// Lines from a person or a pipe.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/input.h"
#include "app/output.h"

namespace attune {

enum class LineState : std::uint8_t {
    typed,
    abandoned,  // Ctrl-C: the line is dropped, the session goes on
    ended,      // Ctrl-D on an empty line, or the end of the input
};

class LineReader {
  public:
    virtual ~LineReader() = default;
    // Replaces `line`, without its line break; an abandoned one too. `prompt` is plain text.
    virtual LineState read(const std::string& prompt, std::string& line) = 0;
    // Lines that Tab may complete what is typed to, where there is such a key.
    virtual void complete_from(const std::vector<std::string>& lines) { static_cast<void>(lines); }
};

// Plain lines. They are written again behind the prompt, so that what comes out reads as a conversation.
std::unique_ptr<LineReader> make_pipe_reader(Input& input, Output& out);

// The lines of a script, each as somebody would type it; those that begin with '#' are notes to its readers.
// `line_taken` is called for every other one.
std::unique_ptr<LineReader> make_script_reader(Input& input, Output& out, std::function<void()> line_taken);

// Editing, completion and history on the terminal, kept in memory only. `out` is flushed before each prompt.
std::unique_ptr<LineReader> make_terminal_reader(Output& out);

}  // namespace attune
