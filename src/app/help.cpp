// SPDX-License-Identifier: MIT
#include "app/help.h"

#include <algorithm>

#include "app/command_line.h"
#include "app/wrap.h"
#include "text/utf8.h"

namespace attune {
namespace {

struct Row {
    std::string left, right;
};

// Two columns; a left side that is too wide stands on a line of its own.
std::string table(const std::vector<Row>& rows, const Screen& screen) {
    const std::size_t widest_left = std::min<std::size_t>(26, screen.width / 3);
    std::size_t column = 0;
    for (const Row& row : rows)
        if (display_width(row.left) <= widest_left) column = std::max(column, display_width(row.left));
    std::string out;
    for (const Row& row : rows) {
        const std::size_t width = display_width(row.left);
        std::string lead = "  " + screen.in(Ink::bold, row.left);
        if (width > column) {
            lead += "\n" + std::string(column + 4, ' ');
        } else {
            lead.append(column - width + 2, ' ');
        }
        out += hang(lead, row.right, column + 4, screen);
    }
    return out;
}

std::string title(std::string_view text, const Screen& screen) {
    return "\n" + screen.in(Ink::bold, text) + "\n";
}

// Lines to type, each with what it does below it.
std::string show_examples(std::span<const Usage> examples, const Screen& screen) {
    std::string out;
    for (const Usage& example : examples) {
        out += "  " + screen.in(Ink::offer, example.line) + "\n";
        out += hang("      ", example.about, 6, screen);
    }
    return out;
}

std::vector<Row> flag_rows(std::span<const Flag> flags) {
    std::vector<Row> rows;
    for (const Flag& flag : flags) {
        Row row;
        if (flag.letter != 0) row.left = std::string("-") + flag.letter + ", ";
        row.left += flag.name;
        if (!flag.choices.empty())
            row.left += " " + std::string(flag.choices);
        else if (!flag.value.empty())
            row.left += " " + std::string(flag.value);
        row.right = flag.about;
        rows.push_back(std::move(row));
    }
    return rows;
}

constexpr Usage first_steps[] = {
    {"attune", "practise: someone says something that hurts, you answer, and see how it lands"},
    {R"(attune check --to "I got demoted today." --reply "At least you still have a job.")",
     "one reply: what misses, why, and what would meet them"},
    {"attune check --format concise notes.txt", "a file, a reply a paragraph, one line a finding"},
    {"attune explain minimizing", "what a pattern is, and what meets the person instead"},
};

}  // namespace

std::string general_help(const Screen& screen) {
    std::string out =
        hang("",
             "attune reads a reply to someone who shares something that hurts, shows where it would "
             "leave them alone with it, and offers words that meet them. Offline, and the same "
             "answer every time.",
             0, screen);
    out += title("Try", screen) + show_examples(first_steps, screen);
    out += title("Commands", screen);
    std::vector<Row> rows;
    for (const Command& command : commands())
        rows.push_back({std::string(command.name), std::string(command.about)});
    out += table(rows, screen);
    out += title("Flags that every command takes", screen) + table(flag_rows(common_flags()), screen);
    out += "\n" +
           hang("",
                "`attune COMMAND --help` shows how each is used. Without a command, attune practises on a "
                "terminal and checks what is piped in.",
                0, screen);
    return out;
}

std::string group_help(std::string_view group, const Screen& screen) {
    std::string out;
    for (const Command& command : commands()) {
        if (!command.name.starts_with(group) || command.name.substr(group.size(), 1) != " ") continue;
        if (!out.empty()) out += "\n";
        out += command_help(command, screen);
    }
    return out;
}

std::string command_help(const Command& command, const Screen& screen) {
    std::string usage = "attune " + std::string(command.name);
    if (!command.flags.empty()) usage += " [FLAG…]";
    if (!command.operand.name.empty()) usage += " [" + std::string(command.operand.name) + "]";
    std::string out = screen.in(Ink::bold, usage) + "\n" + hang("  ", command.about, 2, screen);
    out += title("Try", screen) + show_examples(command.examples, screen);
    if (!command.operand.name.empty())
        out += title("Reads", screen) +
               table({{std::string(command.operand.name), std::string(command.operand.about)}}, screen);
    if (!command.flags.empty()) out += title("Flags", screen) + table(flag_rows(command.flags), screen);
    if (!command.details.empty()) out += "\n" + hang("", command.details, 0, screen);
    return out;
}

}  // namespace attune
