// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attune {

// `text` as a cell of CSV: UTF-8, quoted where it must be. One that a spreadsheet would take for a formula
// gets a ' in front, which shows that it is text.
std::string csv_cell(std::string_view text);

}  // namespace attune
