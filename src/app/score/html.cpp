// SPDX-License-Identifier: MIT
//
// One self-contained page. What is known only at the end stands first, so that the rows of the table wait in
// a nameless temporary file; of the sessions drawn large only the lowest and the highest are kept. So memory
// stays flat, whatever the number of sessions.
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>

#include "app/score/html_assets.h"
#include "app/score/html_course.h"
#include "app/score/presenter.h"
#include "core/error.h"
#include "score/group_comparison.h"

namespace attune {
namespace {

constexpr std::size_t most_drawn = 120, most_moments_shown = 8;

std::string percent_or_nothing(std::optional<int> value) {
    return value ? std::to_string(*value) : "";
}

// Keeps the `most` sessions that come first by `before`; of equals the earlier ones.
template <class Thing, class Before>
void keep(std::vector<Thing>& kept, const Thing& thing, std::size_t most, Before before) {
    const auto place = std::upper_bound(kept.begin(), kept.end(), thing, before);
    if (place == kept.end() && kept.size() >= most) return;
    kept.insert(place, thing);
    if (kept.size() > most) kept.pop_back();
}

struct Drawn {
    std::uint64_t number = 0;  // from 1, in the order of the input
    SessionFigures session;
};

struct PlacedMoment {
    std::string session, helper;
    Moment moment;
};

class Spool {
  public:
    Spool() : file_(std::tmpfile()), output_(file_ != nullptr ? ::fileno(file_) : -1, "a temporary file") {
        if (file_ == nullptr)
            throw IoError(std::string("cannot make a temporary file: ") + std::strerror(errno));
    }
    ~Spool() { std::fclose(file_); }
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    void write(std::string_view text) { output_.write(text); }
    void copy_to(Output& out) {
        output_.flush();
        std::rewind(file_);
        std::array<char, 1U << 14> block;
        while (const std::size_t size = std::fread(block.data(), 1, block.size(), file_))
            out.write({block.data(), size});
        if (std::ferror(file_) != 0) throw IoError("cannot read a temporary file back");
    }

  private:
    std::FILE* file_;
    Output output_;
};

class Html : public ScorePresenter {
  public:
    explicit Html(Output& out) : out_(out) {}

    void show(const SessionFigures& session) override {
        ++sessions_;
        if (session.by) by_ = session.by->column;
        spool_.write(table_row(session));
        const Drawn drawn{sessions_, session};
        const auto score = [](const SessionFigures& figures) { return figures.score.value_or(101); };
        keep(lowest_, drawn, most_drawn,
             [&](const Drawn& a, const Drawn& b) { return score(a.session) < score(b.session); });
        keep(highest_, drawn, most_drawn / 2,
             [](const Drawn& a, const Drawn& b) { return a.session.score > b.session.score; });
        for (const Moment& moment : session.hardest)
            keep(
                hardest_, {session.session, session.helper, moment}, most_moments_shown,
                [](const PlacedMoment& a, const PlacedMoment& b) { return a.moment.score < b.moment.score; });
        for (const Moment& moment : session.best)
            keep(
                best_, {session.session, session.helper, moment}, most_moments_shown,
                [](const PlacedMoment& a, const PlacedMoment& b) { return a.moment.score > b.moment.score; });
    }

    void end(const CorpusFigures& corpus) override {
        head(corpus);
        summary(corpus);
        counts(corpus.total);
        if (!corpus.by.empty()) groups(corpus);
        if (corpus.helpers.size() > 1) helpers(corpus);
        courses();
        moments();
        table();
        out_.write(
            "</main>\n<footer><p>" + std::string(not_a_miti_score) +
            " A feeling counts as met when the answer or the turn after it names, reflects or validates "
            "it. Whether a reflection is complex is an estimate.</p></footer>\n<script>");
        out_.write(html_script);
        out_.write("</script>\n</body>\n</html>\n");
    }

  private:
    void head(const CorpusFigures& corpus) {
        const std::string title = corpus.sessions == 1 ? "How a session went"
                                                       : fmt::format("How {} sessions went", corpus.sessions);
        out_.write(fmt::format(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'; "
            "script-src '{}'; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n<style>",
            html_style_digest, html_script_digest, title));
        out_.write(html_style);
        out_.write(fmt::format(
            "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#table\">To the table</a>\n"
            "<header><h1>{}</h1><p class=\"soft\">{} turns of {}, {} words. {}</p></header>\n<main>\n",
            title, corpus.total.turns,
            corpus.helpers.size() == 1 ? escape_html(corpus.helpers.begin()->first)
                                       : fmt::format("{} helpers", corpus.helpers.size()),
            corpus.total.helper_words + corpus.total.other_words, not_a_miti_score));
    }

