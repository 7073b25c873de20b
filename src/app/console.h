// SPDX-License-Identifier: MIT
#pragma once

#include "app/output.h"
#include "app/screen.h"

namespace attune {

// What a command talks to: data goes to `out`, everything else to `err`.
struct Console {
    Output& out;
    Output& err;
    Screen screen;
};

}  // namespace attune
