// SPDX-License-Identifier: MIT
#include "app/completions.h"

#include <algorithm>

#include "app/command_line.h"

namespace attune {

std::vector<std::string> value_words(std::string_view choices, Names names, const Knowledge& knowledge) {
    if (!choices.empty()) return split_choices(choices);
    std::vector<std::string> words;
    const auto add = [&](std::string_view word) {
        if (std::find(words.begin(), words.end(), word) == words.end()) words.emplace_back(word);
    };
    const bool patterns = names == Names::finding || names == Names::code || names == Names::anything;
    if (patterns)
        for (const CodeInfo& pattern : knowledge.patterns()) add(knowledge.text(pattern.name));
    if (names == Names::finding || names == Names::anything)
        for (const KindInfo& kind : knowledge.kinds()) add(knowledge.text(kind.id));
    if (names == Names::code || names == Names::anything)
        for (const CodeInfo& move : knowledge.moves()) add(knowledge.text(move.name));
    if (names == Names::deck)
        for (const Deck& deck : knowledge.decks()) add(knowledge.text(deck.name));
    if (names == Names::region)
        for (const SafetyLine& line : knowledge.safety_lines())
            if (line.region.size > 0) add(knowledge.text(line.region));
    return words;
}

std::vector<NameAndAbout> command_words(std::string_view group) {
    std::vector<NameAndAbout> words;
    for (const Command& command : commands()) {
        std::string_view name = command.name;
        if (!group.empty()) {
            if (!name.starts_with(group) || name.substr(group.size(), 1) != " ") continue;
            name.remove_prefix(group.size() + 1);
        }
        const auto space = name.find(' ');
        const std::string first{name.substr(0, space)};
        if (!words.empty() && words.back().name == first) {
            words.back().about +=
                "; " + std::string(name.substr(space + 1)) + ": " + std::string(command.about);
            continue;
        }
        std::string about{command.about};
        if (space != std::string_view::npos) about = std::string(name.substr(space + 1)) + ": " + about;
        words.push_back({first, std::move(about)});
    }
    return words;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string out;
    for (const std::string& word : words) out.append(out.empty() ? "" : between).append(word);
    return out;
}

}  // namespace attune
