// SPDX-License-Identifier: MIT
#pragma once

#include "app/command.h"

namespace attune {

extern const Command forget_command;

}  // namespace attune
