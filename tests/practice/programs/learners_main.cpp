// SPDX-License-Identifier: MIT
//
// Five learners, thirty days each: prints what their histories look like, and holds the order of practice to
// what it promises them. Exit 1 when it breaks a promise.
//
//   attune-learners [NAME]
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "app/history/presenter.h"
#include "learner.h"
#include "packs/builtin.h"

using namespace attune;
using namespace attune::simulation;

namespace {

int broken = 0;

void expect(bool holds, const std::string& what) {
    if (holds) return;
    ++broken;
    fmt::print("BROKEN: {}\n", what);
}

void show_days(const Course& course) {
    fmt::print("  day   due (missed)  new  drafts  landed first  mended  patterns settled\n");
    for (const Day& day : course.days)
        fmt::print("  {:>3}  {:>4} {:>8} {:>4} {:>7} {:>10}/{:<2} {:>7} {:>17}\n", day.number + 1, day.due,
                   fmt::format("({})", day.due_after_miss.size()), day.fresh, day.drafts, day.landed_at_first,
                   moments_a_day, day.repaired, day.patterns_settled);
}

// What was missed comes before anything else on the day that it is due.
void check_missed_come_first(const Habits& habits, const Course& course) {
    for (const Day& day : course.days) {
        const auto is_missed = [&](std::uint32_t s) {
            return std::find(day.due_after_miss.begin(), day.due_after_miss.end(), s) !=
                   day.due_after_miss.end();
        };
        const auto end = std::find_if_not(day.scenarios.begin(), day.scenarios.end(), is_missed);
        const auto most = std::min<std::size_t>(day.due_after_miss.size(), moments_a_day);
        expect(static_cast<std::size_t>(end - day.scenarios.begin()) == most,
               fmt::format("{}, day {}: {} missed moments are due, {} come first", habits.name,
                           day.number + 1, day.due_after_miss.size(), end - day.scenarios.begin()));
    }
}

// On no day is more due than three days' practice; after two weeks away not more than was ever seen.
void check_nobody_drowns(const Habits& habits, const Course& course) {
    for (const Day& day : course.days)
        expect(
            day.due <= 3 * moments_a_day || (!habits.stays_away.empty() && day.number >= 21 && day.due <= 80),
            fmt::format("{}, day {}: {} are due", habits.name, day.number + 1, day.due));
    std::set<std::uint32_t> seen;
    for (const Day& day : course.days) seen.insert(day.scenarios.begin(), day.scenarios.end());
    expect(seen.size() >= 20, fmt::format("{} met only {} scenarios", habits.name, seen.size()));
}

// In the last ten days what had settled before comes less often than what had not.
void check_settled_come_less(const Habits& habits, const Course& course, const Knowledge& knowledge) {
    const int from = days - 10;
    std::vector<Attempt> before;
    for (const Attempt& attempt : course.attempts)
        if (attempt.at < first_day + from * one_day) before.push_back(attempt);
    const Mastery mastery(knowledge, before, first_day + from * one_day);
    double visits[2] = {}, scenarios[2] = {};
    for (std::uint32_t s = 0; s < knowledge.scenarios().size(); ++s) {
        if (!mastery.scenario(s).known()) continue;
        const int kind = mastery.scenario(s).mastered ? 1 : 0;
        scenarios[kind] += 1;
        for (const Day& day : course.days)
            if (day.number >= from)
                visits[kind] +=
                    static_cast<double>(std::count(day.scenarios.begin(), day.scenarios.end(), s));
    }
    if (scenarios[0] < 5 || scenarios[1] < 5) return;  // too few to tell
    const double open = visits[0] / scenarios[0], settled = visits[1] / scenarios[1];
    fmt::print("  In the last ten days a moment that had settled came {:.1f} times, another {:.1f} times.\n",
               settled, open);
    expect(settled < open, fmt::format("{}: what had settled came no less often", habits.name));
}

void check_learning_shows(const Habits& habits, const PracticeFigures& figures, const Knowledge& knowledge) {
    if (habits.name != "fixer") return;
    for (const PatternFigures& one : figures.patterns)
        if (knowledge.text(knowledge.patterns()[one.pattern].name) == "fixing")
            expect(one.change == Change::less && one.standing.mastered, "the fixer's fixing did not settle");
}

}  // namespace

int main(int argc, char** argv) {
    const Knowledge knowledge(builtin_blob());
    Coach coach(knowledge);
    Screen screen;
    for (const Habits& habits : all_habits()) {
        if (argc > 1 && habits.name != argv[1]) continue;
        const Course course = practise(coach, habits);
        fmt::print("\n== The {} {}\n", habits.name, habits.about);
        show_days(course);
        check_missed_come_first(habits, course);
        check_nobody_drowns(habits, course);
        check_settled_come_less(habits, course, knowledge);
        const PracticeFigures figures =
            practice_figures(knowledge, course.attempts, {}, first_day + days * one_day);
        check_learning_shows(habits, figures, knowledge);
        fmt::print("\n{}", practice_text(figures, knowledge, screen, Pictures::blocks));
    }
    if (broken > 0) fmt::print("\n{} promises broken\n", broken);
    return broken == 0 ? 0 : 1;
}
