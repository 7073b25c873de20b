// SPDX-License-Identifier: MIT
//
// The command's name is found first; then one small CLI11 parser is built from that command's row (and only
// that one, which keeps start-up cheap) and reads the rest. CLI11 sorts words into flags, values and
// operands; it hands back raw strings, and everything that is said to the user is said here.
#include "app/command_line.h"

#include <unistd.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "app/complaint.h"
#include "core/suggest.h"

namespace attune {
namespace {

bool looks_like_flag(std::string_view word) {
    return word.size() > 1 && word[0] == '-';
}

// "-v" or "--version" as a flag of `flags`.
const Flag* find_flag(std::span<const Flag> flags, std::string_view word) {
    const auto name = word.substr(0, word.find('='));
    for (const Flag& flag : flags)
        if (flag.name == name ||
            (flag.letter != 0 && name.size() == 2 && name[0] == '-' && name[1] == flag.letter))
            return &flag;
    return nullptr;
}

// Where the command's name stands among `words`, or words.size().
std::size_t find_name(const std::vector<std::string>& words) {
    std::size_t i = 0;
    while (i < words.size() && looks_like_flag(words[i])) {
        if (words[i] == "--") return words.size();
        const Flag* flag = find_flag(common_flags(), words[i]);
        const bool value_follows =
            flag != nullptr && !flag->value.empty() && words[i].find('=') == std::string::npos;
        i += value_follows ? 2 : 1;
    }
    return std::min(i, words.size());
}

std::string help_hint(const Command* command) {
    return "`attune " + (command != nullptr ? std::string(command->name) + " " : "") +
           "--help` shows how it is used";
}

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string near = did_you_mean(word, candidates);
    return near.empty() ? "" : "did you mean `" + near + "`?";
}

// Names of commands, or of the second words of a group ("list", "test" for "rules").
std::vector<std::string> command_names(std::string_view group) {
    std::vector<std::string> names;
    for (const Command& command : commands()) {
        std::string_view name = command.name;
        if (!group.empty()) {
            if (!name.starts_with(group) || name.size() <= group.size() || name[group.size()] != ' ')
                continue;
            name.remove_prefix(group.size() + 1);
        }
        std::string first{name.substr(0, name.find(' '))};
        if (names.empty() || names.back() != first) names.push_back(std::move(first));
    }
    return names;
}

Complaint unknown_command(const std::string& word) {
    std::string help = suggestion(word, command_names(""));
    if (help.empty() && ::access(word.c_str(), R_OK) == 0) help = "to read a file: attune check " + word;
    if (help.empty()) help = "`attune --help` shows what there is";
    return usage_complaint("unknown command `" + word + "`", help);
}

Complaint unknown_flag(const std::string& word, const Command* command, std::span<const Flag> own) {
    const std::string name = word.substr(0, word.find('='));
    std::vector<std::string> candidates;
    for (const auto flags : {own, common_flags()})
        for (const Flag& flag : flags) candidates.emplace_back(flag.name);
    std::string help = suggestion(name, candidates);
    if (help.empty())
        for (const Command& other : commands())
            if (find_flag(other.flags, name) != nullptr) {
                help = "it belongs to `attune " + std::string(other.name) + "`";
                break;
            }
    if (help.empty()) help = help_hint(command);
    return usage_complaint("unknown flag `" + name + "`", help);
}

// Takes the command's name out of `words`, or the group's when help is asked for it.
const Command* take_command(std::vector<std::string>& words, std::string& group) {
    const std::size_t at = find_name(words);
    if (at == words.size()) return nullptr;
    for (std::size_t i = 0; i < at; ++i)
        if (looks_like_flag(words[i]) && find_flag(common_flags(), words[i]) == nullptr)
            throw unknown_flag(words[i], nullptr, {});
    const std::string word = words[at];
    if (const Command* command = find_command(word)) {
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
        return command;
    }
    const auto parts = command_names(word);
    if (parts.empty()) throw unknown_command(word);
    const bool second_follows = at + 1 < words.size() && !looks_like_flag(words[at + 1]);
    const std::string second = second_follows ? words[at + 1] : "";
    const Command* command = second.empty() ? nullptr : find_command(word + " " + second);
    const bool help_asked = std::any_of(words.begin(), words.end(), [](const std::string& w) {
        const Flag* flag = find_flag(common_flags(), w);
        return flag != nullptr && flag->name == "--help";
    });
    if (command == nullptr && second.empty() && help_asked) {
        group = word;
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
        return nullptr;
    }
    if (command == nullptr) {
        std::string choices;
        for (const auto& part : parts) choices += (choices.empty() ? "" : "|") + part;
        std::string help = second.empty() ? "" : suggestion(second, parts);
        if (help.empty()) help = "`attune " + word + "` does " + spell_choices(choices);
        throw usage_complaint(second.empty() ? "`attune " + word + "` needs to know what to do"
                                             : "unknown command `" + word + " " + second + "`",
                              help);
    }
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(at);
    words.erase(first, first + (second_follows ? 2 : 1));
    return command;
}

// A number that is out of range lies near none of the others.
bool is_number(std::string_view value) {
    return value.find_first_not_of("0123456789.+-") == std::string_view::npos;
}

void check_choice(const Flag& flag, const std::string& value) {
    if (flag.choices.empty()) return;
    const auto choices = split_choices(flag.choices);
    if (std::find(choices.begin(), choices.end(), value) != choices.end()) return;
    throw usage_complaint(
        "`" + std::string(flag.name) + "` takes " + spell_choices(flag.choices) + ", not `" + value + "`",
        is_number(value) ? "" : suggestion(value, choices));
}

}  // namespace

