// SPDX-License-Identifier: MIT
//
// Orders by their shape: a base verb that opens a clause, and what follows it.
#pragma once

#include "text/words.h"

namespace attune {

// How much the place before the verb speaks for an order.
enum class OrderPlace : std::uint8_t {
    head,    // a sentence starts, or "just", "please", an if-clause or another order stands before
    joined,  // after a comma, or "and", "or", "but" behind a statement
    run_on,  // no mark at all, behind an if-clause or an order: "if it hurts call him"
};

struct Order {
    std::uint32_t verb = no_token;  // no_token: no order starts here
    bool negated = false;           // "don't cry", "try not to cry"
};

// Whether an order starts with the word `at` (openers such as "well" and "just" already passed over).
Order order_at(const Words& words, std::uint32_t at, std::uint32_t last, OrderPlace place);

}  // namespace attune
