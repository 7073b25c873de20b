// SPDX-License-Identifier: MIT
#pragma once

#include "app/command.h"

namespace attune {

extern const Command checkin_command;

}  // namespace attune
