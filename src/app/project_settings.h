// SPDX-License-Identifier: MIT
//
// What a project file says, as if it had been typed: each flag whose row in the command table allows it may
// stand there under its name without dashes. What is typed counts instead; packs lie over those of the
// project.
#pragma once

#include <string>
#include <vector>

#include "app/command.h"
#include "app/complaint.h"

namespace attune {

// Every flag that may stand in a project file, each once.
std::vector<Flag> project_flags();

// Finds the project file and adds what it says to `arguments`, for all commands: each asks for its own flags.
// Throws Complaint with every mistake in it, IoError when it cannot be read.
void add_project_settings(Arguments& arguments);

// A complaint about a flag's value, at its place when it comes from the project file: "`--select` " +
// message.
Complaint value_complaint(const Arguments& arguments, std::string_view flag, const std::string& value,
                          const std::string& message, const std::string& help);

}  // namespace attune
