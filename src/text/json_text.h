// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attune {

// The text of a JSON string literal that starts at `raw` (its opening quote), with lone surrogates as U+FFFD;
// nothing when it is not a JSON string. Forgiving where simdjson 3.0 is not, and slower: for the rare line.
std::optional<std::string> unescape_json(std::string_view raw);

// Whether `text` is a JSON number, whatever its size.
bool is_json_number(std::string_view text);

}  // namespace attune
