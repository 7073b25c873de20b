// SPDX-License-Identifier: MIT
//
// For bash alone: no function of the bash-completion package is needed.
#include <fmt/format.h>

#include "app/completions.h"

namespace attune {
namespace {

constexpr std::string_view head = R"(# bash completion for attune; `attune completions bash` prints it

_attune() {
    local IFS=$' \t\n' word command='' flags='' words='' paths='' i
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    # bash takes "--format=json" apart at the "="
    if [[ $cur == '=' ]]; then
        cur=''
    elif [[ $prev == '=' ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi

    # The command is the first word, or two, that is no flag and no flag's value.
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        case $word in
)";

constexpr std::string_view tail = R"(
    if [[ -z $words$paths ]]; then
        if [[ $cur == -* ]]; then
            words=$flags
        else
            case $command in
@OPERANDS@            esac
        fi
    fi
    if [[ $paths == folders ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$cur")
    elif [[ $paths == files ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    elif [[ $words != - ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
    fi
}
complete -F _attune attune
)";

std::string flag_pattern(const Flag& flag) {
    std::string out{flag.name};
    if (flag.letter != 0) out += std::string(" | -") + flag.letter;
    return out;
}

// What follows a flag or stands as an operand. "-" as the only word: something that cannot be guessed.
std::string assignment(std::string_view choices, Names names, const Knowledge& knowledge) {
    if (is_path(names)) return names == Names::folder ? "paths=folders" : "paths=files";
    const std::string words = joined(value_words(choices, names, knowledge), " ");
    return "words='" + (words.empty() ? "-" : words) + "'";
}

std::string flag_names(std::span<const Flag> flags) {
    std::string out;
    for (const Flag& flag : flags) out += std::string(flag.name) + " ";
    return out;
}

std::string value_cases(std::span<const Flag> flags, const Knowledge& knowledge, std::string_view indent) {
    std::string out;
    for (const Flag& flag : flags)
        if (!flag.value.empty())
            out += fmt::format("{}{}) {} ;;\n", indent, flag_pattern(flag),
                               assignment(flag.choices, flag.names, knowledge));
    return out;
}

}  // namespace

std::string bash_completions(const Knowledge& knowledge) {
    std::string out{head};
    for (const Flag& flag : common_flags())
        if (!flag.value.empty()) out += fmt::format("            {}) ((i++)) ;;\n", flag_pattern(flag));
    out += "            -*) ;;\n";
    std::string groups, operands;
    const auto names_of = [](std::string_view group) {
        std::vector<std::string> names;
        for (const NameAndAbout& word : command_words(group)) names.push_back(word.name);
        return joined(names, " ");
    };
    for (const NameAndAbout& first : command_words("")) {
        if (command_words(first.name).empty()) continue;
        groups += fmt::format("{}{}", groups.empty() ? "" : " | ", first.name);
        operands += fmt::format("                {}) words='{}' ;;\n", first.name, names_of(first.name));
    }
    out += fmt::format(
        "            *)\n"
        "                command=${{command:+$command }}$word\n"
        "                case $command in\n"
        "                    {}) ;;\n"
        "                    *) break ;;\n"
        "                esac\n"
        "                ;;\n"
        "        esac\n"
        "    done\n\n"
        "    case $prev in\n{}    esac\n"
        "    flags='{}'\n"
        "    case $command in\n",
        groups, value_cases(common_flags(), knowledge, "        "), flag_names(common_flags()));
    for (const Command& command : commands()) {
        out +=
            fmt::format("        '{}')\n            flags+='{}'\n", command.name, flag_names(command.flags));
        if (const std::string values = value_cases(command.flags, knowledge, "                ");
            !values.empty())
            out += "            case $prev in\n" + values + "            esac\n";
        out += "            ;;\n";
        const Operand& operand = command.operand;
        if (operand.at_most > 0)
            operands += fmt::format("                '{}') {} ;;\n", command.name,
                                    assignment(operand.choices, operand.names, knowledge));
    }
    out += "    esac\n";
    operands +=
        fmt::format("                '') words='{} help' ;;\n                *) words=- ;;\n", names_of(""));
    std::string end{tail};
    constexpr std::string_view place = "@OPERANDS@";
    end.replace(end.find(place), place.size(), operands);
    return out + end;
}

}  // namespace attune
