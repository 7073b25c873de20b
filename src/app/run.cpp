// SPDX-License-Identifier: MIT
#include "app/run.h"

#include <unistd.h>

#include "app/command_line.h"
#include "app/console.h"
#include "app/help.h"
#include "app/project_settings.h"

namespace attune {
namespace {

ColorChoice color_choice(const Arguments& arguments) {
    const std::string when = arguments.value("--color").value_or("auto");
    return when == "always"  ? ColorChoice::always
           : when == "never" ? ColorChoice::never
                             : ColorChoice::automatic;
}

}  // namespace

int run(const std::vector<std::string>& words, Output& out, Output& err) {
    Invocation invocation = read_command_line(words);
    Console console{out, err, find_screen(STDOUT_FILENO, color_choice(invocation.arguments))};
    if (invocation.arguments.has("--version")) {
        out.write("attune " ATTUNE_VERSION "\n");
        out.flush();
        return 0;
    }
    if (invocation.arguments.has("--help")) {
        out.write(invocation.command != nullptr ? command_help(*invocation.command, console.screen)
                  : invocation.group.empty()    ? general_help(console.screen)
                                                : group_help(invocation.group, console.screen));
        out.flush();
        return 0;
    }
    // Named by nobody: practise with a person, check what a pipe brings.
    const Command* command = invocation.command;
    if (command == nullptr) command = find_command(::isatty(STDIN_FILENO) == 1 ? "practice" : "check");
    if (!invocation.arguments.has("--isolated")) add_project_settings(invocation.arguments);
    const int status = command->run(invocation.arguments, console);
    out.flush();
    return status;
}

}  // namespace attune
