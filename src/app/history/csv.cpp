// SPDX-License-Identifier: MIT
//
// Tidy rows for R, pandas and spreadsheets: when, what was counted, its name, the count, and what it is out
// of.
#include <fmt/format.h>

#include "app/csv_cell.h"
#include "app/history/dates.h"
#include "app/history/presenter.h"

namespace attune {

std::string practice_csv(const PracticeFigures& figures, const Knowledge& knowledge) {
    std::string out = "begins,what,name,count,of\n";
    const auto row = [&](Instant at, std::string_view what, std::string_view name, const Share& share) {
        if (share.whole > 0)
            out +=
                fmt::format("{},{},{},{},{}\n", iso_date(at), what, csv_cell(name), share.part, share.whole);
    };
    for (std::size_t week = 0; week < figures.weeks.size(); ++week) {
        row(figures.week_begin(week), "landed", "", figures.weeks[week]);
        for (const PatternFigures& one : figures.patterns)
            row(figures.week_begin(week), "pattern", knowledge.text(knowledge.patterns()[one.pattern].name),
                one.weeks[week]);
    }
    for (const Checkin& one : figures.checkins)
        out += fmt::format("{},checkin,{},{},{}\n", iso_date(one.at), csv_cell(one.word),
                           one.strength ? std::to_string(*one.strength) : "", one.strength ? "10" : "");
    return out;
}

}  // namespace attune
