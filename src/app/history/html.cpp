// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "app/history/dates.h"
#include "app/history/presenter.h"
#include "app/score/html_assets.h"
#include "app/score/html_course.h"

namespace attune {
namespace {

std::string of(const Share& share) {
    return fmt::format("{}&nbsp;of&nbsp;{}", share.part, share.whole);
}

// A bar for each week, as wide as if there were all that are ever shown; told in words for those who do not
// see it. The style is that of a helper's course over time.
std::string weeks_svg(std::span<const Share> weeks, std::string_view ink, std::string_view what) {
    constexpr double step = 20, bar = 16, height = 56;
    std::string svg = fmt::format(
        "<svg class=\"time\" viewBox=\"0 0 {:.0f} {:.0f}\" preserveAspectRatio=\"none\" role=\"img\" "
        "aria-label=\"{}, week by week: {}\">",
        step * static_cast<double>(PracticeFigures::most_weeks), height, escape_html(what),
        draw_weeks(weeks, Pictures::words));
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        if (weeks[i].whole == 0) continue;
        // A week without one shows as a thin line, and one without a moment as nothing.
        const double high =
            std::max(2.0, height * static_cast<double>(weeks[i].part) / static_cast<double>(weeks[i].whole));
        svg +=
            fmt::format("<rect class=\"{}\" x=\"{:.0f}\" y=\"{:.1f}\" width=\"{:.0f}\" height=\"{:.1f}\"/>",
                        ink, step * static_cast<double>(i) + 2, height - high, bar, high);
    }
    return svg + "</svg>";
}

std::string_view spell(Change change) {
    switch (change) {
        case Change::less:
            return "less often";
        case Change::more:
            return "more often";
        case Change::same:
            return "about as often";
        case Change::unknown:
            return "too few to tell";
    }
    return "";
}

class Page {
  public:
    Page(const PracticeFigures& figures, const Knowledge& knowledge) : f_(figures), k_(knowledge) {}

    std::string write() {
        head();
        if (f_.empty())
            out_ +=
                "<p>Nothing is kept yet. After a few drafts of <code>attune practice</code> this page shows "
                "what changes.</p>\n";
        if (f_.drafts > 0) {
            tiles();
            patterns();
            moves();
            then_and_now();
        }
        checkins();
        out_ +=
            "</main>\n<footer><p>Only first drafts count here: what comes after the feedback does not show "
            "what "
            "stayed. The figures are about sentences, never about a person.</p></footer>\n</body>\n</html>\n";
        return std::move(out_);
    }

  private:
    void head() {
        out_ += fmt::format(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'; "
            "base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n<title>What practice shows</title>\n<style>",
            html_style_digest);
        out_ += html_style;
        out_ += fmt::format(
            "</style>\n</head>\n<body>\n<header><h1>What practice shows</h1><p class=\"soft\">Up to {}{}</p>"
            "</header>\n<main>\n",
            spell_date(f_.now),
            f_.weeks.empty() ? "" : fmt::format(", from {}", spell_date(f_.week_begin(0))));
    }

    void tile(std::string_view name, std::string_view value, std::string_view small) {
        out_ += fmt::format("<div><dt>{}</dt><dd>{}<small>{}</small></dd></div>\n", name, value, small);
    }

    void tiles() {
        out_ += "<section aria-label=\"Summary\">\n<dl class=\"figures\">\n";
        const auto share = f_.landed.percent();
        tile("Landed at the first draft", share ? fmt::format("{} %", *share) : "–", of(f_.landed));
        tile("Drafts", std::to_string(f_.drafts), "tries at the same moment too");
        tile("Mended", std::to_string(f_.repairs), "misses, by a repair");
        tile("Moments settled", std::to_string(f_.scenarios_settled),
             fmt::format("of {} seen", f_.scenarios_seen));
        if (f_.due > most_due_told)
            tile("Ready again", "plenty", "a few at a time are enough");
        else
            tile("Ready again", std::to_string(f_.due),
                 fmt::format("{} not met last time", f_.due_after_miss));
        out_ += "</dl>\n<h2>Moments that landed</h2>\n" +
                weeks_svg(f_.weeks, "moves", "moments that landed") +
                "<p class=\"soft\">A bar is a week; the last one ends today.</p>\n</section>\n";
    }

