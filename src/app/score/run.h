// SPDX-License-Identifier: MIT
//
// Sessions in, figures out, in order, on several cores and with flat memory.
//
// Three stations: one reads sessions, in order; many count them; one hands on the figures, in the order of
// the input. A bounded number of batches is on its way at any time, so that memory does not grow with the
// input, and the result is the same however many work on it.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/diagnostics.h"
#include "rules/knowledge.h"
#include "score/session_figures.h"
#include "transcript/reader.h"

namespace attune {

struct ScoreOptions {
    std::vector<std::string> paths;
    std::vector<std::string> helpers;
    transcript::ReadOptions reading;
    std::string by;  // a column of the transcripts; empty for none
    bool quote = false;
    bool redact = false;
    std::size_t jobs = 1;
};

// Figures that an earlier run wrote, in its order. Throws Complaint when they do not belong to this run.
class KnownFigures {
  public:
    virtual ~KnownFigures() = default;
    // Replaces `out`; false when there are no more.
    virtual bool next(SessionFigures& out) = 0;
    // The complaint that the one at hand is not what this run would say next.
    [[noreturn]] virtual void refuse(const SessionFigures& expected) = 0;
};

struct ScoreOutcome {
    std::uint64_t sessions = 0;        // that were read
    std::uint64_t without_helper = 0;  // of these
    // The first names of either, and in how many sessions they stand.
    std::map<std::string, std::uint64_t> speakers, columns;
};

// What is told while it runs, each from one thread at a time.
struct ScoreSinks {
    std::function<void(const SessionFigures&)> figures;
    transcript::ProblemSink problem;
};

// `known` may be null.
ScoreOutcome score_transcripts(const ScoreOptions& options, const Knowledge& knowledge, KnownFigures* known,
                               const ScoreSinks& sinks);

// Who speaks in the first sessions, for when nobody said whose turns are to be read.
ScoreOutcome survey_transcripts(const ScoreOptions& options, const ScoreSinks& sinks);

}  // namespace attune
