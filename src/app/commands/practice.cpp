// SPDX-License-Identifier: MIT
#include "app/commands/practice.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ctime>
#include <vector>

#include "app/complaint.h"
#include "app/console.h"
#include "app/packs_in_use.h"
#include "app/practice/kept.h"
#include "app/practice_loop.h"
#include "core/suggest.h"
#include "text/utf8.h"

namespace attune {
namespace {

// A whole number from `least` on.
std::uint64_t read_number(const std::string& flag, const std::string& text, std::uint64_t least) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least)
        throw usage_complaint("`" + flag + "` takes a whole number" +
                                  (least > 0 ? " from " + std::to_string(least) + " on" : "") + ", not `" +
                                  printable(text) + "`",
                              "");
    return number;
}

// The place of what is called `name`; a complaint with the nearest name, or with all there are.
template <class Items>
std::size_t find_named(const Knowledge& knowledge, const Items& items, const std::string& what,
                       const std::string& name) {
    std::vector<std::string> names;
    std::string all;
    for (const auto& item : items) {
        names.emplace_back(knowledge.text(item.name));
        if (names.back() == name) return names.size() - 1;
        all += (all.empty() ? "" : ", ") + names.back();
    }
    const std::string near = did_you_mean(name, names);
    throw usage_complaint("there is no " + what + " `" + printable(name) + "`",
                          near.empty() ? "the " + what + "s are " + all : "did you mean `" + near + "`?");
}

template <class Names>
std::uint8_t index_in(const Names& names, std::string_view name) {
    return static_cast<std::uint8_t>(std::find(std::begin(names), std::end(names), name) - std::begin(names));
}

Choice read_choice(const Arguments& arguments, const Knowledge& knowledge) {
    Choice choice;
    if (const auto deck = arguments.value("--deck"))
        choice.deck = find_named(knowledge, knowledge.decks(), "deck", *deck);
    if (const auto focus = arguments.value("--focus"))
        choice.focus = find_named(knowledge, knowledge.patterns(), "pattern", *focus);
    if (const auto level = arguments.value("--level")) choice.level = (*level)[0] - '0';
    // Another order each time, unless it was asked for; a script plays the same each time.
    const auto seed = arguments.value("--seed");
    choice.seed = seed                        ? read_number("--seed", *seed, 0)
                  : arguments.has("--script") ? 0
                                              : static_cast<std::uint64_t>(std::time(nullptr));
    if (const auto relation = arguments.value("--for")) choice.relation = index_in(relation_names, *relation);
    if (const auto style = arguments.value("--style")) choice.style = index_in(style_names, *style);
    return choice;
}

PracticeSettings read_settings(const Arguments& arguments, const Knowledge& knowledge, std::uint64_t seed) {
    PracticeSettings settings;
    settings.region = arguments.value("--region").value_or("");
    settings.seed = seed;
    if (const auto skill = arguments.value("--skill"))
        settings.skill = find_named(knowledge, knowledge.skills(), "skill", *skill);
    constexpr std::uint64_t a_day = std::uint64_t{24} * 60;  // no session lasts longer
    if (const auto minutes = arguments.value("--minutes"))
        settings.time = std::chrono::minutes(std::min(read_number("--minutes", *minutes, 1), a_day));
    return settings;
}

[[noreturn]] void complain_of_nothing(const Arguments& arguments) {
    std::string where;
    for (const std::string_view flag : {"--deck", "--focus", "--level"})
        if (const auto value = arguments.value(flag))
            where += (where.empty() ? "" : " ") + std::string(flag) + " " + *value;
    throw usage_complaint("no scenario fits " + (where.empty() ? "these packs" : where),
                          where.empty() ? "" : "leave one of them out to practise on more");
}

