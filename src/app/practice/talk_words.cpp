// SPDX-License-Identifier: MIT
#include "app/practice/talk_words.h"

#include <algorithm>

#include "app/coaching_text.h"
#include "app/word_diff.h"
#include "app/wrap.h"
#include "rules/evidence.h"

namespace attune {
namespace {

constexpr std::size_t findings_at_once = 2;

constexpr std::string_view speakers[] = {
    "Your partner",           "Your child",      "Your teenager", "A friend",         "Your parent",
    "Your sister or brother", "Someone at work", "A neighbour",   "Someone you help", "A voice inside you",
    "Someone you don't know"};
static_assert(std::size(speakers) == std::size(relation_names));

// How much is said about a draft is what its least practised finding needs.
Fading fading_of(std::span<const Finding* const> flagged, const Mastery* mastery) {
    if (mastery == nullptr || flagged.empty()) return Fading::full;
    Fading least = Fading::least;
    for (const Finding* finding : flagged) least = std::min(least, mastery->fading(finding->pattern));
    return least;
}

std::vector<const Finding*> at_most_two(const Reading& reading) {
    auto flagged = gravest_first(reading, flagged_from);
    flagged.resize(std::min(flagged.size(), findings_at_once));
    return flagged;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The words of one fate, as stretches of the text they stand in; words side by side are one stretch.
std::vector<Span> spans_of(const std::vector<DiffWord>& diff, DiffWord::Fate fate, std::string_view text) {
    std::vector<Span> spans;
    for (const DiffWord& word : diff) {
        if (word.fate != fate) continue;
        const auto begin = static_cast<std::uint32_t>(word.text.data() - text.data());
        const auto end = begin + static_cast<std::uint32_t>(word.text.size());
        if (!spans.empty() && is_blank(text.substr(spans.back().end, begin - spans.back().end)))
            spans.back().end = end;
        else
            spans.push_back({begin, end});
    }
    return spans;
}

void show_marked(Page& page, std::string_view lead, std::string_view text, std::span<const Span> marked) {
    const Screen& screen = page.screen();
    if (screen.plain) {
        page.put(hang("", std::string(lead) + " " + std::string(text), 0, screen));
        return;
    }
    page.put("  " + screen.in(Ink::faint, lead) + "\n");
    for (const LaidLine& line : lay_out(text, marked, screen.width - 4, screen.color)) {
        page.put("    " + line.text + "\n");
        if (!line.marks.empty()) page.put("    " + line.marks + "\n");
    }
}

// The draft and better words, one below the other. What differs is marked where something stays.
void show_contrast(Page& page, std::string_view draft, const Rewrite& rewrite) {
    const auto diff = diff_words(draft, rewrite.text);
    const bool marked = is_worth_comparing(diff);
    page.label(marked && !page.screen().plain ? "Side by side, what differs is marked:" : "Side by side:");
    const auto spans = [&](DiffWord::Fate fate, std::string_view text) {
        return marked ? spans_of(diff, fate, text) : std::vector<Span>{};
    };
    show_marked(page, "Your words:", draft, spans(DiffWord::Fate::gone, draft));
    show_marked(page, "Words that meet them:", rewrite.text, spans(DiffWord::Fate::fresh, rewrite.text));
    if (!rewrite.does.empty()) page.put(hang("    ", sentence_case(rewrite.does) + ".", 4, page.screen()));
}

std::string_view word_on_next(const Coaching& coaching) {
    const bool missed = coaching.landing == Landing::missed;
    switch (coaching.next) {
        case Next::again:
            if (coaching.landing == Landing::repaired)
                return "The door is open again: the same moment, once more.";
            if (!missed) return "Would you add a few words, or :skip?";
            return coaching.attempt == 1 ? "Try the same moment again, or mend it: say that you missed them, "
                                           "and ask to try again. "
                                           ":skip goes on."
                                         : "You can try the same moment again, or mend it.";
        case Next::last_chance:
            return "One more chance, to mend it: say that this missed them, and ask to try again. :skip goes "
                   "on.";
        case Next::on:
            return landed_well(coaching.landing) || coaching.landing == Landing::risk
                       ? ""
                       : "Let's leave this one here; it comes round again.";
        case Next::further:
            break;
    }
    return "";
}

}  // namespace

std::string_view speaker_of(std::size_t relation) {
    return speakers[relation];
}

void show_reading(Page& page, const Knowledge& knowledge, std::string_view draft, const Reading& reading,
                  const Mastery* mastery, std::string_view clean) {
    const auto flagged = at_most_two(reading);
    if (const auto kept = keepsakes(reading, flagged, 1); !kept.empty())
        page.put(show_keepsake(knowledge, draft, kept.front(), page.screen()));
    if (flagged.empty())
        page.put(hang("  ", clean, 2, page.screen()));
    else if (fading_of(flagged, mastery) == Fading::least)
        page.put(show_flagged_words(draft, flagged, page.screen()));
    else
        page.put(show_findings(knowledge, draft, flagged, page.screen()));
}

void show_coaching(Page& page, const Knowledge& knowledge, const Coaching& coaching, const Mastery* mastery) {
    page.put("\n");
    show_reading(page, knowledge, coaching.draft, coaching.reading, mastery,
                 coaching.landing == Landing::repaired
                     ? "That is a repair: the miss is owned, and they can come back."
                     : clean_line(coaching.reading));
    if (!coaching.they_say.empty()) page.quote("They say:", coaching.they_say);
    if (!coaching.rewrites.empty()) {
        const bool tried_enough = coaching.attempt >= Session::attempts;
        if (tried_enough) {
            show_contrast(page, coaching.draft, coaching.rewrites.front());
        } else if (fading_of(at_most_two(coaching.reading), mastery) == Fading::full) {
            page.label("One way to say it:");
            page.put(show_rewrite(coaching.rewrites.front(), coaching.draft, page.screen()));
        }
    }
    if (const auto word = word_on_next(coaching); !word.empty()) page.say(word);
}

void explain_draft(Page& page, const Knowledge& knowledge, std::string_view what, std::string_view draft,
                   const Reading& reading) {
    const Screen& screen = page.screen();
    page.label(what);
    const auto flagged = gravest_first(reading, flagged_from);
    page.put(show_reply(draft, flagged, screen));
    for (const Finding* finding : flagged) {
        const Rule& rule = knowledge.rules()[finding->rule];
        const Finding* one[] = {finding};
        page.put("\n" + show_findings(knowledge, draft, one, screen));
        const KindInfo& kind = knowledge.kinds()[rule.subkind];
        const CodeInfo& pattern = knowledge.patterns()[finding->pattern];
        const auto instead =
            kind.instead.size > 0 ? knowledge.text(kind.instead) : knowledge.text(pattern.instead);
        if (!instead.empty()) page.put(hang("    ", "Instead: " + std::string(instead) + ".", 4, screen));
        const std::string more = "attune explain " + std::string(knowledge.text(rule.id));
        for (const LaidLine& line : lay_out(more, {}, screen.width - 4, false))
            page.put("    " + screen.in(Ink::faint, line.text) + "\n");
    }
    const auto kept = keepsakes(reading, flagged, 3);
    if (!kept.empty()) page.label("What reaches them:");
    for (const Keepsake& keepsake : kept) page.put(show_keepsake(knowledge, draft, keepsake, screen));
    if (flagged.empty() && kept.empty()) page.say(clean_line(reading));
}

}  // namespace attune
