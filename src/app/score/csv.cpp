// SPDX-License-Identifier: MIT
//
// A table for R, pandas and spreadsheets: UTF-8, commas, one heading, a session a row, whole numbers; shares
// in per cent, empty where there was too little to say. Texts that a spreadsheet would take for a formula get
// a ' in front.
#include <optional>

#include "app/complaint.h"
#include "app/csv_cell.h"
#include "app/score/presenter.h"

namespace attune {
namespace {

class Csv : public ScorePresenter {
  public:
    explicit Csv(Output& out) : out_(out) {}

    void show(const SessionFigures& session) override {
        if (first_) head(session);
        first_ = false;
        if (session.patterns.size() != patterns_ || session.moves.size() != moves_)
            throw usage_complaint(
                "`" + session.session + "` counts other patterns than the session before it",
                "merge what was read with the same packs");
        row_.clear();
        for (const std::string& text : {session.session, session.helper, session.source}) add(csv_cell(text));
        if (session.by) add(csv_cell(session.by->value));
        share(session.score);
        const std::uint64_t counts[] = {session.turns,       session.risk_turns,   session.missed_turns,
                                        session.turn_scores, session.helper_words, session.other_words};
        for (const std::uint64_t count : counts) number(count);
        share(talk_share(session));
        for (const auto& [name, count] : session.patterns) number(count);
        for (const auto& [name, count] : session.moves) number(count);
        for (const std::uint64_t count :
             {session.open_questions, session.closed_questions, session.question_turns})
            number(count);
        share(open_share(session));
        number(session.reflections);
        number(session.complex_reflections);
        share(reflection_share(session));
        number(session.consistent);
        number(session.inconsistent);
        share(consistent_share(session));
        number(session.feelings);
        number(session.feelings_met);
        out_.write(row_ + "\n");
    }

    void end(const CorpusFigures&) override {}

  private:
    void head(const SessionFigures& session) {
        row_.clear();
        for (const char* name : {"session", "helper", "source"}) add(name);
        if (session.by) add(csv_cell(session.by->column));
        for (const char* name : {"score", "turns", "turns_risk", "turns_missed", "turn_scores",
                                 "words_helper", "words_others", "talk_percent"})
            add(name);
        for (const auto& [name, count] : session.patterns) add("miss_" + name);
        for (const auto& [name, count] : session.moves) add("move_" + name);
        for (const char* name :
             {"questions_open", "questions_closed", "questions_turns", "open_percent", "reflections",
              "reflections_complex", "reflection_percent", "acts_consistent", "acts_inconsistent",
              "consistent_percent", "feelings_voiced", "feelings_met"})
            add(name);
        out_.write(row_ + "\n");
        patterns_ = session.patterns.size();
        moves_ = session.moves.size();
    }

    void add(std::string_view value) {
        if (!row_.empty()) row_.push_back(',');
        row_.append(value);
    }
    void number(std::uint64_t value) { add(std::to_string(value)); }
    void share(std::optional<int> value) { add(value ? std::to_string(*value) : ""); }

    Output& out_;
    bool first_ = true;
    std::size_t patterns_ = 0, moves_ = 0;
    std::string row_;
};

}  // namespace

std::unique_ptr<ScorePresenter> make_score_csv(Output& out) {
    return std::make_unique<Csv>(out);
}

}  // namespace attune
