// SPDX-License-Identifier: MIT
#include "app/score/run.h"

#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <algorithm>
#include <chrono>

#include "app/score/session_scorer.h"
#include "transcript/volleys.h"

namespace attune {
namespace {

using transcript::Session;

// A batch is worth the trouble of handing it over, and is soon full; a slow input is not kept waiting.
constexpr std::size_t batch_bytes = 1U << 16;
constexpr auto batch_patience = std::chrono::milliseconds(100);
constexpr std::size_t batches_per_job = 3;

std::size_t bytes_of(const Session& session) {
    std::size_t bytes = 0;
    for (const transcript::Segment& segment : session.segments)
        bytes += segment.text.size() + segment.speaker.size() + sizeof segment;
    return bytes;
}

struct Work {
    Session session;                      // void once it was counted
    std::vector<SessionFigures> figures;  // known beforehand, or counted
    bool known = false;
};
using Batch = std::vector<Work>;
using BatchPointer = std::shared_ptr<Batch>;

void count_name(std::map<std::string, std::uint64_t>& names, const std::string& name) {
    constexpr std::size_t most = 40;
    if (names.size() < most || names.contains(name)) ++names[name];
}

// Who speaks and what columns there are, of the first so many names.
void survey(const Session& session, ScoreOutcome& out) {
    for (const std::string& name : transcript::speakers(session)) count_name(out.speakers, name);
    for (const auto& [column, value] : session.columns) count_name(out.columns, column);
}

// The first station: the sessions of all files, one after another.
class SessionStream {
  public:
    SessionStream(const ScoreOptions& options, const ScoreSinks& sinks) : options_(options), sinks_(sinks) {}

    bool next(Session& out) {
        while (!stopped()) {
            if (!reader_) {
                if (next_path_ == options_.paths.size()) return false;
                reader_ = transcript::open_transcript(options_.paths[next_path_++], options_.reading,
                                                      sinks_.problem);
                continue;
            }
            if (reader_->next(out)) return true;
            reader_.reset();
        }
        return false;
    }

  private:
    [[nodiscard]] bool stopped() const { return options_.reading.stop != nullptr && *options_.reading.stop; }

    const ScoreOptions& options_;
    const ScoreSinks& sinks_;
    std::size_t next_path_ = 0;
    std::unique_ptr<transcript::SessionReader> reader_;
};

bool same_place(const SessionFigures& one, const SessionFigures& other) {
    return one.session == other.session && one.source == other.source && one.helper == other.helper &&
           one.by.has_value() == other.by.has_value() && (!one.by || one.by->column == other.by->column);
}

class Run {
  public:
    Run(const ScoreOptions& options, const Knowledge& knowledge, KnownFigures* known, const ScoreSinks& sinks)
        : scorer_options_{options.helpers, options.by, options.quote, options.redact},
          known_(known),
          sinks_(sinks),
          stream_(options, sinks),
          scorers_([this, &knowledge] { return SessionScorer(knowledge, scorer_options_); }) {}

    ScoreOutcome run(std::size_t jobs) {
        using tbb::filter_mode;
        const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
        tbb::parallel_pipeline(
            jobs * batches_per_job,
            tbb::make_filter<void, BatchPointer>(filter_mode::serial_in_order,
                                                 [this](tbb::flow_control& flow) {
                                                     auto batch = read();
                                                     if (batch->empty()) flow.stop();
                                                     return batch;
                                                 }) &
                tbb::make_filter<BatchPointer, BatchPointer>(filter_mode::parallel,
                                                             [this](BatchPointer batch) {
                                                                 count(*batch);
                                                                 return batch;
                                                             }) &
                tbb::make_filter<BatchPointer, void>(filter_mode::serial_in_order,
                                                     [this](const BatchPointer& batch) { hand_on(*batch); }));
        outcome_.without_helper = without_helper_;
        return std::move(outcome_);
    }

  private:
    BatchPointer read() {
        auto batch = std::make_shared<Batch>();
        const auto started = std::chrono::steady_clock::now();
        std::size_t bytes = 0;
        while (bytes < batch_bytes) {
            Work work;
            if (!stream_.next(work.session)) break;
            ++outcome_.sessions;
            survey(work.session, outcome_);
            bytes += bytes_of(work.session) + sizeof work;
            if (known_ != nullptr) take_known(work);
            batch->push_back(std::move(work));
            if (std::chrono::steady_clock::now() - started > batch_patience) break;
        }
        return batch;
    }

    // A session of which some helpers are missing is counted again.
    void take_known(Work& work) {
        const auto announced = announce(work.session, scorer_options_);
        for (const SessionFigures& expected : announced) {
            SessionFigures figures;
            if (!known_->next(figures)) {
                known_ = nullptr;
                work.figures.clear();
                return;
            }
            if (!same_place(expected, figures)) known_->refuse(expected);
            work.figures.push_back(std::move(figures));
        }
        work.known = true;
    }

    void count(Batch& batch) {
        SessionScorer& scorer = scorers_.local();
        for (Work& work : batch) {
            if (!work.known) scorer.score(work.session, work.figures);
            work.session = {};
        }
    }

    void hand_on(const Batch& batch) {
        for (const Work& work : batch) {
            if (work.figures.empty()) ++without_helper_;
            for (const SessionFigures& figures : work.figures) sinks_.figures(figures);
        }
    }

    ScorerOptions scorer_options_;
    KnownFigures* known_;
    const ScoreSinks& sinks_;
    SessionStream stream_;
    tbb::enumerable_thread_specific<SessionScorer> scorers_;
    ScoreOutcome outcome_;              // of the first station
    std::uint64_t without_helper_ = 0;  // of the last
};

}  // namespace

ScoreOutcome score_transcripts(const ScoreOptions& options, const Knowledge& knowledge, KnownFigures* known,
                               const ScoreSinks& sinks) {
    return Run(options, knowledge, known, sinks).run(options.jobs);
}

ScoreOutcome survey_transcripts(const ScoreOptions& options, const ScoreSinks& sinks) {
    constexpr std::uint64_t enough = 200;
    ScoreOutcome outcome;
    SessionStream stream(options, sinks);
    Session session;
    while (outcome.sessions < enough && stream.next(session)) {
        ++outcome.sessions;
        survey(session, outcome);
    }
    return outcome;
}

}  // namespace attune
