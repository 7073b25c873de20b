// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace attune {

enum class Order : std::uint8_t {
    draft,
    nothing,
    why,
    rewrite,
    skip,
    say,
    deck,
    skill,
    pause,
    help,
    quit,
    unknown
};

struct OrderInfo {
    std::string_view name;  // ":why"
    std::string_view value;
    std::string_view about;
    Order order;
};

// Every command of a practice session, in the order that help shows them.
std::span<const OrderInfo> practice_orders();

// A line as it was typed at the prompt.
struct Typed {
    Order order = Order::nothing;
    std::string_view text;   // the draft, or what follows the command; part of the line
    std::string suggestion;  // for an unknown command: the nearest one, or ""
};

// A colon and two letters begin a command, in either case; ":(" and ":D" are drafts. A bare "quit", "exit" or
// "help" is taken at its word.
Typed read_typed(std::string_view line);

}  // namespace attune
