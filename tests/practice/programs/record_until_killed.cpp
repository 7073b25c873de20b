// SPDX-License-Identifier: MIT
//
// Records drafts for ever, and says of each that it was recorded: check_kills.py ends it. Now and then it
// opens the history anew and tidies it up, so that a kill meets these too.
//
//   attune-record-until-killed HISTORY NAME
#include <unistd.h>

#include <cstdio>
#include <optional>
#include <string>

#include "practice/history.h"

using namespace attune;

namespace {

Attempt draft(const std::string& name, int number) {
    Attempt attempt;
    attempt.scenario = name;
    attempt.at = number;
    attempt.landing = Landing::missed;
    attempt.patterns = {"fixing"};
    attempt.rules = {"fixing.direct.you-should"};
    attempt.draft = std::string(static_cast<std::size_t>(number * 37 % 900), 'x');
    return attempt;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    try {
        std::optional<History> history;
        for (int number = 1;; ++number) {
            if (number % 7 == 1) {
                history.reset();
                history.emplace(argv[1]);
                history->choose(Keeping::texts);
            }
            if (number % 11 == 0) history->forget(Instant{0});  // erases nothing, and rewrites the file
            history->record(draft(argv[2], number));
            const std::string said = std::to_string(number) + "\n";
            if (::write(STDOUT_FILENO, said.data(), said.size()) < 0) return 1;
        }
    } catch (const HistoryError& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