int run_practice_command(const Arguments& arguments, Console& console) {
    const auto library = open_packs(arguments);
    const Knowledge& knowledge = library->knowledge();
    Choice choice = read_choice(arguments, knowledge);
    PracticeSettings settings = read_settings(arguments, knowledge, choice.seed);
    if (arguments.has("--plain")) console.screen = plain_screen();

    const auto script = arguments.value("--script");
    Input input(script.value_or("-"));
    const bool on_terminal = !script && input.is_terminal() && ::isatty(STDOUT_FILENO) == 1;
    std::unique_ptr<SessionClock> clock;
    std::unique_ptr<LineReader> lines;
    if (script) {
        auto played = std::make_unique<ScriptClock>();
        lines = make_script_reader(input, console.out, [&now = *played] { now.rest(ScriptClock::a_line); });
        clock = std::move(played);
    } else {
        clock = on_terminal ? make_terminal_clock() : make_pipe_clock();
        lines = on_terminal ? make_terminal_reader(console.out) : make_pipe_reader(input, console.out);
    }
    settings.follows_window = on_terminal;
    settings.pause =
        arguments.has("--pause") || (on_terminal && !console.screen.plain && !arguments.has("--no-pause"));

    Page page(console);
    Kept kept = script ? Kept{} : open_kept(knowledge, on_terminal ? lines.get() : nullptr, page);
    choice.mastery = settings.mastery = kept.mastery ? &*kept.mastery : nullptr;
    settings.recorder = kept.recorder ? &*kept.recorder : nullptr;

    Coach coach(knowledge);
    Session session(coach, choice);
    if (!session.has_scenarios()) complain_of_nothing(arguments);
    if (choice.deck && knowledge.decks()[*choice.deck].heavy != 0)
        page.say(heavy_notice(knowledge, knowledge.decks()[*choice.deck]));
    page.turn("\n");
    run_practice(session, coach, *lines, console, *clock, settings);
    return 0;
}

constexpr Usage examples[] = {
    {"attune practice", "begin with easy moments, of every kind but the heavy ones"},
    {"attune practice --deck partner", "moments at home"},
    {"attune practice --focus fixing --minutes 10", "ten minutes on moments that tempt into a quick fix"},
    {"attune practice --skill curiosity", "exercises for one skill; :skill lists them"},
    {"attune practice --level 3 --seed 7", "harder ones, in the same order each time"},
};

constexpr Flag flags[] = {
    {"--deck", "NAME", "practise on this deck; :deck lists them", "", 0, Names::deck},
    {"--level", "LEVEL", "only statements of this level", "1|2|3|4", 0},
    {"--focus", "PATTERN", "only moments that tempt into this pattern, such as fixing", "", 0},
    {"--skill", "NAME", "begin with exercises for this skill, such as empathy or spot-it", "", 0},
    {"--minutes", "N", "close after the talk in which this time is over", "", 0},
    {"--pause", "", "a breath and two questions before each new moment (so on a terminal)", "", 0},
    {"--no-pause", "", "none of that", "", 0},
    {"--plain", "", "for screen readers: no colour, no ornament, nothing drawn, a paragraph a line", "", 0},
    {"--script", "FILE", "take the lines of a file as if they were typed; half a minute goes by with each",
     "", 0},
    {"--seed", "N", "the order, the same for the same number", "", 0},
    {"--for", "WHO", "who says what you bring with :say, for words that fit (guessed)",
     "partner|child|teen|friend|parent|sibling|colleague|neighbour|client|self|stranger", 0, Names::nothing,
     SettingForm::text, "guessed"},
    {"--style", "STYLE", "how the words that are offered sound", "brief|warm|plain", 0, Names::nothing,
     SettingForm::text},
    {"--region", "CODE", "add this country's lines to the safety card, such as us or gb", "", 0,
     Names::region, SettingForm::text},
};

}  // namespace

const Command practice_command = {
    "practice",
    "answer people who share something that hurts, and see how it lands",
    "A draft is answered with what reaches the person, what may not, and why; the same moment comes again "
    "until "
    "it lands or three drafts are written. Who is met opens up; who is missed closes, and can be won back. "
    "Nothing that you write is kept, unless you said so when attune asked.",
    examples,
    flags,
    {},
    run_practice_command,
};

}  // namespace attune