    void tile(std::string_view name, std::string_view value, std::string_view of) {
        out_.write(fmt::format("<div><dt>{}</dt><dd>{}<small>{}</small></dd></div>\n", name, value, of));
    }

    void summary(const CorpusFigures& corpus) {
        const SessionFigures& total = corpus.total;
        const Distribution& scores = corpus.spread[static_cast<std::size_t>(SessionMeasure::score)];
        const auto share = [](std::uint64_t part, std::uint64_t whole) {
            const auto value = percent(part, whole);
            return value ? fmt::format("{} %", *value) : std::string("–");
        };
        out_.write("<section aria-label=\"Summary\">\n<dl class=\"figures\">\n");
        if (scores.count() > 0)
            tile(corpus.sessions == 1 ? "Score" : "Score in the middle", std::to_string(scores.quantile(.5)),
                 corpus.sessions == 1
                     ? "of 100"
                     : fmt::format("of 100; half from {} to {}", scores.quantile(.25), scores.quantile(.75)));
        const std::uint64_t both = total.reflections + total.question_turns;
        tile("Reflections to questions",
             both < fewest_for_ratio || total.question_turns == 0
                 ? (both < fewest_for_ratio ? "too few turns" : "no question")
                 : fmt::format("{:.2f}", static_cast<double>(total.reflections) /
                                             static_cast<double>(total.question_turns)),
             fmt::format("{} and {} turns", total.reflections, total.question_turns));
        tile("Acts that fit", share(total.consistent, total.consistent + total.inconsistent),
             fmt::format("of {} acts", total.consistent + total.inconsistent));
        tile("Open questions", share(total.open_questions, total.open_questions + total.closed_questions),
             fmt::format("of {} questions", total.open_questions + total.closed_questions));
        tile("Complex reflections", share(total.complex_reflections, total.reflections),
             fmt::format("of {}, an estimate", total.reflections));
        tile("Feelings met", share(total.feelings_met, total.feelings),
             fmt::format("of {} voiced", total.feelings));
        tile("Share of talk", share(total.helper_words, total.helper_words + total.other_words),
             "of all words");
        tile("Risk", std::to_string(total.risk_turns), fmt::format("of {} turns, left out", total.turns));
        out_.write("</dl>\n");
        if (scores.count() > 1)
            out_.write("<h2>How the scores are spread</h2>\n" + spread_svg(scores) +
                       "<p class=\"soft\">From 0 on the left to 100 on the right.</p>\n");
        out_.write("</section>\n");
    }

    void counts(const SessionFigures& total) {
        out_.write("<section>\n<h2>Misses and moves</h2>\n<div class=\"two\">\n");
        count_table("Turns that miss", total.patterns, total.turns_read(), "misses");
        count_table("Turns that meet", total.moves, total.turns_read(), "moves");
        out_.write("</div>\n");
        if (!total.kinds.empty()) {
            out_.write("<details><summary>Finer kinds of miss</summary>\n");
            count_table("Turns of each kind", total.kinds, total.turns_read(), "misses");
            out_.write("</details>\n");
        }
        out_.write("</section>\n");
    }

    void count_table(std::string_view caption, const NamedCounts& counts, std::uint64_t turns,
                     std::string_view ink) {
        std::vector<std::pair<std::string, std::uint64_t>> sorted(counts.begin(), counts.end());
        std::stable_sort(sorted.begin(), sorted.end(), [](auto& a, auto& b) { return a.second > b.second; });
        const std::uint64_t most = sorted.empty() ? 1 : std::max<std::uint64_t>(1, sorted.front().second);
        out_.write(
            fmt::format("<div class=\"scroll\"><table><caption>{}, of {} read</caption><thead><tr><th "
                        "scope=\"col\">what</th><th scope=\"col\" class=\"n\">turns</th><th scope=\"col\" "
                        "class=\"n\">in 100</th><td></td></tr></thead><tbody>\n",
                        caption, turns));
        for (const auto& [name, count] : sorted)
            out_.write(fmt::format(
                "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{:.1f}</td><td "
                "class=\"wide\">{}</td></tr>\n",
                escape_html(name), count,
                turns == 0 ? 0.0 : 100.0 * static_cast<double>(count) / static_cast<double>(turns),
                bar_svg(static_cast<double>(count) / static_cast<double>(most), ink)));
        out_.write("</tbody></table></div>\n");
    }

