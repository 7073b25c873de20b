// SPDX-License-Identifier: MIT
#include "app/commands/man.h"

#include "app/console.h"
#include "app/manual.h"

namespace attune {
namespace {

int run_man(const Arguments&, Console& console) {
    console.out.write(manual_page());
    return 0;
}

constexpr Usage examples[] = {
    {"attune man | man -l -", "read it"},
    {"attune man > ~/.local/share/man/man1/attune.1", "keep it where man finds it"},
};

}  // namespace

const Command man_command = {
    "man", "the manual page, for man to show", "", examples, {}, {}, run_man,
};

}  // namespace attune
