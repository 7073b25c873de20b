// SPDX-License-Identifier: MIT
//
// Figures for a terminal: a row for each session as it comes, then what they come to together. One session
// alone is shown with its moments.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "app/score/presenter.h"
#include "app/wrap.h"
#include "score/group_comparison.h"
#include "text/utf8.h"

namespace attune {
namespace {

constexpr std::size_t name_columns = 22, helper_columns = 14;
constexpr std::size_t most_helpers_shown = 20;

std::string fitted(std::string_view text, std::size_t columns) {
    std::string shown = shorten(text, columns);
    shown.append(columns - std::min(columns, display_width(shown)), ' ');
    return shown;
}

// 1,234,567
std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

std::string counted(std::uint64_t number, std::string_view what) {
    return fmt::format("{} {}{}", grouped(number), what, number == 1 ? "" : "s");
}

// A course as blocks of eight heights.
std::string blocks(const std::vector<int>& scores) {
    constexpr std::string_view heights[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    std::string out;
    for (const int score : scores)
        out += heights[static_cast<std::size_t>(std::clamp(score, 0, 99) * 8 / 100)];
    return out;
}

std::string percent_or(std::optional<int> value) {
    return value ? fmt::format("{} %", *value) : "–";
}

class Text : public ScorePresenter {
  public:
    Text(Output& out, const Screen& screen) : out_(out), screen_(screen) {}

    // The first session waits: alone it is shown in another way.
    void show(const SessionFigures& session) override {
        ++sessions_;
        if (sessions_ == 1) {
            first_ = session;
            return;
        }
        if (sessions_ == 2) {
            heading();
            row(first_);
        }
        row(session);
        out_.settle();
    }

    void end(const CorpusFigures& corpus) override {
        if (sessions_ == 0) {
            out_.write("No session was read.\n");
            return;
        }
        title(corpus);
        totals(corpus.total);
        if (sessions_ == 1) {
            moments("Best moments", first_.best);
            moments("Hardest moments", first_.hardest);
        }
        helpers(corpus);
        groups(corpus);
        out_.write("\n" + hang("", not_a_miti_score, 0, screen_));
    }

  private:
    void heading() {
        line(Ink::bold, fmt::format("{} {} score turns missed  {}", fitted("session", name_columns),
                                    fitted("helper", helper_columns), "course"));
    }

    void row(const SessionFigures& session) {
        std::vector<int> scores;
        for (const CoursePoint& point : session.course) scores.push_back(point.score);
        out_.write(fmt::format("{} {} {:>5} {:>5} {:>6}  {}\n", fitted(session.session, name_columns),
                               fitted(session.helper, helper_columns),
                               session.score ? std::to_string(*session.score) : "–", session.turns,
                               session.missed_turns, blocks(scores)));
    }

    void title(const CorpusFigures& corpus) {
        const SessionFigures& total = corpus.total;
        if (sessions_ == 1) {
            line(Ink::bold, printable(first_.session) + ", " + printable(first_.helper));
        } else {
            out_.write("\n");
            line(Ink::bold, fmt::format("All {} together", counted(corpus.sessions, "session")));
        }
        const Distribution& scores = corpus.spread[static_cast<std::size_t>(SessionMeasure::score)];
        std::string score = "no turn could be read";
        if (scores.count() == 1)
            score = fmt::format("{} of 100", scores.lowest());
        else if (scores.count() > 1)
            score = fmt::format("{} of 100 in the middle, half of them from {} to {}, all from {} to {}",
                                scores.quantile(.5), scores.quantile(.25), scores.quantile(.75),
                                scores.lowest(), scores.highest());
        figure("Score", score);
        std::string turns = counted(total.turns, "turn");
        if (total.risk_turns > 0)
            turns += fmt::format("; {} mention risk and are left out", grouped(total.risk_turns));
        figure("Read", turns);
        const auto talk = talk_share(total);
        figure("Talk", fmt::format("{} of {}", percent_or(talk),
                                   counted(total.helper_words + total.other_words, "word")));
    }

    void totals(const SessionFigures& total) {
        const auto share = [](std::uint64_t part, std::uint64_t whole, std::string_view of) {
            return whole == 0
                       ? fmt::format("– of 0 {}", of)
                       : fmt::format("{} of {} {}", percent_or(percent(part, whole)), grouped(whole), of);
        };
        const std::uint64_t both = total.reflections + total.question_turns;
        figure("Reflections to questions",
               both < fewest_for_ratio
                   ? fmt::format("too few turns ({} and {})", total.reflections, total.question_turns)
               : total.question_turns == 0
                   ? fmt::format("{} and no question", grouped(total.reflections))
                   : fmt::format(
                         "{:.2f} ({} and {} turns)",
                         static_cast<double>(total.reflections) / static_cast<double>(total.question_turns),
                         grouped(total.reflections), grouped(total.question_turns)));
        figure("Open questions",
               share(total.open_questions, total.open_questions + total.closed_questions, "questions"));
        figure("Complex reflections",
               share(total.complex_reflections, total.reflections, "reflections, an estimate"));
        figure("Acts that fit", share(total.consistent, total.consistent + total.inconsistent, "acts"));
        figure("Feelings met", share(total.feelings_met, total.feelings, "voiced, within one turn"));
        counts("Misses", total.patterns, total.turns_read());
        counts("Kinds of miss", total.kinds, total.turns_read());
        counts("Moves", total.moves, total.turns_read());
    }

    void counts(std::string_view heading, const NamedCounts& counts, std::uint64_t turns) {
        std::vector<std::pair<std::string_view, std::uint64_t>> shown;
        for (const auto& [name, count] : counts)
            if (count > 0) shown.emplace_back(name, count);
        std::stable_sort(shown.begin(), shown.end(), [](auto& a, auto& b) { return a.second > b.second; });
        out_.write("\n");
        line(Ink::bold, fmt::format("{:<40} turns  in 100", heading));
        if (shown.empty()) out_.write("  none\n");
        for (const auto& [name, count] : shown)
            out_.write(fmt::format("  {:<38} {:>5} {:>7.1f}\n", name, count,
                                   100.0 * static_cast<double>(count) / static_cast<double>(turns)));
    }

    void moments(std::string_view heading, const std::vector<Moment>& moments) {
        if (moments.empty()) return;
        out_.write("\n");
        line(Ink::bold, heading);
        for (const Moment& moment : moments) {
            std::string names;
            for (const auto* list : {&moment.patterns, &moment.moves})
                for (const std::string& name : *list) names += (names.empty() ? "" : ", ") + name;
            out_.write(fmt::format("  turn {}, {} of 100: {}\n", moment.turn, moment.score, names));
            if (!moment.statement.empty()) out_.write(hang("    > ", moment.statement, 6, screen_));
            if (!moment.reply.empty()) out_.write(hang("    < ", moment.reply, 6, screen_));
        }
    }

    void helpers(const CorpusFigures& corpus) {
        if (corpus.helpers.size() < 2) {
            if (corpus.helpers.empty() || corpus.sessions < 2) return;
        }
        std::vector<const std::pair<const std::string, HelperFigures>*> shown;
        for (const auto& helper : corpus.helpers) shown.push_back(&helper);
        std::stable_sort(shown.begin(), shown.end(),
                         [](auto* a, auto* b) { return a->second.sessions > b->second.sessions; });
        out_.write("\n");
        line(Ink::bold,
             fmt::format("{} sessions score missed in 100  over time", fitted("Helpers", name_columns)));
        const std::size_t count = std::min(shown.size(), most_helpers_shown);
        for (std::size_t i = 0; i < count; ++i) {
            const HelperFigures& helper = shown[i]->second;
            std::vector<int> course;
            for (const Timeline::Stretch& stretch : helper.timeline.stretches())
                course.push_back(static_cast<int>(stretch.sum / stretch.sessions));
            const auto missed = percent(helper.missed_turns, helper.turns_read);
            out_.write(fmt::format("{} {:>8} {:>5} {:>13}  {}\n", fitted(shown[i]->first, name_columns),
                                   helper.sessions,
                                   helper.scored == 0 ? "–" : std::to_string(helper.scores / helper.scored),
                                   missed ? std::to_string(*missed) : "–", blocks(course)));
        }
        if (shown.size() > count || corpus.helpers_left_out > 0)
            out_.write("and more; `--format json` tells all that were kept\n");
    }

    void groups(const CorpusFigures& corpus) {
        if (corpus.by.empty()) return;
        out_.write("\n");
        line(Ink::bold,
             fmt::format("{} sessions score  half of them", fitted("By " + corpus.by, name_columns)));
        for (const auto& [value, group] : corpus.groups) {
            const Distribution& scores = group.spread[static_cast<std::size_t>(SessionMeasure::score)];
            out_.write(fmt::format("{} {:>8} ", fitted(value.empty() ? "(nothing)" : value, name_columns),
                                   group.sessions));
            out_.write(scores.count() == 0 ? "    –\n"
                                           : fmt::format("{:>5}  {} to {}\n", scores.quantile(.5),
                                                         scores.quantile(.25), scores.quantile(.75)));
        }
        const auto comparisons = compare_groups(corpus);
        std::string pair;
        for (const GroupComparison& one : comparisons) {
            const std::string these = printable(one.first) + " against " +
                                      (one.second.empty() ? "all others" : printable(one.second));
            if (these != pair) {
                pair = these;
                out_.write("\n");
                line(Ink::bold, fmt::format("{}: Cliff's delta, and in 95 of 100 draws", these));
            }
            out_.write(fmt::format("  {:<42} {:>6.2f}  {:.2f} to {:.2f}, {}\n",
                                   measure_infos[one.measure].title, one.result.delta,
                                   one.result.delta_interval.low, one.result.delta_interval.high,
                                   size_of_effect(one.result.delta)));
        }
    }

    void figure(std::string_view name, std::string_view value) {
        out_.write(hang(fmt::format("  {:<26}", name), value, 28, screen_));
    }
    void line(Ink ink, std::string_view text) { out_.write(screen_.in(ink, text) + "\n"); }

    Output& out_;
    const Screen& screen_;
    std::uint64_t sessions_ = 0;
    SessionFigures first_;
};

}  // namespace

std::unique_ptr<ScorePresenter> make_score_text(Output& out, const Screen& screen) {
    return std::make_unique<Text>(out, screen);
}

}  // namespace attune