    void groups(const CorpusFigures& corpus) {
        out_.write(fmt::format(
            "<section>\n<h2>By {}</h2>\n<div class=\"scroll\"><table class=\"close\"><thead><tr><th "
            "scope=\"col\">{}"
            "</th><th scope=\"col\" class=\"n\">sessions</th><th scope=\"col\" class=\"n\">score in "
            "the middle</th><th scope=\"col\" class=\"n\">half of them</th></tr></thead><tbody>\n",
            escape_html(corpus.by), escape_html(corpus.by)));
        for (const auto& [value, group] : corpus.groups) {
            const Distribution& scores = group.spread[static_cast<std::size_t>(SessionMeasure::score)];
            const bool some = scores.count() > 0;
            out_.write(
                fmt::format("<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td><td "
                            "class=\"n\">{}</td></tr>\n",
                            value.empty() ? "(nothing)" : escape_html(value), group.sessions,
                            some ? std::to_string(scores.quantile(.5)) : "",
                            some ? fmt::format("{} to {}", scores.quantile(.25), scores.quantile(.75)) : ""));
        }
        out_.write("</tbody></table></div>\n");
        comparisons(corpus);
        out_.write("</section>\n");
    }

    void comparisons(const CorpusFigures& corpus) {
        const auto found = compare_groups(corpus);
        if (found.empty()) return;
        out_.write(
            "<div class=\"scroll\"><table class=\"close\"><caption>Cliff's delta: how much more often a "
            "session of the first "
            "group is above one of the second than below it, -1 to 1</caption><thead><tr><th scope=\"col\">"
            "groups</th><th scope=\"col\">measure</th><th scope=\"col\" class=\"n\">delta</th><th "
            "scope=\"col\" "
            "class=\"n\">in 95 of 100 draws</th><th scope=\"col\">size</th></tr></thead><tbody>\n");
        for (const GroupComparison& one : found)
            out_.write(fmt::format(
                "<tr><th scope=\"row\">{} against {}</th><td>{}</td><td class=\"n\">{:.2f}</td><td "
                "class=\"n\">{:.2f} to {:.2f}</td><td>{}</td></tr>\n",
                escape_html(one.first), one.second.empty() ? "all others" : escape_html(one.second),
                escape_html(measure_infos[one.measure].title), one.result.delta,
                one.result.delta_interval.low, one.result.delta_interval.high,
                size_of_effect(one.result.delta)));
        out_.write(
            "</tbody></table></div>\n<p class=\"soft\">Sessions are taken as independent of one another; "
            "where "
            "one helper led many of them, differences are less certain.</p>\n");
    }

    void helpers(const CorpusFigures& corpus) {
        out_.write(
            "<section>\n<h2>Helpers over time</h2>\n<div class=\"scroll\"><table class=\"sorts\"><thead><tr>"
            "<th scope=\"col\">helper</th><th scope=\"col\" class=\"n\">sessions</th><th scope=\"col\" "
            "class=\"n\">mean score</th><th scope=\"col\" class=\"n\">missed in 100</th><td>in the order of "
            "the input</td></tr></thead><tbody>\n");
        for (const auto& [name, helper] : corpus.helpers)
            out_.write(
                fmt::format("<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td><td "
                            "class=\"n\">{}</td>"
                            "<td>{}</td></tr>\n",
                            escape_html(name), helper.sessions,
                            helper.scored == 0 ? "" : std::to_string(helper.scores / helper.scored),
                            percent_or_nothing(percent(helper.missed_turns, helper.turns_read)),
                            timeline_svg(helper.timeline)));
        out_.write("</tbody></table></div>\n</section>\n");
    }

    // All sessions in their order, or the lowest and the highest.
    void courses() {
        if (sessions_ == 0) return;
        out_.write(
            "<section>\n<h2>The course of each session</h2>\n<p class=\"key\" "
            "aria-hidden=\"true\"><span><svg "
            "viewBox=\"0 0 8 8\"><path class=\"line\" d=\"M0 4H8\" stroke=\"currentColor\"/></svg> score, "
            "the "
            "thin line is 50</span><span><svg viewBox=\"0 0 8 8\"><rect class=\"moves\" width=\"8\" "
            "height=\"8\"/></svg> up: turns that meet</span><span><svg viewBox=\"0 0 8 8\"><rect "
            "class=\"misses\" width=\"8\" height=\"8\"/></svg> down: turns that miss</span></p>\n");
        const auto by_number = [](const Drawn& a, const Drawn& b) { return a.number < b.number; };
        if (sessions_ <= most_drawn) {
            std::sort(lowest_.begin(), lowest_.end(), by_number);
            cards(lowest_);
        } else {
            lowest_.resize(most_drawn / 2);
            out_.write(fmt::format(
                "<p class=\"soft\">Of {} sessions the {} with the lowest score and the {} with the "
                "highest; all are in the table.</p>\n<h3>Lowest</h3>\n",
                sessions_, lowest_.size(), highest_.size()));
            cards(lowest_);
            out_.write("<h3>Highest</h3>\n");
            cards(highest_);
        }
        out_.write("</section>\n");
    }

