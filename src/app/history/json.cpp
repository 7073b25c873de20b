// SPDX-License-Identifier: MIT
#include <string_view>

#include "app/history/dates.h"
#include "app/history/presenter.h"
#include "app/json_writer.h"

namespace attune {
namespace {

class Document {
  public:
    Document(const PracticeFigures& figures, const Knowledge& knowledge)
        : f_(figures), k_(knowledge), out_(text_) {}

    std::string write() {
        out_.begin_object();
        number("version", 1);
        text("until", iso_time(f_.now));
        number("drafts", f_.drafts);
        number("repairs", f_.repairs);
        share("landed", f_.landed);
        weeks();
        patterns();
        moves();
        scenarios();
        due_patterns();
        then_and_now();
        checkins();
        out_.end_object();
        return text_ + "\n";
    }

  private:
    void weeks() {
        out_.key("weeks");
        out_.begin_array();
        for (std::size_t i = 0; i < f_.weeks.size(); ++i) {
            out_.begin_object();
            text("begins", iso_time(f_.week_begin(i)));
            share("landed", f_.weeks[i]);
            out_.end_object();
        }
        out_.end_array();
    }

    void patterns() {
        out_.key("patterns");
        out_.begin_array();
        for (const PatternFigures& one : f_.patterns) {
            out_.begin_object();
            text("pattern", k_.text(k_.patterns()[one.pattern].name));
            course(one.all, one.at_first, one.lately, one.change);
            out_.key("weeks");
            out_.begin_array();
            for (const Share& week : one.weeks) share(week);
            out_.end_array();
            out_.key("settled");
            out_.boolean(one.standing.mastered);
            text("due", iso_time(one.standing.due));
            out_.end_object();
        }
        out_.end_array();
    }

    void moves() {
        out_.key("moves");
        out_.begin_array();
        for (const MoveFigures& one : f_.moves) {
            out_.begin_object();
            text("move", k_.text(k_.moves()[one.move].name));
            course(one.all, one.at_first, one.lately, one.change);
            out_.end_object();
        }
        out_.end_array();
    }

    void course(const Share& all, const Share& at_first, const Share& lately, Change change) {
        share("came_up", all);
        share("at_first", at_first);
        share("lately", lately);
        out_.key("change");
        constexpr std::string_view changes[] = {"", "less", "same", "more"};
        if (change == Change::unknown)
            out_.raw("null");
        else
            out_.string(changes[static_cast<std::size_t>(change)]);
    }

    void scenarios() {
        out_.key("scenarios");
        out_.begin_object();
        number("seen", f_.scenarios_seen);
        number("settled", f_.scenarios_settled);
        number("due", f_.due);
        number("due_after_miss", f_.due_after_miss);
        out_.end_object();
    }

    void due_patterns() {
        out_.key("due_patterns");
        out_.begin_array();
        for (const std::size_t pattern : f_.due_patterns) out_.string(k_.text(k_.patterns()[pattern].name));
        out_.end_array();
    }

    void then_and_now() {
        out_.key("then_and_now");
        if (!f_.then_and_now) return out_.raw("null");
        const ThenAndNow& two = *f_.then_and_now;
        out_.begin_object();
        text("scenario", two.scenario);
        text("statement", two.statement);
        text("then", two.then);
        text("then_at", iso_time(two.then_at));
        text("now", two.now);
        text("now_at", iso_time(two.now_at));
        out_.end_object();
    }

    void checkins() {
        out_.key("checkins");
        out_.begin_array();
        for (const Checkin& one : f_.checkins) {
            out_.begin_object();
            text("at", iso_time(one.at));
            text("word", one.word);
            out_.key("strength");
            if (one.strength)
                out_.number(*one.strength);
            else
                out_.raw("null");
            out_.end_object();
        }
        out_.end_array();
    }

    void number(std::string_view key, int value) {
        out_.key(key);
        out_.number(value);
    }
    void text(std::string_view key, std::string_view value) {
        out_.key(key);
        out_.string(value);
    }
    void share(std::string_view key, const Share& value) {
        out_.key(key);
        share(value);
    }
    void share(const Share& value) {
        out_.begin_object();
        number("count", value.part);
        number("of", value.whole);
        out_.end_object();
    }

    const PracticeFigures& f_;
    const Knowledge& k_;
    std::string text_;
    JsonWriter out_;
};

}  // namespace

std::string practice_json(const PracticeFigures& figures, const Knowledge& knowledge) {
    return Document(figures, knowledge).write();
}

}  // namespace attune
