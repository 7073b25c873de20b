// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "app/history/dates.h"
#include "app/history/presenter.h"
#include "app/wrap.h"
#include "text/utf8.h"

namespace attune {
namespace {

constexpr std::size_t title_columns = 26, narrow = 64;

std::string of(const Share& share) {
    return fmt::format("{} of {}", share.part, share.whole);
}

std::string counted(int number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

class Page {
  public:
    Page(const PracticeFigures& figures, const Knowledge& knowledge, const Screen& screen, Pictures pictures)
        : f_(figures), k_(knowledge), screen_(screen), pictures_(pictures) {}

    std::string write() {
        if (f_.drafts > 0) {
            landed();
            patterns();
            moves();
            due();
            then_and_now();
        }
        checkins();
        return std::move(out_);
    }

  private:
    void landed() {
        const int weeks = static_cast<int>(f_.weeks.size());
        say(fmt::format("{} kept, over {}.", counted(f_.drafts, "draft is", "drafts are"),
                        counted(weeks, "week", "weeks")));
        heading("Moments that landed");
        row("at the first draft", f_.weeks, f_.landed.whole == 0 ? "none yet" : of(f_.landed));
        if (f_.repairs > 0)
            put(hang("  ",
                     fmt::format("{} mended afterwards, which is a skill of its own.",
                                 counted(f_.repairs, "miss was", "misses were")),
                     2, screen_));
        if (pictures_ != Pictures::words && weeks > 1)
            put(hang("  ", "Each mark is a week, the newest last; higher is more.", 2, screen_));
    }

    void patterns() {
        std::string settled;
        bool any = false;
        for (const PatternFigures& one : f_.patterns) {
            const std::string title{k_.text(k_.patterns()[one.pattern].title)};
            if (one.all.part == 0) continue;
            if (!any) heading("What came up, of the moments that invite it");
            any = true;
            row(title, one.weeks, course(one.all, one.at_first, one.lately, one.change));
        }
        for (const PatternFigures& one : f_.patterns)
            if (one.standing.mastered)
                settled +=
                    (settled.empty() ? "" : ", ") + std::string(k_.text(k_.patterns()[one.pattern].title));
        if (!settled.empty()) put(hang("  ", "Settled: " + settled + ".", 2, screen_));
    }

    void moves() {
        if (f_.moves.empty()) return;
        heading("What reached them, of all first drafts");
        for (const MoveFigures& one : f_.moves)
            if (one.change == Change::unknown || one.at_first.part + one.lately.part > 0)
                row(std::string(k_.text(k_.moves()[one.move].title)), {},
                    course(one.all, one.at_first, one.lately, one.change));
    }

    static std::string course(const Share& all, const Share& at_first, const Share& lately, Change change) {
        if (change == Change::unknown) return of(all) + " so far";
        const std::string_view word = change == Change::less   ? "less often"
                                      : change == Change::more ? "more often"
                                                               : "about as often";
        return fmt::format("at first {}, lately {}: {}", of(at_first), of(lately), word);
    }

    void due() {
        heading("Ready to come round again");
        if (f_.due == 0 && f_.due_patterns.empty()) {
            put(hang("  ", "Nothing just now; new moments wait whenever you like.", 2, screen_));
            return;
        }
        if (f_.due > most_due_told)
            put(hang("  ", "Plenty of moments; a few at a time are enough.", 2, screen_));
        else if (f_.due > 0)
            put(hang("  ",
                     counted(f_.due, "moment", "moments") +
                         (f_.due_after_miss == 0
                              ? "."
                              : fmt::format(", {} of them not met last time.", f_.due_after_miss)),
                     2, screen_));
        if (!f_.due_patterns.empty()) {
            std::string names;
            for (const std::size_t pattern : f_.due_patterns)
                names += (names.empty() ? "" : ", ") + std::string(k_.text(k_.patterns()[pattern].title));
            put(hang("  ", "Worth another look: " + names + ".", 2, screen_));
        }
        std::string how = "`attune practice` begins with them";
        if (!f_.due_patterns.empty())
            how += fmt::format("; `attune practice --focus {}` stays with one of them",
                               k_.text(k_.patterns()[f_.due_patterns.front()].name));
        put(hang("  ", how + ".", 2, screen_));
    }

    void then_and_now() {
        if (!f_.then_and_now) return;
        const ThenAndNow& two = *f_.then_and_now;
        heading("One moment, then and now");
        if (!two.statement.empty()) put(hang("  ", "They said: " + two.statement, 4, screen_));
        put(hang("  ", spell_date(two.then_at) + ": " + two.then, 4, screen_));
        put(hang("  ", spell_date(two.now_at) + ": " + two.now, 4, screen_));
    }

    void checkins() {
        if (f_.checkins.empty()) return;
        constexpr std::size_t most_shown = 7;
        heading("What was here, in the check-ins you kept");
        const std::size_t first = f_.checkins.size() - std::min(f_.checkins.size(), most_shown);
        for (std::size_t i = first; i < f_.checkins.size(); ++i) {
            const Checkin& one = f_.checkins[i];
            put(hang(fmt::format("  {:<12} ", spell_date(one.at)),
                     one.word + (one.strength ? fmt::format(", {} of 10", *one.strength) : ""), 15, screen_));
        }
    }

    // A title, its course, and words; on a narrow screen the title stands above.
    void row(const std::string& title, std::span<const Share> weeks, const std::string& words) {
        std::string text = words;
        if (pictures_ == Pictures::words) {
            if (!weeks.empty()) text += "; week by week: " + draw_weeks(weeks, pictures_);
            put(hang("  ", title + ": " + text, 4, screen_));
            return;
        }
        std::string picture = draw_weeks(weeks, pictures_);
        if (!picture.empty()) picture += "  ";
        if (screen_.width < narrow) {
            put(hang("  ", title, 4, screen_));
            put(hang("    " + picture, text, 4 + display_width(picture), screen_));
            return;
        }
        std::string lead = "  " + shorten(title, title_columns);
        lead.append(title_columns + 4 - std::min(title_columns + 4, display_width(lead)), ' ');
        lead += picture;
        put(hang(lead, text, display_width(lead), screen_));
    }

    void heading(std::string_view words) {
        if (!out_.empty()) out_ += '\n';
        for (const LaidLine& line : lay_out(words, {}, screen_.width, false))
            out_ += screen_.in(Ink::bold, line.text) + "\n";
    }
    void say(std::string_view words) { put(hang("", words, 0, screen_)); }
    void put(std::string_view text) { out_ += text; }

    const PracticeFigures& f_;
    const Knowledge& k_;
    const Screen& screen_;
    Pictures pictures_;
    std::string out_;
};

}  // namespace

std::string practice_text(const PracticeFigures& figures, const Knowledge& knowledge, const Screen& screen,
                          Pictures pictures) {
    return Page(figures, knowledge, screen, pictures).write();
}

}  // namespace attune
