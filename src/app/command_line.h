// SPDX-License-Identifier: MIT
//
// From argv to a command and its arguments. The only user of CLI11 is command_line.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"

namespace attune {

struct Invocation {
    const Command* command = nullptr;  // null: none was named
    std::string group;                 // "rules", when help was asked for all of its commands
    Arguments arguments;
};

// `words` are the command line without the program's name. Throws Complaint: unknown commands and flags with
// a did-you-mean, values a flag does not take, too many operands.
Invocation read_command_line(const std::vector<std::string>& words);

// The command of that name, or null.
const Command* find_command(std::string_view name);

// "text, concise, json or jsonl" from "text|concise|json|jsonl".
std::string spell_choices(std::string_view choices);
// Its parts.
std::vector<std::string> split_choices(std::string_view choices);

}  // namespace attune