    void patterns() {
        if (f_.patterns.empty()) return;
        table_head("What came up", "Moments in which it came up, of those that invite it", true);
        for (const PatternFigures& one : f_.patterns) {
            const std::string title{k_.text(k_.patterns()[one.pattern].title)};
            out_ += fmt::format("<tr><th scope=\"row\">{}{}</th><td>{}</td><td class=\"n\">{}</td>",
                                escape_html(title), one.standing.mastered ? " <small>(settled)</small>" : "",
                                weeks_svg(one.weeks, "misses", title), of(one.all));
            ends(one.at_first, one.lately, one.change);
        }
        out_ += "</tbody></table></div>\n</section>\n";
    }

    void moves() {
        if (f_.moves.empty()) return;
        table_head("What reached them", "First drafts that carry it", false);
        for (const MoveFigures& one : f_.moves) {
            out_ += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td>",
                                escape_html(k_.text(k_.moves()[one.move].title)), of(one.all));
            ends(one.at_first, one.lately, one.change);
        }
        out_ += "</tbody></table></div>\n</section>\n";
    }

    void table_head(std::string_view title, std::string_view caption, bool weeks) {
        out_ += fmt::format(
            "<section>\n<h2>{}</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table "
            "class=\"close\"><caption>{}</caption><thead><tr>"
            "<th scope=\"col\">what</th>{}<th scope=\"col\" class=\"n\">all</th><th scope=\"col\" "
            "class=\"n\">at first</th><th scope=\"col\" class=\"n\">lately</th><th "
            "scope=\"col\">change</th></tr>"
            "</thead><tbody>\n",
            title, title, caption, weeks ? "<th scope=\"col\">by week</th>" : "");
    }

    void ends(const Share& at_first, const Share& lately, Change change) {
        const bool known = change != Change::unknown;
        out_ += fmt::format("<td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>\n",
                            known ? of(at_first) : "", known ? of(lately) : "", spell(change));
    }

    void then_and_now() {
        if (!f_.then_and_now) return;
        const ThenAndNow& two = *f_.then_and_now;
        out_ += fmt::format(
            "<section>\n<h2>One moment, then and now</h2>\n<blockquote "
            "dir=\"auto\">{}</blockquote>\n<p>{}</p>"
            "<blockquote class=\"reply\" dir=\"auto\">{}</blockquote>\n<p>{}</p><blockquote class=\"reply\" "
            "dir=\"auto\">{}</blockquote>\n</section>\n",
            escape_html(two.statement), spell_date(two.then_at), escape_html(two.then),
            spell_date(two.now_at), escape_html(two.now));
    }

    void checkins() {
        if (f_.checkins.empty()) return;
        out_ +=
            "<section>\n<h2>What was here, in the check-ins that were kept</h2>\n<div "
            "class=\"scroll\"><table "
            "class=\"close\"><thead><tr><th scope=\"col\">day</th><th scope=\"col\">word</th><th "
            "scope=\"col\" class=\"n\">of 10</th></tr></thead><tbody>\n";
        for (const Checkin& one : f_.checkins)
            out_ += fmt::format("<tr><td>{}</td><td dir=\"auto\">{}</td><td class=\"n\">{}</td></tr>\n",
                                iso_date(one.at), escape_html(one.word),
                                one.strength ? std::to_string(*one.strength) : "");
        out_ += "</tbody></table></div>\n</section>\n";
    }

    const PracticeFigures& f_;
    const Knowledge& k_;
    std::string out_;
};

}  // namespace

std::string practice_html(const PracticeFigures& figures, const Knowledge& knowledge) {
    return Page(figures, knowledge).write();
}

}  // namespace attune
