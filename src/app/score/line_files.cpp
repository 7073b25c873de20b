// SPDX-License-Identifier: MIT
#include "app/score/line_files.h"

#include "app/complaint.h"

namespace attune {
namespace {

std::string place(const std::string& file, std::uint64_t line) {
    return file + ":" + std::to_string(line);
}

}  // namespace

bool read_figures(const std::string& path, const std::function<void(const SessionFigures&)>& figures,
                  const std::function<void(const std::string&)>& problem) {
    Input input(path);
    JsonLines lines(input);
    SessionLineReader reader;
    JsonLine line;
    SessionFigures session;
    bool whole = true;
    while (lines.next(line)) {
        const std::string wrong =
            line.too_long ? std::string(line_too_long) : reader.read(line.text, session);
        if (wrong.empty()) {
            figures(session);
        } else {
            problem(place(input.shown(), line.number) + ": error: " + wrong);
            whole = false;
        }
    }
    return whole;
}

EarlierRun::EarlierRun(const std::string& path) : input_(path), lines_(input_) {}

bool EarlierRun::next(SessionFigures& out) {
    JsonLine line;
    if (!lines_.next(line)) return false;
    line_ = line.number;
    const std::string wrong = line.too_long ? std::string(line_too_long) : reader_.read(line.text, out);
    if (wrong.empty()) return true;
    if (!lines_.next(line)) return false;  // the last one: the run ended in the middle of it
    throw Complaint("attune: " + place(input_.shown(), line_) + ": " + wrong +
                    "\n  help: mend the line, or cut the file there\n");
}

void EarlierRun::refuse(const SessionFigures& expected) {
    throw Complaint("attune: " + place(input_.shown(), line_) + " is not the session that comes next, `" +
                    expected.session + "` of " + expected.source + " with `" + expected.helper +
                    "`\n  help: go on with the paths and flags that it was begun with\n");
}

}  // namespace attune
