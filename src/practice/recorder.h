// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <string>

#include "practice/history.h"

namespace attune {

// Keeps drafts while a session goes on, and lets no trouble stop it. What cannot be written now (a full disk)
// waits and is tried again with the next draft.
class Recorder {
  public:
    explicit Recorder(History history) : history_(std::move(history)) {}

    // A word for the user when something could not be kept; told once for each trouble, else "".
    std::string record(const Attempt& attempt);
    // Tries what waits a last time. A word for the user when some of it is lost, else "".
    std::string finish();
    // Drafts that could not be written so far.
    [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }
    [[nodiscard]] const History& history() const { return history_; }
    [[nodiscard]] History& history() { return history_; }

  private:
    void write_waiting();

    History history_;
    std::deque<Attempt> waiting_;
    std::string told_;
};

}  // namespace attune
