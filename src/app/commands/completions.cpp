// SPDX-License-Identifier: MIT
#include "app/commands/completions.h"

#include "app/complaint.h"
#include "app/completions.h"
#include "app/console.h"
#include "app/packs_in_use.h"
#include "core/suggest.h"
#include "text/utf8.h"

namespace attune {
namespace {

constexpr std::string_view shells = "bash|zsh|fish";

int run_completions(const Arguments& arguments, Console& console) {
    if (arguments.operands().empty())
        throw usage_complaint("for which shell?", "`attune completions bash`, or zsh or fish");
    const std::string& shell = arguments.operands().front();
    if (shell != "bash" && shell != "zsh" && shell != "fish") {
        const std::vector<std::string> known{"bash", "zsh", "fish"};
        const std::string near = did_you_mean(shell, known);
        throw usage_complaint(
            "there are completions for bash, zsh and fish, and none for `" + printable(shell) + "`",
            near.empty() ? "" : "did you mean `" + near + "`?");
    }
    const auto library = open_packs(arguments);
    const Knowledge& knowledge = library->knowledge();
    console.out.write(shell == "bash"  ? bash_completions(knowledge)
                      : shell == "zsh" ? zsh_completions(knowledge)
                                       : fish_completions(knowledge));
    return 0;
}

constexpr Usage examples[] = {
    {"attune completions bash > ~/.local/share/bash-completion/completions/attune", "for bash"},
    {"attune completions zsh > ~/.zfunc/_attune", "for zsh, with ~/.zfunc in its $fpath"},
    {"attune completions fish > ~/.config/fish/completions/attune.fish", "for fish"},
};

}  // namespace

const Command completions_command = {
    "completions",
    "what a shell needs to complete commands, flags and names",
    "Decks, patterns and other names are those of the packs in use: print it anew when they change. A "
    "package "
    "of attune brings these files along.",
    examples,
    {},
    {"SHELL", "bash, zsh or fish", 1, Names::nothing, shells},
    run_completions,
};

}  // namespace attune
