// SPDX-License-Identifier: MIT
#include "app/csv_cell.h"

#include "text/utf8.h"

namespace attune {

std::string csv_cell(std::string_view text) {
    std::string value = valid_utf8(text);
    if (!value.empty() && std::string_view("=+-@\t\r").find(value[0]) != std::string_view::npos)
        value.insert(0, 1, '\'');
    if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
    std::string quoted = "\"";
    for (const char c : value) quoted.append(c == '"' ? "\"\"" : std::string(1, c));
    return quoted + "\"";
}

}  // namespace attune
