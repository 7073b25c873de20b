// SPDX-License-Identifier: MIT
//
// Help, made from the command table. It teaches by example: what to type comes before what there is.
#pragma once

#include <string>

#include "app/command.h"
#include "app/screen.h"

namespace attune {

std::string general_help(const Screen& screen);
// Every command whose name begins with that word.
std::string group_help(std::string_view group, const Screen& screen);
std::string command_help(const Command& command, const Screen& screen);

}  // namespace attune
