// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "app/output.h"

namespace attune {

// Runs the command line `words` (without the program's name) and gives the exit status: 0 nothing found, 1
// findings, 2 an error. Throws Complaint, IoError and ClosedPipe.
int run(const std::vector<std::string>& words, Output& out, Output& err);

}  // namespace attune
