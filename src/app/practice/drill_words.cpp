// SPDX-License-Identifier: MIT
#include "app/practice/drill_words.h"

#include <algorithm>

#include "app/coaching_text.h"
#include "app/practice/talk_words.h"
#include "app/wrap.h"
#include "rules/evidence.h"

namespace attune {
namespace {

using Outcome = DrillAnswer::Outcome;

std::string title_of(const Knowledge& knowledge, std::size_t pattern) {
    return std::string(knowledge.text(knowledge.patterns()[pattern].title));
}

// "anger, hurt or sadness".
std::string nouns_of(const Knowledge& knowledge, std::uint32_t families) {
    std::vector<std::string> nouns;
    for (std::size_t f = 0; f < knowledge.families().size(); ++f)
        if ((families >> f & 1U) != 0) nouns.emplace_back(knowledge.text(knowledge.families()[f].noun));
    std::string out;
    for (std::size_t i = 0; i < nouns.size(); ++i)
        out += (i == 0 ? "" : i + 1 == nouns.size() ? " or " : ", ") + nouns[i];
    return out;
}

// Better words for the moment, where the exercise has none of its own.
std::string better_words(Coach& coach, const Task& task) {
    Reading reading;
    const Exchange exchange{task.says, ""};
    coach.read(exchange, reading);
    RewriteOptions options;
    options.at_most = 1;
    options.relation = task.relation;
    const auto rewrites = coach.rewrite(exchange, reading, options);
    return rewrites.empty() ? "" : rewrites.front().text;
}

void show_why(Page& page, const Task& task) {
    if (task.why.empty()) return;
    page.put(hang("  ", sentence_case(task.why) + ".", 2, page.screen()));
}

void show_word(Page& page, const Knowledge& knowledge, const DrillAnswer& answer) {
    const auto noun = [&](std::size_t family) {
        return std::string(knowledge.text(knowledge.families()[family].noun));
    };
    switch (answer.outcome) {
        case Outcome::unclear:
            page.say(
                answer.suggestion.empty()
                    ? "That is no feeling word that I know. Another one: sad, angry, afraid, ashamed, glad?"
                    : "That is no feeling word that I know; did you mean `" + answer.suggestion + "`?");
            return;
        case Outcome::done:
            page.put("\n" +
                     hang("  ", "Yes, " + noun(*answer.family) + " is heard in it.", 2, page.screen()));
            show_why(page, answer.task);
            return;
        case Outcome::close:
            page.put("\n" + hang("  ",
                                 "Near to it: " + noun(*answer.family) +
                                     " may play a part. Something else speaks louder in the words.",
                                 2, page.screen()));
            break;
        case Outcome::not_yet:
        case Outcome::risk:
            page.put("\n" + hang("  ",
                                 "Their words do not sound like " + noun(*answer.family) +
                                     ". What happened, and how would that be?",
                                 2, page.screen()));
            break;
    }
    if (!answer.moves_on) return;
    page.say("What is heard in it: " + nouns_of(knowledge, answer.task.families) + ".");
    show_why(page, answer.task);
}

void show_draft(Page& page, const Knowledge& knowledge, const Drill& drill, const Mastery* mastery) {
    const DrillAnswer& answer = *drill.last();
    page.put("\n");
    show_reading(page, knowledge, answer.read, answer.reading, mastery, clean_line(answer.reading));
    if (answer.outcome == Outcome::done) return show_why(page, answer.task);
    if (answer.outcome == Outcome::not_yet) return;
    if (drill.skill().drill == DrillKind::turn)
        page.put(hang("  ",
                      answer.reading.closed_questions > 0
                          ? "A yes or no would answer it. What or how would open it."
                          : "What is looked for here is a question that they can answer in their own words.",
                      2, page.screen()));
    else
        page.put(hang("  ",
                      "What is looked for here: " + std::string(knowledge.text(drill.skill().about)) + ".", 2,
                      page.screen()));
}

void show_spotting(Page& page, const Knowledge& knowledge, const DrillAnswer& answer) {
    const auto say = [&](const std::string& words) { page.put("\n" + hang("  ", words, 2, page.screen())); };
    if (answer.outcome == Outcome::unclear) {
        if (!answer.suggestion.empty())
            return page.say("How does it miss: `" + answer.suggestion + "`, perhaps?");
        if (answer.reply) {
            std::string names;
            for (const CodeInfo& pattern : knowledge.patterns())
                names += (names.empty() ? "" : ", ") + std::string(knowledge.text(pattern.name));
            return page.say("And how does it miss? One of: " + names + ".");
        }
        return page.say("Say the number of the reply that misses, 1 to " +
                        std::to_string(answer.task.replies.size()) + ", and how, as in: 2 fixing");
    }
    if (answer.outcome == Outcome::not_yet) {
        const auto kept = keepsakes(answer.reading, {}, 1);
        if (!kept.empty()) {
            page.put("\n" + show_keepsake(knowledge, answer.read, kept.front(), page.screen()));
            page.put(hang("  ", "This one stays with them.", 2, page.screen()));
        } else {
            say("Nothing in that one pushes them away.");
        }
        return;
    }
    if (answer.outcome == Outcome::done) {
        const auto flagged = gravest_first(answer.reading, flagged_from);
        say("Yes, that one.");
        page.put(show_findings(knowledge, answer.read, flagged, page.screen()));
        return show_why(page, answer.task);
    }
    say("That one misses, yes. It has another name than " + title_of(knowledge, *answer.pattern) + ".");
}

void reveal_spot(Page& page, const Knowledge& knowledge, Coach& coach, const Task& task) {
    for (std::size_t i = 0; i < task.replies.size(); ++i) {
        const SpotReply& reply = task.replies[i];
        if (reply.pattern == SpotReply::no_pattern) continue;
        const std::string text{knowledge.text(reply.text)};
        Reading reading;
        coach.read({task.says, text}, reading);
        page.say("It is " + std::to_string(i + 1) + ", " + title_of(knowledge, reply.pattern) + ":");
        page.put("\n" + show_findings(knowledge, text, gravest_first(reading, flagged_from), page.screen()));
    }
    show_why(page, task);
}

}  // namespace

void show_task(Page& page, const Knowledge& knowledge, const Drill& drill) {
    const Task& task = drill.task();
    page.say(knowledge.text(drill.skill().task));
    page.quote(std::string(speaker_of(task.relation)) + " says:", task.says);
    if (!task.thought.empty()) page.quote("The judgment:", task.thought);
    if (task.replies.empty()) return;
    page.put("\n");
    for (std::size_t i = 0; i < task.replies.size(); ++i)
        page.put(hang("  " + std::to_string(i + 1) + "  ", knowledge.text(task.replies[i].text), 5,
                      page.screen()));
}

void show_answer(Page& page, const Knowledge& knowledge, Coach& coach, const Drill& drill,
                 const Mastery* mastery) {
    const DrillAnswer& answer = *drill.last();
    switch (drill.skill().drill) {
        case DrillKind::name:
            show_word(page, knowledge, answer);
            break;
        case DrillKind::spot:
            show_spotting(page, knowledge, answer);
            break;
        case DrillKind::draft:
        case DrillKind::turn:
            show_draft(page, knowledge, drill, mastery);
            break;
    }
    const bool done = answer.outcome == Outcome::done;
    const bool drafted = drill.skill().drill != DrillKind::spot;
    if (answer.outcome == Outcome::unclear) return;
    if (answer.moves_on && !done && !drafted) reveal_spot(page, knowledge, coach, answer.task);
    // An alternative, and no more than one: after a miss, and where the word was found, to give it back.
    const bool named = drill.skill().drill == DrillKind::name;
    if (drafted && (named ? answer.moves_on : !done)) show_offer(page, coach, answer.task);
    if (!answer.moves_on) page.say("Try it again, or :skip.");
}

void explain_answer(Page& page, const Knowledge& knowledge, const Drill& drill) {
    const DrillAnswer* answer = drill.last();
    if (answer == nullptr || answer->outcome == Outcome::unclear)
        return page.say("Nothing has been answered yet.");
    if (answer->outcome == Outcome::risk)
        return page.say("Someone may be in danger there; that comes before wording.");
    switch (drill.skill().drill) {
        case DrillKind::name:  // while it is tried again, the word is still to be found
            if (!answer->moves_on) return page.say("Picture what happened, and how that would be for you.");
            break;
        case DrillKind::spot:
            explain_draft(page, knowledge, "That reply:", answer->read, answer->reading);
            break;
        case DrillKind::draft:
        case DrillKind::turn:
            explain_draft(page, knowledge, "Your draft:", answer->read, answer->reading);
            break;
    }
    page.put("\n");
    show_why(page, answer->task);
}

void show_offer(Page& page, Coach& coach, const Task& task) {
    const std::string offer = task.offer.empty() ? better_words(coach, task) : std::string(task.offer);
    if (offer.empty()) return page.say("There is nothing better to offer here than to stay and listen.");
    page.label("One way to say it:");
    for (std::string_view lead = "  - ";
         const LaidLine& line : lay_out(offer, {}, page.screen().width - 4, false)) {
        page.put(std::string(lead) + page.screen().in(Ink::offer, line.text) + "\n");
        lead = "    ";
    }
}

}  // namespace attune
