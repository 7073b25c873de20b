// SPDX-License-Identifier: MIT
#include "app/csv_cell.h"

#include <algorithm>

#include "text/utf8.h"

namespace attune {
namespace {

// What formulas begin with, in spreadsheets of the West and, as full-width letters, of East Asia; and breaks,
// which some programs pass over to find one.
constexpr std::string_view openings[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

}  // namespace

std::string csv_cell(std::string_view text) {
    std::string value = valid_utf8(text);
    if (std::any_of(std::begin(openings), std::end(openings),
                    [&](std::string_view opening) { return value.starts_with(opening); }))
        value.insert(0, 1, '\'');
    if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
    std::string quoted = "\"";
    for (const char c : value) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + "\"";
}

}  // namespace attune
