// SPDX-License-Identifier: MIT
//
// What of a draft can stay: its clean sentences and clauses, word for word.
#pragma once

#include <string>
#include <vector>

#include "coach/reading.h"
#include "rules/knowledge.h"
#include "text/passage.h"

namespace attune {

struct KeptDraft {
    std::vector<std::string> before;  // sentences before the first thing that was cut
    std::vector<std::string> after;   // and after it
    bool carries_move = false;        // one of them does, as the draft was read

    [[nodiscard]] bool empty() const { return before.empty() && after.empty(); }
    [[nodiscard]] std::size_t words() const;
};

KeptDraft keep_clean(const Knowledge& knowledge, const Passage& draft, const Reading& reading);

}  // namespace attune
