// SPDX-License-Identifier: MIT
#include "score/evaluation.h"

#include <algorithm>

#include "rules/evidence.h"

namespace attune {
namespace {

class Evaluator {
  public:
    Evaluator(const Knowledge& knowledge, const Resampling& resampling)
        : patterns_(knowledge.patterns().size()), resampling_(resampling) {
        out_.labels.resize(label_count(knowledge));
        out_.confusion.assign(patterns_ + 1, std::vector<std::size_t>(patterns_ + 1, 0));
    }

    void add(const LabelledCase& labelled, const CaseReading& reading) {
        said_.assign(out_.labels.size(), false);
        for (std::size_t label = 0; label < said_.size(); ++label)
            said_[label] = reading.says(static_cast<LabelId>(label));
        for (std::size_t label = 0; label < said_.size(); ++label)
            if (labelled.labels[label] != Gold::unknown)
                out_.labels[label].counts.add(labelled.labels[label] == Gold::yes, said_[label]);
        add_whole_reply(labelled);
        add_marked(labelled, reading);
        if (labelled.rating) {
            ratings_.push_back(*labelled.rating);
            scores_.push_back(reading.score);
        }
    }

    Evaluation finish() {
        for (LabelFigures& figures : out_.labels) figures.f1 = f1_interval(figures.counts, resampling_);
        out_.any_miss.f1 = f1_interval(out_.any_miss.counts, resampling_);
        for (std::size_t pattern = 0; pattern < patterns_; ++pattern) {
            const Counts& counts = out_.labels[pattern].counts;
            if (counts.labelled() < macro_from) continue;
            out_.macro_f1 += counts.f1();
            ++out_.macro_over;
        }
        if (out_.macro_over > 0) out_.macro_f1 /= static_cast<double>(out_.macro_over);
        out_.rated = ratings_.size();
        out_.spearman = spearman(ratings_, scores_);
        return std::move(out_);
    }

  private:
    // What asks for all patterns at once.
    void add_whole_reply(const LabelledCase& labelled) {
        const auto gold_end = labelled.labels.begin() + static_cast<std::ptrdiff_t>(patterns_);
        const bool known = std::find(labelled.labels.begin(), gold_end, Gold::unknown) == gold_end;
        const bool missing = std::find(labelled.labels.begin(), gold_end, Gold::yes) != gold_end;
        const bool flagged = std::find(said_.begin(), said_.begin() + static_cast<std::ptrdiff_t>(patterns_),
                                       true) != said_.begin() + static_cast<std::ptrdiff_t>(patterns_);
        if (known) out_.any_miss.counts.add(missing, flagged);
        if (labelled.rating && *labelled.rating >= attuned_from && !missing) {
            ++out_.attuned_flagged.whole;
            out_.attuned_flagged.part += flagged ? 1U : 0U;
        }
        for (std::size_t gold = 0; gold < patterns_; ++gold)
            if (labelled.labels[gold] == Gold::yes) confuse(labelled, gold);
        if (known && !missing) confuse(labelled, patterns_);
    }

    void confuse(const LabelledCase& labelled, std::size_t row) {
        if (row < patterns_ && said_[row]) {
            ++out_.confusion[row][row];
            return;
        }
        bool any = false;
        for (std::size_t other = 0; other < patterns_; ++other) {
            if (!said_[other] || labelled.labels[other] != Gold::no) continue;
            ++out_.confusion[row][other];
            any = true;
        }
        if (!any) ++out_.confusion[row][patterns_];
    }

    void add_marked(const LabelledCase& labelled, const CaseReading& reading) {
        for (const MarkedWords& marked : labelled.marked) {
            if (marked.label >= patterns_ || !said_[marked.label]) continue;
            ++out_.marked_touched.whole;
            out_.marked_touched.part +=
                std::any_of(reading.evidence.begin(), reading.evidence.end(), [&](const Evidenced& found) {
                    return found.label == marked.label && found.confidence >= flagged_from &&
                           found.span.overlaps(marked.span);
                });
        }
    }

    std::size_t patterns_;
    Resampling resampling_;
    Evaluation out_;
    std::vector<bool> said_;  // by label, of the case at hand
    std::vector<double> ratings_, scores_;
};

}  // namespace

Evaluation evaluate(const Knowledge& knowledge, const Judged& judged, const Resampling& resampling) {
    Evaluator evaluator(knowledge, resampling);
    for (std::size_t i = 0; i < judged.cases.size(); ++i) evaluator.add(judged.cases[i], judged.readings[i]);
    return evaluator.finish();
}

}  // namespace attune
