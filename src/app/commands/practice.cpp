// SPDX-License-Identifier: MIT
#include "app/commands/practice.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <ctime>

#include "app/complaint.h"
#include "app/console.h"
#include "app/packs_in_use.h"
#include "app/practice_loop.h"
#include "core/suggest.h"

namespace attune {
namespace {

std::uint64_t read_seed(const std::string& text) {
    std::uint64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (error != std::errc{} || end != text.data() + text.size())
        throw usage_complaint("`--seed` takes a whole number, not `" + text + "`", "");
    return seed;
}

std::size_t find_deck(const Knowledge& knowledge, const std::string& name) {
    std::vector<std::string> names;
    for (const Deck& deck : knowledge.decks()) {
        names.emplace_back(knowledge.text(deck.name));
        if (names.back() == name) return names.size() - 1;
    }
    const std::string near = did_you_mean(name, names);
    std::string all;
    for (const auto& known : names) all += (all.empty() ? "" : ", ") + known;
    throw usage_complaint("there is no deck `" + name + "`",
                          near.empty() ? "the decks are " + all : "did you mean `" + near + "`?");
}

int run_practice_command(const Arguments& arguments, Console& console) {
    const auto library = open_packs(arguments);
    const Knowledge& knowledge = library->knowledge();
    Choice choice;
    if (const auto deck = arguments.value("--deck")) choice.deck = find_deck(knowledge, *deck);
    if (const auto level = arguments.value("--level")) choice.level = (*level)[0] - '0';
    // Another order each time, unless it was asked for.
    const auto seed = arguments.value("--seed");
    choice.seed = seed ? read_seed(*seed) : static_cast<std::uint64_t>(std::time(nullptr));
    const auto index_in = [](const auto& names, std::string_view name) {
        return static_cast<std::uint8_t>(std::find(std::begin(names), std::end(names), name) -
                                         std::begin(names));
    };
    if (const auto relation = arguments.value("--for")) choice.relation = index_in(relation_names, *relation);
    if (const auto style = arguments.value("--style")) choice.style = index_in(style_names, *style);
    const std::string region = arguments.value("--region").value_or("");

    Coach coach(knowledge);
    Session session(coach, choice);
    if (!session.has_scenarios())
        throw usage_complaint(
            "no scenario is at level " + std::to_string(choice.level.value_or(0)) + " there",
            "leave --level out to practise on them all");
    Input input("-");
    const bool on_terminal = input.is_terminal() && ::isatty(STDOUT_FILENO) == 1;
    const auto lines = on_terminal ? make_terminal_reader(console.out) : make_pipe_reader(input, console.out);
    run_practice(session, knowledge, *lines, console, region);
    return 0;
}

constexpr Usage examples[] = {
    {"attune practice", "begin with easy moments, of every kind but the heavy ones"},
    {"attune practice --deck partner", "moments at home"},
    {"attune practice --level 3 --seed 7", "harder ones, in the same order each time"},
};

constexpr Flag flags[] = {
    {"--deck", "NAME", "practise on this deck; :deck lists them", "", 0},
    {"--level", "LEVEL", "only statements of this level", "1|2|3|4", 0},
    {"--seed", "N", "the order, the same for the same number", "", 0},
    {"--for", "WHO", "who says what you bring with :say, for words that fit (guessed)",
     "partner|child|teen|friend|parent|sibling|colleague|neighbour|client|self|stranger", 0},
    {"--style", "STYLE", "how the words that are offered sound", "brief|warm|plain", 0},
    {"--region", "CODE", "add this country's lines to the safety card, such as us or gb", "", 0},
};

}  // namespace

const Command practice_command = {
    "practice",
    "answer people who share something that hurts, and see how it lands",
    "Nothing that you write is kept. A draft is answered with what reaches the person, what may not, and "
    "why; the "
    "same moment comes again until it lands or three drafts are written.",
    examples,
    flags,
    {},
    run_practice_command,
};

}  // namespace attune
