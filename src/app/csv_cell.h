// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attune {

// `text` as a cell of CSV: valid UTF-8, quoted where it must be. What a spreadsheet would take for a formula
// gets a ' in front.
std::string csv_cell(std::string_view text);

}  // namespace attune