const Command* find_command(std::string_view name) {
    for (const Command& command : commands())
        if (command.name == name) return &command;
    return nullptr;
}

std::vector<std::string> split_choices(std::string_view choices) {
    std::vector<std::string> parts;
    while (!choices.empty()) {
        const auto bar = choices.find('|');
        parts.emplace_back(choices.substr(0, bar));
        choices = bar == std::string_view::npos ? std::string_view{} : choices.substr(bar + 1);
    }
    return parts;
}

std::string spell_choices(std::string_view choices) {
    const auto parts = split_choices(choices);
    std::string spelled;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) spelled += i + 1 == parts.size() ? " or " : ", ";
        spelled += parts[i];
    }
    return spelled;
}

Invocation read_command_line(const std::vector<std::string>& given) {
    std::vector<std::string> words = given;
    if (!words.empty() && words.front() == "help") {  // "help check" is "check --help"
        words.erase(words.begin());
        words.emplace_back("--help");
    }
    Invocation invocation;
    invocation.command = take_command(words, invocation.group);
    const auto own = invocation.command != nullptr ? invocation.command->flags : std::span<const Flag>{};
    const Operand operand = invocation.command != nullptr ? invocation.command->operand : Operand{};

    CLI::App parser;
    parser.set_help_flag();
    parser.allow_extras();
    std::vector<std::pair<const Flag*, CLI::Option*>> options;
    for (const auto flags : {own, common_flags()})
        for (const Flag& flag : flags) {
            std::string name{flag.name};
            if (flag.letter != 0) name += std::string(",-") + flag.letter;
            CLI::Option* option =
                flag.value.empty() ? parser.add_flag(name) : parser.add_option(name)->take_all();
            options.emplace_back(&flag, option);
        }

    // CLI11 loses "--" and takes "--reply=" for a flag whose value comes next; both are settled here.
    std::vector<std::string> reversed, after_mark;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--") {
            after_mark.assign(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
            break;
        }
        const Flag* flag = find_flag(own, words[i]);
        if (flag == nullptr) flag = find_flag(common_flags(), words[i]);
        if (flag == nullptr || flag->value.empty()) {
            reversed.push_back(words[i]);
        } else if (words[i].ends_with('=') && words[i].size() == flag->name.size() + 1) {
            reversed.emplace_back(flag->name);
            reversed.emplace_back();
        } else {
            reversed.push_back(words[i]);
            if (words[i].find('=') == std::string::npos && i + 1 < words.size())
                reversed.push_back(words[++i]);
        }
    }
    std::reverse(reversed.begin(), reversed.end());
    try {
        parser.parse(reversed);
    } catch (const CLI::ArgumentMismatch&) {
        // Only the last word can lack its value, or a switch was given one.
        const std::string& last = given.back();
        const Flag* flag = find_flag(own, last);
        if (flag == nullptr) flag = find_flag(common_flags(), last);
        if (flag == nullptr || flag->value.empty()) throw usage_complaint("a flag is missing its value", "");
        throw usage_complaint("`" + std::string(flag->name) + "` needs a value: " + std::string(flag->value),
                              flag->choices.empty() ? "" : "it takes " + spell_choices(flag->choices));
    } catch (const CLI::ParseError& e) {
        throw usage_complaint(e.what(), "");
    }
    const auto add_operand = [&](const std::string& word) {
        if (invocation.arguments.operands().size() == operand.at_most)
            throw usage_complaint("nothing is expected at `" + word + "`", help_hint(invocation.command));
        invocation.arguments.add_operand(word);
    };
    for (const std::string& word : parser.remaining()) {
        if (looks_like_flag(word)) throw unknown_flag(word, invocation.command, own);
        add_operand(word);
    }
    for (const std::string& word : after_mark) add_operand(word);
    for (const auto& [flag, option] : options)
        for (const std::string& value : option->results()) {
            check_choice(*flag, value);
            invocation.arguments.add(flag->name, value);
        }
    return invocation;
}

}  // namespace attune
