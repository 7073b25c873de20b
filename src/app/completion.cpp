// SPDX-License-Identifier: MIT
#include "app/completion.h"

#include <algorithm>

namespace attune {

Completion complete_line(std::string_view typed, std::span<const std::string> lines) {
    Completion found;
    std::string_view common;
    for (const std::string& line : lines) {
        if (typed.empty() || !line.starts_with(typed)) continue;
        // ":deck" stands for all that begin with ":deck " until its blank is typed.
        const std::size_t stop = line.find(' ', typed.size());
        const std::string_view part = std::string_view(line).substr(0, stop);
        const std::string choice{
            part.substr(part.find(' ') == std::string_view::npos ? 0 : part.find(' ') + 1)};
        if (std::find(found.choices.begin(), found.choices.end(), choice) != found.choices.end()) continue;
        if (found.choices.empty()) common = part;
        const auto differ = std::mismatch(common.begin(), common.end(), part.begin(), part.end());
        common = common.substr(0, static_cast<std::size_t>(differ.first - common.begin()));
        found.choices.push_back(choice);
    }
    if (common.size() > typed.size()) found.added = common.substr(typed.size());
    if (found.choices.size() == 1) found.added += ' ';
    return found;
}

std::string list_choices(std::span<const std::string> choices, std::size_t width) {
    std::size_t widest = 0;
    for (const std::string& choice : choices) widest = std::max(widest, choice.size());
    const std::size_t column = widest + 2, columns = std::max<std::size_t>(width / column, 1);
    std::string out;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const bool last = (i + 1) % columns == 0 || i + 1 == choices.size();
        out += choices[i];
        out += last ? "\n" : std::string(column - choices[i].size(), ' ');
    }
    return out;
}

}  // namespace attune
