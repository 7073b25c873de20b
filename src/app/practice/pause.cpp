// SPDX-License-Identifier: MIT
#include "app/practice/pause.h"

#include <algorithm>

#include "app/coaching_text.h"
#include "practice/typed.h"
#include "text/chars.h"

namespace attune {
namespace {

// A longer line is no word for a feeling: somebody has begun to answer.
constexpr std::ptrdiff_t longest_answer = 4;

bool is_longer(std::string_view line) {
    const auto blanks = std::count_if(line.begin(), line.end(), is_blank);
    return blanks >= longest_answer;
}

}  // namespace

Pause::After Pause::take(std::string_view statement, std::optional<std::size_t> family, std::string& line) {
    breathe();
    bool about_them = true;
    for (const std::string_view question :
         {"What might they feel? A word, or Enter.", "And what do you feel? A word, or Enter."}) {
        page_.say(question);
        page_.turn("\n\n");
        const LineState state = lines_.read(page_.prompt(), line);
        if (state == LineState::ended) return After::ended;
        if (state == LineState::abandoned) return After::draft;
        const Typed typed = read_typed(line);
        if (typed.order != Order::draft && typed.order != Order::nothing) return After::typed;
        if (is_longer(typed.text)) return After::typed;
        if (typed.order == Order::nothing) {
            about_them = false;
            continue;
        }
        if (mentions_risk(typed.text)) {
            page_.put("\n" + show_safety_card(coach_.knowledge(), region_, page_.screen()));
            return After::draft;
        }
        if (about_them)
            weigh(statement, family, typed.text);
        else
            page_.say("Noticed. It can sit beside you while you answer them.");
        about_them = false;
    }
    page_.say("And now, what would you say to them?");
    return After::draft;
}

void Pause::breathe() {
    page_.say(page_.screen().plain ? "A breath first." : "A breath first; any key goes on.");
    constexpr int in_seconds = 4, out_seconds = 6;
    if (!tick("  in ", in_seconds)) tick("  out ", out_seconds);
    page_.tick("\n");
}

// True when it was cut short.
bool Pause::tick(std::string_view lead, int seconds) {
    page_.tick(lead);
    for (int s = 0; s < seconds; ++s) {
        if (clock_.rest(std::chrono::seconds(1))) return true;
        if (!page_.screen().plain) page_.tick(".");
    }
    return false;
}

void Pause::weigh(std::string_view statement, std::optional<std::size_t> family, std::string_view word) {
    const Knowledge& knowledge = coach_.knowledge();
    if (!feelings_) feelings_.emplace(knowledge);
    const auto named = feelings_->family_in(word);
    if (!named) {
        const std::string near = feelings_->nearest(word);
        return page_.say(near.empty() ? "Keep that in mind while you answer."
                                      : "Keep that in mind while you answer (`" + near + "`, perhaps?).");
    }
    Reading reading;
    coach_.read({statement, ""}, reading);
    if (!family && !reading.statement.feelings.empty()) family = reading.statement.feelings.front().family;
    if (!family) return page_.say("It may well be. They will tell.");
    const std::string noun{knowledge.text(knowledge.families()[*family].noun)};
    switch (fit_of(knowledge, reading.statement, *family, *named)) {
        case Fit::same:
            return page_.say("Their words sound like " + noun + " too.");
        case Fit::near:
            return page_.say("That may well be in it. Their words lean towards " + noun + ".");
        case Fit::other:
            return page_.say("It may be so. Their words sound more like " + noun + ".");
    }
}

bool Pause::mentions_risk(std::string_view word) {
    Reading reading;
    coach_.read({std::nullopt, word}, reading);
    return reading.risk;
}

}  // namespace attune
