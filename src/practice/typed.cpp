// SPDX-License-Identifier: MIT
#include "practice/typed.h"

#include <algorithm>
#include <vector>

#include "core/suggest.h"

namespace attune {
namespace {

constexpr OrderInfo orders[] = {
    {":why", "", "more on why the last draft landed as it did", Order::why},
    {":rewrite", "", "words that would meet them", Order::rewrite},
    {":skip", "", "another statement", Order::skip},
    {":say", "TEXT", "practise on a statement of your own", Order::say},
    {":deck", "[NAME]", "the decks there are, or change to one", Order::deck},
    {":skill", "[NAME]", "the skills there are, or exercises for one", Order::skill},
    {":pause", "", "a breath before each new moment, or no longer", Order::pause},
    {":help", "", "this list", Order::help},
    {":quit", "", "leave; so does Ctrl-D", Order::quit},
};

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

std::string lowered(std::string_view word) {
    std::string low{word};
    for (char& c : low)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return low;
}

}  // namespace

std::span<const OrderInfo> practice_orders() {
    return orders;
}

Typed read_typed(std::string_view line) {
    const std::string_view text = trimmed(line);
    if (text.empty()) return {};
    if (text == "quit" || text == "exit") return {Order::quit, {}, {}};
    if (text == "help" || text == "?") return {Order::help, {}, {}};
    const auto space = text.find_first_of(" \t");
    const std::string name = lowered(text.substr(0, space));
    const bool is_command = name.size() > 2 && name[0] == ':' && is_letter(name[1]) && is_letter(name[2]);
    if (!is_command && name != ":q") return {Order::draft, text, {}};
    const auto rest = space == std::string_view::npos ? std::string_view{} : trimmed(text.substr(space));
    if (name == ":q") return {Order::quit, {}, {}};
    std::vector<std::string> names;
    for (const OrderInfo& info : orders) {
        if (info.name == name) return {info.order, rest, {}};
        names.emplace_back(info.name);
    }
    const auto begun = std::find_if(names.begin(), names.end(),
                                    [&](const std::string& full) { return full.starts_with(name); });
    return {Order::unknown, text.substr(0, space), begun != names.end() ? *begun : did_you_mean(name, names)};
}

}  // namespace attune
