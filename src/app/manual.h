// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace attune {

// The manual page attune(1) in man(7) macros, made from the command table.
std::string manual_page();

}  // namespace attune
