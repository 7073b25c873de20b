// SPDX-License-Identifier: MIT
//
// Figures that earlier runs wrote as JSONL, read again.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/input.h"
#include "app/json_lines.h"
#include "app/score/run.h"
#include "app/score/session_line.h"

namespace attune {

// Hands on every session of the file; gives whether all of its lines could be read. What is wrong with a line
// goes to `problem`. Throws InputError when the file cannot be read.
bool read_figures(const std::string& path, const std::function<void(const SessionFigures&)>& figures,
                  const std::function<void(const std::string&)>& problem);

// The beginning of a run that was stopped. A last line that was cut off counts as not written.
class EarlierRun : public KnownFigures {
  public:
    explicit EarlierRun(const std::string& path);
    bool next(SessionFigures& out) override;
    [[noreturn]] void refuse(const SessionFigures& expected) override;

  private:
    Input input_;
    JsonLines lines_;
    SessionLineReader reader_;
    std::uint64_t line_ = 0;
};

}  // namespace attune
