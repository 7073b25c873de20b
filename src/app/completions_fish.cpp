// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "app/completions.h"

namespace attune {
namespace {

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

// Which command stands on the line so far: its words that are no flags and no values of common flags.
std::string finder() {
    std::string valued;
    for (const Flag& flag : common_flags())
        if (!flag.value.empty()) valued += " " + std::string(flag.name);
    return fmt::format(R"(function __attune_words
    set -l skip no
    for word in (commandline -opc)[2..-1]
        if test $skip = yes
            set skip no
        else if contains -- $word{}
            set skip yes
        else if not string match -q -- '-*' $word
            echo $word
        end
    end
end

# Whether the words so far begin with these, or are these and no more.
function __attune_command
    set -l given (__attune_words)
    test (count $given) -ge (count $argv); and test "$given[1..$(count $argv)]" = "$argv"
end

function __attune_only
    set -l given (__attune_words)
    test "$given" = "$argv"
end

)",
                       valued);
}

std::string value_part(std::string_view choices, Names names, const Knowledge& knowledge) {
    if (names == Names::folder) return " -x -a '(__fish_complete_directories)'";
    if (names == Names::file) return " -r -F";
    const std::string words = joined(value_words(choices, names, knowledge), " ");
    return words.empty() ? " -x" : " -x -a " + quoted(words);
}

std::string flag_lines(std::span<const Flag> flags, const std::string& condition,
                       const Knowledge& knowledge) {
    std::string out;
    for (const Flag& flag : flags) {
        out += "complete -c attune" + condition + " -l " + std::string(flag.name.substr(2));
        if (flag.letter != 0) out += std::string(" -s ") + flag.letter;
        if (!flag.value.empty()) out += value_part(flag.choices, flag.names, knowledge);
        out += " -d " + quoted(flag.about) + "\n";
    }
    return out;
}

std::string name_lines(std::string_view group) {
    const std::string condition =
        group.empty() ? " -n __attune_only" : " -n " + quoted("__attune_only " + std::string(group));
    std::string out;
    for (const NameAndAbout& word : command_words(group))
        out += "complete -c attune" + condition + " -a " + word.name + " -d " + quoted(word.about) + "\n";
    return out;
}

}  // namespace

std::string fish_completions(const Knowledge& knowledge) {
    std::string out = "# fish completion for attune; `attune completions fish` prints it\n\n" + finder();
    out += "complete -c attune -f\n" + flag_lines(common_flags(), "", knowledge) + name_lines("");
    for (const NameAndAbout& first : command_words("")) out += name_lines(first.name);
    for (const Command& command : commands()) {
        const std::string condition = " -n " + quoted("__attune_command " + std::string(command.name));
        out += "\n" + flag_lines(command.flags, condition, knowledge);
        const Operand& operand = command.operand;
        if (operand.at_most == 0) continue;
        const std::string words = joined(value_words(operand.choices, operand.names, knowledge), " ");
        if (is_path(operand.names))
            out += "complete -c attune" + condition + " -F\n";
        else if (!words.empty())
            out += "complete -c attune" + condition + " -a " + quoted(words) + "\n";
    }
    return out;
}

}  // namespace attune
