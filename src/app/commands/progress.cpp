// SPDX-License-Identifier: MIT
#include "app/commands/progress.h"

#include <ctime>

#include "app/console.h"
#include "app/history/presenter.h"
#include "app/packs_in_use.h"
#include "app/whole_file.h"
#include "app/wrap.h"

namespace attune {
namespace {

enum class Format : std::uint8_t { text, json, csv, html };

Format format_of(std::string_view name) {
    return name == "json"   ? Format::json
           : name == "csv"  ? Format::csv
           : name == "html" ? Format::html
                            : Format::text;
}

struct Kept {
    Keeping keeping = Keeping::unasked;
    std::vector<Attempt> attempts;
    std::vector<Checkin> checkins;
};

// Nothing is made where nothing is kept.
Kept read_history() {
    const std::string path = History::usual_path();
    if (!History::exists(path)) return {};
    const History history(path);
    return {history.keeping(), history.attempts(), history.checkins()};
}

std::string how_to_begin(Keeping keeping, const Screen& screen) {
    switch (keeping) {
        case Keeping::unasked:
            return hang(
                "",
                "Nothing is kept yet, so there is nothing to show. On a terminal `attune practice` asks "
                "once whether to keep how drafts land; after a few of them this page shows what changes. "
                "One moment is a good beginning.",
                0, screen);
        case Keeping::nothing:
            return hang(
                "",
                "Nothing is kept, as you wished. Should you want to see what changes: `attune forget` "
                "clears that answer, and the next `attune practice` asks again.",
                0, screen);
        case Keeping::figures:
        case Keeping::texts:
            return hang("", "Nothing is here yet. One moment of `attune practice` is a good beginning.", 0,
                        screen);
    }
    return {};
}

int run_progress(const Arguments& arguments, Console& console) {
    const Format format = format_of(arguments.value("--format").value_or("text"));
    const auto library = open_packs(arguments);
    const Knowledge& knowledge = library->knowledge();
    const Kept kept = read_history();
    const PracticeFigures figures =
        practice_figures(knowledge, kept.attempts, kept.checkins, static_cast<Instant>(std::time(nullptr)));

    const auto file = arguments.value("--output");
    const bool plain = arguments.has("--plain");
    Screen screen = plain ? plain_screen() : console.screen;
    if (file) screen.color = false;
    const std::string shown = format == Format::json   ? practice_json(figures, knowledge)
                              : format == Format::csv  ? practice_csv(figures, knowledge)
                              : format == Format::html ? practice_html(figures, knowledge)
                              : figures.empty()
                                  ? how_to_begin(kept.keeping, screen)
                                  : practice_text(figures, knowledge, screen, find_pictures(plain));
    if (!file) {
        console.out.write(shown);
        return 0;
    }
    WholeFile whole(*file);
    whole.output().write(shown);
    whole.commit();
    return 0;
}

constexpr Usage examples[] = {
    {"attune progress", "what changed, and what is ready to come round again"},
    {"attune progress --format html --output practice.html", "a page to look at"},
};

constexpr Flag flags[] = {
    {"--format", "FORMAT", "how to show the figures", "text|json|csv|html", 0},
    {"--output", "FILE", "write there, whole or not at all, in place of standard output", "", 'o',
     Names::file},
    {"--plain", "", "numbers in place of pictures; reads well aloud", "", 0},
};

}  // namespace

const Command progress_command = {
    "progress",
    "see what your practice changed, and what comes round again",
    "Only first drafts count: what comes after the feedback does not show what stayed. A moment comes round "
    "again after 1, 3, 7 and 21 days, sooner when it was not met. A pattern has settled when four of its "
    "last "
    "five moments were clean, one of them a day after another.",
    examples,
    flags,
    {},
    run_progress,
};

}  // namespace attune
