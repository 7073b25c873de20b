// SPDX-License-Identifier: MIT
#include "practice/typed.h"

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
    {":help", "", "this list", Order::help},
    {":quit", "", "leave; so does Ctrl-D", Order::quit},
};

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
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
    const bool is_command = text.size() > 2 && text[0] == ':' && text[1] >= 'a' && text[1] <= 'z' &&
                            text[2] >= 'a' && text[2] <= 'z';
    if (!is_command && text != ":q") return {Order::draft, text, {}};
    const auto space = text.find_first_of(" \t");
    const auto name = text.substr(0, space);
    const auto rest = space == std::string_view::npos ? std::string_view{} : trimmed(text.substr(space));
    if (name == ":q") return {Order::quit, {}, {}};
    std::vector<std::string> names;
    for (const OrderInfo& info : orders) {
        if (info.name == name) return {info.order, rest, {}};
        names.emplace_back(info.name);
    }
    return {Order::unknown, name, did_you_mean(name, names)};
}

}  // namespace attune
