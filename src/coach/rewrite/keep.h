// SPDX-License-Identifier: MIT
//
// What of a draft can stay: the clean sentences and clauses that reach the person, word for word.
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
    bool meets = false;               // one of them says something of the person or the feeling

    [[nodiscard]] bool empty() const { return before.empty() && after.empty(); }
    [[nodiscard]] std::size_t words() const;
};

KeptDraft keep_clean(const Knowledge& knowledge, const Passage& draft, const Reading& reading);

}  // namespace attune
