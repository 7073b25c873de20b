// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "text/chars.h"

namespace attune::transcript {

// Without blanks, line breaks and no-break spaces at both ends.
inline std::string_view trimmed(std::string_view text) {
    constexpr std::string_view no_break = "\xC2\xA0";
    for (;;) {
        if (!text.empty() && is_blank(text.front()))
            text.remove_prefix(1);
        else if (text.starts_with(no_break))
            text.remove_prefix(no_break.size());
        else
            break;
    }
    for (;;) {
        if (!text.empty() && is_blank(text.back()))
            text.remove_suffix(1);
        else if (text.ends_with(no_break))
            text.remove_suffix(no_break.size());
        else
            break;
    }
    return text;
}

}  // namespace attune::transcript
