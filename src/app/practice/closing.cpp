// SPDX-License-Identifier: MIT
#include "app/practice/closing.h"

#include <vector>

#include "app/wrap.h"

namespace attune {
namespace {

std::string count(std::uint64_t n, std::string_view one, std::string_view many) {
    return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

}  // namespace

void show_tally(Page& page, const SessionTally& tally) {
    const auto line = [&](const std::string& words) { page.put(hang("  ", words, 2, page.screen())); };
    page.put("\n");
    std::string landed = std::to_string(tally.landed) + " of " +
                         count(static_cast<std::uint64_t>(tally.drafts), "draft", "drafts") + " landed";
    if (tally.repaired > 0)
        landed += ", " + std::to_string(tally.repaired) + " of them " +
                  (tally.repaired == 1 ? "a repair" : "repairs");
    line(landed + ".");
    if (tally.open_questions + tally.closed_questions == 0)
        line("No question was asked.");
    else
        line(count(tally.open_questions, "open question", "open questions") + " to " +
             count(tally.closed_questions, "closed one", "closed ones") + ".");
    const std::size_t all = tally.own_words + tally.heard_words;
    if (all > 0) line(std::to_string((tally.own_words * 100 + all / 2) / all) + " of 100 words were yours.");
}

void show_exercises(Page& page, int done, int tries) {
    page.put("\n" + hang("  ",
                         count(static_cast<std::uint64_t>(done), "exercise", "exercises") + " done in " +
                             count(static_cast<std::uint64_t>(tries), "try", "tries") + ".",
                         2, page.screen()));
}

void show_reminder(Page& page, const Knowledge& knowledge, std::uint64_t seed) {
    std::vector<std::string_view> lines;
    for (const Phrase& phrase : knowledge.phrases())
        if (knowledge.text(phrase.bank) == "reminder") lines.push_back(knowledge.text(phrase.text));
    if (!lines.empty()) page.say(lines[seed % lines.size()]);
}

}  // namespace attune
