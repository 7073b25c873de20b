// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "app/completions.h"

namespace attune {
namespace {

// Safe between single quotes, and in the brackets and colons of a specification.
std::string quoted(std::string_view text, std::string_view special) {
    std::string out;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos) out += '\\';
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return out;
}

std::string action(std::string_view choices, Names names, const Knowledge& knowledge) {
    if (names == Names::folder) return "_files -/";
    if (names == Names::file) return "_files";
    const std::string words = joined(value_words(choices, names, knowledge), " ");
    return words.empty() ? " " : "(" + words + ")";
}

std::string flag_lines(std::span<const Flag> flags, const Knowledge& knowledge, std::string_view indent) {
    std::string out;
    for (const Flag& flag : flags) {
        const std::string about = "[" + quoted(flag.about, "[]\\") + "]";
        const std::string value = flag.value.empty() ? ""
                                                     : ":" + quoted(flag.value, ":\\") + ":" +
                                                           action(flag.choices, flag.names, knowledge);
        const std::string name = std::string(flag.name) + (flag.value.empty() ? "" : "=");
        // "*": a flag may be given again, and the last one counts.
        if (flag.letter == 0)
            out += fmt::format("{}'*{}{}{}'\n", indent, name, about, value);
        else
            out += fmt::format("{}'*'{{-{},{}}}'{}{}'\n", indent, flag.letter, name, about, value);
    }
    return out;
}

std::string described(std::string_view group, std::string_view indent) {
    std::string out;
    for (const NameAndAbout& word : command_words(group))
        out += fmt::format("{}'{}:{}'\n", indent, word.name, quoted(word.about, ":\\"));
    return out;
}

std::string chooser(std::string_view group, std::string_view function) {
    return fmt::format(
        "{}() {{\n    local -a names=(\n{}    )\n    _describe -t commands 'attune command' names\n}}\n\n",
        function, described(group, "        "));
}

}  // namespace

std::string zsh_completions(const Knowledge& knowledge) {
    std::string out = "#compdef attune\n# zsh completion for attune; `attune completions zsh` prints it\n\n";
    out += "typeset -ga _attune_common=(\n" + flag_lines(common_flags(), knowledge, "    ") + ")\n\n";
    out += chooser("", "_attune_commands");
    std::string cases;
    for (const NameAndAbout& first : command_words("")) {
        if (command_words(first.name).empty()) continue;
        out += chooser(first.name, "_attune_" + first.name);
        cases += fmt::format(
            "        {0})\n"
            "            _arguments -C $_attune_common '1: :_attune_{0}' '*:: :->rest' && return\n"
            "            [[ $state == rest ]] && _attune_arguments \"{0} $words[1]\"\n"
            "            ;;\n",
            first.name);
    }
    for (const Command& command : commands()) {
        cases += fmt::format("        '{}')\n            _arguments -s $_attune_common \\\n", command.name);
        std::string specs = flag_lines(command.flags, knowledge, "                ");
        const Operand& operand = command.operand;
        if (operand.at_most > 0)
            specs +=
                fmt::format("                '{}:{}:{}'\n", operand.at_most == 1 ? "1" : "*",
                            quoted(operand.name, ":\\"), action(operand.choices, operand.names, knowledge));
        for (std::size_t at = specs.find('\n'); at + 1 < specs.size(); at = specs.find('\n', at + 3))
            specs.replace(at, 1, " \\\n");
        cases += (specs.empty() ? "                && return\n" : specs) + "            ;;\n";
    }
    out += "_attune_arguments() {\n    local curcontext=$curcontext state line\n    case $1 in\n" + cases +
           "    esac\n}\n\n";
    out +=
        "_attune() {\n"
        "    local curcontext=$curcontext state line\n"
        "    _arguments -C $_attune_common '1: :_attune_commands' '*:: :->rest' && return\n"
        "    [[ $state == rest ]] && _attune_arguments $words[1]\n"
        "}\n\n"
        "if [[ $funcstack[1] == _attune ]]; then\n"
        "    _attune \"$@\"\n"
        "else\n"
        "    compdef _attune attune\n"
        "fi\n";
    return out;
}

}  // namespace attune
