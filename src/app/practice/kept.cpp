// SPDX-License-Identifier: MIT
#include "app/practice/kept.h"

#include <ctime>

#include "text/utf8.h"

namespace attune {
namespace {

// What a line says to the question; nothing for one that says neither yes nor no.
std::optional<Keeping> read_wish(std::string_view line) {
    const std::string word = to_lower(line.substr(0, line.find_last_not_of(" \t") + 1));
    if (word == "y" || word == "yes") return Keeping::figures;
    if (word == "w" || word == "words") return Keeping::texts;
    if (word.empty() || word == "n" || word == "no") return Keeping::nothing;
    return std::nullopt;
}

Keeping ask(LineReader& lines, Page& page) {
    page.say(
        "One question, asked only once. May attune keep how your drafts land, so that what was missed comes "
        "round again and `attune progress` can show what changes? It stays on this computer, and without the "
        "words you write. `attune forget` erases it.");
    std::string line;
    for (;;) {
        page.say("y for yes, w for yes and the words too, Enter for no.");
        page.turn("\n\n");
        if (lines.read(page.prompt(), line) != LineState::typed) return Keeping::unasked;
        if (const auto wish = read_wish(line)) return *wish;
    }
}

}  // namespace

Kept open_kept(const Knowledge& knowledge, LineReader* asked, Page& page) {
    Kept kept;
    const std::string path = History::usual_path();
    if (path.empty() || (asked == nullptr && !History::exists(path))) return kept;
    try {
        std::optional<History> history;
        Keeping keeping = Keeping::unasked;
        if (History::exists(path)) {
            history.emplace(path);
            keeping = history->keeping();
        }
        if (keeping == Keeping::unasked && asked != nullptr) {
            keeping = ask(*asked, page);
            if (keeping == Keeping::unasked) return kept;
            if (!history) history.emplace(path);
            history->choose(keeping);
        }
        if (keeping != Keeping::figures && keeping != Keeping::texts) return kept;
        kept.mastery.emplace(knowledge, history->attempts(), static_cast<Instant>(std::time(nullptr)));
        kept.recorder.emplace(std::move(*history));
    } catch (const HistoryError& trouble) {
        page.say(std::string(trouble.what()) + ". Practice goes on, and nothing is kept.");
    }
    return kept;
}

}  // namespace attune
