// SPDX-License-Identifier: MIT
#pragma once

#include "app/command.h"

namespace attune {

extern const Command explain_command;

}  // namespace attune
