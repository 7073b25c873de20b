// SPDX-License-Identifier: MIT
//
// `jsonl` is the sessions, a line each. `json` is one document: the sessions and what they come to together.
#include <fmt/format.h>

#include "app/json_writer.h"
#include "app/score/presenter.h"
#include "app/score/session_line.h"
#include "score/group_comparison.h"

namespace attune {
namespace {

class CorpusWriter {
  public:
    explicit CorpusWriter(JsonWriter& out) : out_(out) {}

    void write(const CorpusFigures& corpus) {
        out_.begin_object();
        number("sessions", corpus.sessions);
        write_counts(out_, corpus.total);
        spread(corpus.spread);
        helpers(corpus);
        if (!corpus.by.empty()) groups(corpus);
        out_.end_object();
    }

  private:
    void number(std::string_view key, std::uint64_t value) {
        out_.key(key);
        out_.number(static_cast<std::int64_t>(value));
    }
    void fraction(std::string_view key, double value, int digits) {
        out_.key(key);
        out_.raw(fmt::format("{:.{}f}", value + 0.0, digits));
    }
    void text(std::string_view key, std::string_view value) {
        out_.key(key);
        out_.string(value);
    }

    void spread(const Spread& spread) {
        out_.key("distributions");
        out_.begin_object();
        for (std::size_t i = 0; i < measures; ++i) {
            const Distribution& one = spread[i];
            out_.key(measure_infos[i].key);
            out_.begin_object();
            number("sessions", one.count());
            if (one.count() > 0) {
                fraction("mean", one.mean(), 2);
                constexpr std::pair<std::string_view, double> quantiles[] = {
                    {"lowest", 0}, {"quarter", .25}, {"median", .5}, {"three_quarters", .75}, {"highest", 1}};
                for (const auto& [key, share] : quantiles)
                    number(key, static_cast<std::uint64_t>(one.quantile(share)));
            }
            out_.end_object();
        }
        out_.end_object();
    }

    void helpers(const CorpusFigures& corpus) {
        out_.key("helpers");
        out_.begin_array();
        for (const auto& [name, helper] : corpus.helpers) {
            out_.begin_object();
            text("helper", name);
            number("sessions", helper.sessions);
            number("turns", helper.turns);
            number("turns_read", helper.turns_read);
            number("turns_missed", helper.missed_turns);
            if (helper.scored > 0) {
                fraction("mean_score",
                         static_cast<double>(helper.scores) / static_cast<double>(helper.scored), 2);
                number("lowest", static_cast<std::uint64_t>(helper.lowest));
                number("highest", static_cast<std::uint64_t>(helper.highest));
            }
            timeline(helper.timeline);
            out_.end_object();
        }
        out_.end_array();
        number("sessions_of_further_helpers", corpus.helpers_left_out);
    }

    void timeline(const Timeline& timeline) {
        out_.key("over_time");
        out_.begin_array();
        for (const Timeline::Stretch& stretch : timeline.stretches()) {
            out_.begin_object();
            number("sessions", stretch.sessions);
            fraction("mean_score", static_cast<double>(stretch.sum) / static_cast<double>(stretch.sessions),
                     2);
            out_.end_object();
        }
        out_.end_array();
    }

    void groups(const CorpusFigures& corpus) {
        text("by", corpus.by);
        out_.key("groups");
        out_.begin_array();
        for (const auto& [value, group] : corpus.groups) {
            out_.begin_object();
            text("value", value);
            number("sessions", group.sessions);
            number("turns", group.turns);
            spread(group.spread);
            out_.end_object();
        }
        out_.end_array();
        number("sessions_of_further_groups", corpus.groups_left_out);
        out_.key("comparisons");
        out_.begin_array();
        for (const GroupComparison& one : compare_groups(corpus)) comparison(one);
        out_.end_array();
    }

    void comparison(const GroupComparison& one) {
        out_.begin_object();
        text("first", one.first);
        out_.key("second");
        if (one.second.empty())
            out_.raw("null");
        else
            out_.string(one.second);
        text("measure", measure_infos[one.measure].key);
        number("first_sessions", one.first_sessions);
        number("second_sessions", one.second_sessions);
        fraction("cliffs_delta", one.result.delta, 3);
        interval("cliffs_delta_95", one.result.delta_interval, 3);
        text("size", size_of_effect(one.result.delta));
        fraction("difference_of_means", one.result.difference, 2);
        interval("difference_of_means_95", one.result.difference_interval, 2);
        out_.end_object();
    }

    void interval(std::string_view key, const Interval& interval, int digits) {
        out_.key(key);
        out_.begin_array();
        out_.raw(fmt::format("{:.{}f}", interval.low, digits));
        out_.raw(fmt::format("{:.{}f}", interval.high, digits));
        out_.end_array();
    }

    JsonWriter& out_;
};

class Lines : public ScorePresenter {
  public:
    explicit Lines(Output& out) : out_(out) {}
    void show(const SessionFigures& session) override {
        JsonWriter writer(out_.buffer());
        write_session(writer, session);
        out_.buffer().push_back('\n');
        out_.settle();
    }
    void end(const CorpusFigures&) override {}

  private:
    Output& out_;
};

class Document : public ScorePresenter {
  public:
    explicit Document(Output& out) : out_(out) {}
    void begin() override { out_.write("{\"version\":1,\"sessions\":["); }
    void show(const SessionFigures& session) override {
        out_.write(first_ ? "\n" : ",\n");
        first_ = false;
        JsonWriter writer(out_.buffer());
        write_session(writer, session);
        out_.settle();
    }
    void end(const CorpusFigures& corpus) override {
        out_.write("\n],\n\"corpus\":");
        JsonWriter writer(out_.buffer());
        CorpusWriter(writer).write(corpus);
        out_.write("}\n");
    }

  private:
    Output& out_;
    bool first_ = true;
};

}  // namespace

std::unique_ptr<ScorePresenter> make_score_json(ScoreFormat format, Output& out) {
    if (format == ScoreFormat::jsonl) return std::make_unique<Lines>(out);
    return std::make_unique<Document>(out);
}

}  // namespace attune
