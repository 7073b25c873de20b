// SPDX-License-Identifier: MIT
#pragma once

#include "app/command.h"

namespace attune {

extern const Command rules_list_command, rules_test_command, rules_lint_command;

}  // namespace attune
