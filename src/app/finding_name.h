// SPDX-License-Identifier: MIT
//
// What people call findings by: the name of a pattern ("fixing"), of one of its kinds ("fixing.direct"), or
// of the rule behind it ("fixing.direct.you-should").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "coach/reading.h"
#include "rules/knowledge.h"

namespace attune {

struct FindingName {
    enum class Of : std::uint8_t { pattern = 1, kind, rule };  // rising: the later says more
    Of of = Of::pattern;
    std::uint32_t index = 0;  // into patterns(), kinds() or rules()

    [[nodiscard]] bool names(const Knowledge& knowledge, const Finding& finding) const;
};

std::optional<FindingName> find_finding_name(const Knowledge& knowledge, std::string_view name);

// What to write in place of a name that is none: "did you mean `fixing`?"
std::string finding_name_help(const Knowledge& knowledge, std::string_view name);

}  // namespace attune
