// SPDX-License-Identifier: MIT
#include "app/commands/forget.h"

#include <fmt/format.h>

#include "app/complaint.h"
#include "app/console.h"
#include "app/history/dates.h"
#include "app/input.h"
#include "app/wrap.h"
#include "practice/history.h"
#include "text/utf8.h"

namespace attune {
namespace {

std::optional<Instant> read_before(const Arguments& arguments) {
    const auto text = arguments.value("--before");
    if (!text) return std::nullopt;
    const auto date = read_date(*text);
    if (!date)
        throw usage_complaint("`--before` takes a day such as 2026-01-31, not `" + printable(*text) + "`",
                              "");
    return date;
}

bool is_yes(std::string_view line) {
    return line == "y" || line == "Y" || line == "yes" || line == "Yes" || line == "YES";
}

// Asks on a terminal; elsewhere there is nobody to ask.
bool is_meant(const Arguments& arguments, std::optional<Instant> before, Console& console) {
    if (arguments.has("--yes")) return true;
    Input input("-");
    if (!input.is_terminal())
        throw usage_complaint("nothing was erased, as nobody is here to ask", "add --yes where it is meant");
    console.err.write(
        before ? fmt::format("Erase what was kept before {}, for good? (y/n) ", spell_date(*before))
               : "Erase all that was kept, for good? (y/n) ");
    console.err.flush();
    std::string line(64, '\0');
    line.resize(input.read(line.data(), line.size()));
    line.erase(line.find_last_not_of(" \t\r\n") + 1);
    return is_yes(line);
}

std::string counted(std::uint64_t number, std::string_view what) {
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

std::string spell_erased(const History::Erased& erased) {
    std::string what;
    if (erased.attempts > 0) what = counted(erased.attempts, "draft");
    if (erased.checkins > 0) what += (what.empty() ? "" : " and ") + counted(erased.checkins, "check-in");
    const std::string first = spell_date(erased.first), last = spell_date(erased.last);
    return "Erased " + what + ", of " + (first == last ? first : first + " to " + last) + ".";
}

int run_forget(const Arguments& arguments, Console& console) {
    const auto before = read_before(arguments);
    const std::string path = History::usual_path();
    const auto say = [&](std::string_view words) { console.out.write(hang("", words, 0, console.screen)); };
    if (!History::exists(path)) {
        say("Nothing was kept, so there is nothing to erase.");
        return 0;
    }
    History history(path);
    if (!is_meant(arguments, before, console)) {
        say("Nothing was erased.");
        return 0;
    }
    const History::Erased erased = history.forget(before);
    if (erased.attempts + erased.checkins > 0)
        say(spell_erased(erased));
    else
        say(before ? "Nothing was kept from before that day." : "No draft was kept.");
    if (before) return 0;
    if (erased.in_use)
        say("Another attune is open and goes on as it began; end it and forget once more to remove the empty "
            "file as well.");
    else
        say("The file is gone as well. The next practice asks anew whether to keep anything.");
    return 0;
}

constexpr Usage examples[] = {
    {"attune forget", "erase all that was kept of your practice"},
    {"attune forget --before 2026-01-31", "only what is older"},
};

constexpr Flag flags[] = {
    {"--before", "DATE", "only what was kept before that day, such as 2026-01-31", "", 0},
    {"--yes", "", "do not ask", "", 'y'},
};

}  // namespace

const Command forget_command = {
    "forget",
    "erase what was kept of your practice, for good",
    "What is erased is overwritten in the file before it is removed. Copies that a backup made are beyond "
    "reach.",
    examples,
    flags,
    {},
    run_forget,
};

}  // namespace attune
