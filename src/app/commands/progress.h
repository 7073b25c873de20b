// SPDX-License-Identifier: MIT
#pragma once

#include "app/command.h"

namespace attune {

extern const Command progress_command;

}  // namespace attune
