// SPDX-License-Identifier: MIT
//
// The table of commands. A new command is one file in commands/ and one row here.
#include <array>

#include "app/command.h"
#include "app/commands/check.h"
#include "app/commands/checkin.h"
#include "app/commands/completions.h"
#include "app/commands/config.h"
#include "app/commands/eval.h"
#include "app/commands/explain.h"
#include "app/commands/forget.h"
#include "app/commands/man.h"
#include "app/commands/practice.h"
#include "app/commands/progress.h"
#include "app/commands/rules.h"
#include "app/commands/score.h"

namespace attune {

std::span<const Command> commands() {
    static const std::array table = {
        practice_command, progress_command, checkin_command,     forget_command,     check_command,
        score_command,    explain_command,  rules_list_command,  rules_test_command, rules_lint_command,
        eval_command,     config_command,   completions_command, man_command,
    };
    return table;
}

std::span<const Flag> common_flags() {
    static constexpr Flag flags[] = {
        {"--pack", "DIR", "lay this folder of rules over the built-in ones; may be given again", "", 0,
         Names::folder, SettingForm::folders},
        {"--isolated", "", "read no .attune.yaml, and no packs but the built-in ones and those of --pack", "",
         0},
        {"--color", "WHEN", "whether to colour; auto also heeds NO_COLOR", "auto|always|never", 0},
        {"--help", "", "show how a command is used", "", 'h'},
        {"--version", "", "show the version", "", 'V'},
    };
    return flags;
}

}  // namespace attune