    void cards(const std::vector<Drawn>& drawn) {
        out_.write("<ul class=\"cards\">\n");
        for (const Drawn& one : drawn) card(one.session);
        out_.write("</ul>\n");
    }

    void card(const SessionFigures& session) {
        out_.write(
            fmt::format("<li class=\"card\"><span class=\"score\"><span class=\"unseen\">score "
                        "</span>{}</span><h3>{}</h3><p "
                        "class=\"soft\">{}{}; {} turns, {} miss</p>{}",
                        session.score ? std::to_string(*session.score) : "–", escape_html(session.session),
                        escape_html(session.helper), session.by ? ", " + escape_html(session.by->value) : "",
                        session.turns, session.missed_turns, course_svg(session)));
        if (!session.best.empty() || !session.hardest.empty()) {
            out_.write("<details><summary>Moments</summary><ul>");
            for (const auto* list : {&session.hardest, &session.best})
                for (const Moment& moment : *list) write_moment(moment, "");
            out_.write("</ul></details>");
        }
        out_.write("</li>\n");
    }

    void write_moment(const Moment& moment, std::string_view where) {
        std::string names;
        for (const auto* list : {&moment.patterns, &moment.moves})
            for (const std::string& name : *list) names += (names.empty() ? "" : ", ") + escape_html(name);
        out_.write(fmt::format("<li>{}turn {}, {} of 100: {}", where, moment.turn, moment.score, names));
        if (!moment.statement.empty())
            out_.write("<blockquote dir=\"auto\">" + escape_html(moment.statement) + "</blockquote>");
        if (!moment.reply.empty())
            out_.write("<blockquote class=\"reply\" dir=\"auto\">" + escape_html(moment.reply) +
                       "</blockquote>");
        out_.write("</li>\n");
    }

    void moments() {
        if (hardest_.empty() && best_.empty()) return;
        out_.write("<section>\n<h2>Moments to look at</h2>\n<div class=\"two\">\n");
        for (const auto& [title, list] :
             {std::pair{"The hardest", &hardest_}, std::pair{"The best", &best_}}) {
            if (list->empty()) continue;
            out_.write(fmt::format("<div><h3>{}</h3><ul class=\"moments\">\n", title));
            for (const PlacedMoment& placed : *list)
                write_moment(placed.moment,
                             escape_html(placed.session) + ", " + escape_html(placed.helper) + ", ");
            out_.write("</ul></div>\n");
        }
        out_.write("</div>\n</section>\n");
    }

    std::string table_row(const SessionFigures& session) {
        std::uint64_t moves = 0;
        for (const auto& [name, count] : session.moves) moves += count;
        return fmt::format(
            "<tr><th scope=\"row\">{}</th><td>{}</td>{}<td class=\"n\">{}</td><td class=\"n\">{}</td><td "
            "class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td "
            "class=\"n\">{}</td><td class=\"n\">{}</td></tr>\n",
            escape_html(session.session), escape_html(session.helper),
            session.by ? "<td>" + escape_html(session.by->value) + "</td>" : "",
            session.score ? std::to_string(*session.score) : "", session.turns, session.missed_turns, moves,
            percent_or_nothing(consistent_share(session)), percent_or_nothing(reflection_share(session)),
            percent_or_nothing(open_share(session)), percent_or_nothing(talk_share(session)));
    }

    void table() {
        out_.write(
            "<section id=\"table\">\n<h2>All sessions</h2>\n<p class=\"soft key-hint\">A heading sorts the "
            "table.</p><p id=\"said\" class=\"unseen\" role=\"status\"></p>\n<div class=\"scroll\" "
            "tabindex=\"0\" role=\"region\" aria-label=\"All sessions\"><table "
            "class=\"sorts\"><caption>Shares "
            "in per cent; empty where there were too few turns to say.</caption><thead><tr><th "
            "scope=\"col\">session</th><th scope=\"col\">helper</th>");
        if (!by_.empty()) out_.write("<th scope=\"col\">" + escape_html(by_) + "</th>");
        for (const std::string_view name :
             {"score", "turns", "missed", "moves", "acts that fit", "reflections", "open questions", "talk"})
            out_.write(fmt::format("<th scope=\"col\" class=\"n\">{}</th>", name));
        out_.write("</tr></thead><tbody>\n");
        spool_.copy_to(out_);
        out_.write("</tbody></table></div>\n</section>\n");
    }

    Output& out_;
    Spool spool_;
    std::uint64_t sessions_ = 0;
    std::string by_;
    std::vector<Drawn> lowest_, highest_;  // best by that measure first
    std::vector<PlacedMoment> hardest_, best_;
};

}  // namespace

std::unique_ptr<ScorePresenter> make_score_html(Output& out) {
    return std::make_unique<Html>(out);
}

}  // namespace attune
