// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "coach/coach.h"
#include "score/session_counter.h"
#include "score/session_figures.h"
#include "transcript/session.h"

namespace attune {

struct ScorerOptions {
    std::span<const std::string> helpers;
    std::string by;
    bool quote = false;
    bool redact = false;
};

// Figures of a session, one for each helper that speaks in it, in the order in which they begin. One a
// thread.
class SessionScorer {
  public:
    SessionScorer(const Knowledge& knowledge, const ScorerOptions& options);

    // Appends to `out`.
    void score(const transcript::Session& session, std::vector<SessionFigures>& out);

  private:
    const ScorerOptions& options_;
    Coach coach_;
    SessionCounter counter_;
    Reading reading_;
};

// Which figures a session will give, without reading a turn: only the names are filled in.
std::vector<SessionFigures> announce(const transcript::Session& session, const ScorerOptions& options);

}  // namespace attune
