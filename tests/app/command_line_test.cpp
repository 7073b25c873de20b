// SPDX-License-Identifier: MIT
#include "app/command_line.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/complaint.h"
#include "app/help.h"
#include "rules/knowledge.h"
#include "text/utf8.h"

using namespace attune;

namespace {

std::string complaint_of(const std::vector<std::string>& words) {
    try {
        read_command_line(words);
    } catch (const Complaint& complaint) {
        return complaint.what();
    }
    return "";
}

// Splits an example line as a shell would: words and double or single quotes.
std::vector<std::string> shell_words(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    char quote = 0;
    bool open = false;
    for (const char c : line) {
        if (quote != 0 && c == quote) {
            quote = 0;
        } else if (quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
            open = true;
        } else if (quote == 0 && c == ' ') {
            if (open || !word.empty()) words.push_back(word);
            word.clear();
            open = false;
        } else {
            word += c;
        }
    }
    if (open || !word.empty()) words.push_back(word);
    return words;
}

}  // namespace

TEST_CASE("flags and operands may come in any order, common flags before the command too") {
    const auto invocation =
        read_command_line({"--pack", "a", "check", "notes.txt", "--to", "I failed.", "--pack=b", "-"});
    REQUIRE(invocation.command != nullptr);
    CHECK(invocation.command->name == "check");
    CHECK(invocation.arguments.value("--to") == "I failed.");
    CHECK(invocation.arguments.values("--pack") == std::vector<std::string>{"a", "b"});
    CHECK(invocation.arguments.operands() == std::vector<std::string>{"notes.txt", "-"});
}

TEST_CASE("a value may be empty, look like a flag or hold brackets") {
    for (const char* text : {"", "-", "--", "--to", "[a, b]", "{}", "a=b", "%%", "'"}) {
        const auto invocation = read_command_line({"check", "--reply", text});
        CHECK(invocation.arguments.value("--reply") == text);
    }
    CHECK(read_command_line({"check", "--reply="}).arguments.value("--reply") == "");
    CHECK(read_command_line({"check", "--reply=", "--to", "x"}).arguments.value("--reply") == "");
    CHECK(read_command_line({"check", "--reply=a=b"}).arguments.value("--reply") == "a=b");
}

TEST_CASE("the last of two values counts") {
    CHECK(read_command_line({"check", "--to", "a", "--to", "b"}).arguments.value("--to") == "b");
}

TEST_CASE("what follows a double dash is an operand") {
    const auto invocation = read_command_line({"check", "--no-rewrites", "--", "--odd", "-h"});
    CHECK(invocation.arguments.has("--no-rewrites"));
    CHECK(invocation.arguments.operands() == std::vector<std::string>{"--odd", "-h"});
}

TEST_CASE("a command of two words is found, and needs its second word") {
    CHECK(read_command_line({"rules", "list"}).command->name == "rules list");
    CHECK(complaint_of({"rules"}) ==
          "attune: `attune rules` needs to know what to do\n"
          "  help: `attune rules` does list, test or lint\n");
    CHECK(complaint_of({"rules", "lst"}) ==
          "attune: unknown command `rules lst`\n  help: did you mean `list`?\n");
}

TEST_CASE("help may be asked for as a command, and for a group of commands") {
    CHECK(read_command_line({"help"}).arguments.has("--help"));
    CHECK(read_command_line({"help", "check"}).command->name == "check");
    const auto group = read_command_line({"rules", "--help"});
    CHECK(group.command == nullptr);
    CHECK(group.group == "rules");
}

TEST_CASE("the relations that check takes are those that packs know") {
    std::string known;
    for (const auto relation : relation_names) known += (known.empty() ? "" : "|") + std::string(relation);
    for (const Flag& flag : find_command("check")->flags)
        if (flag.name == "--relation") CHECK(flag.choices == known);
}

TEST_CASE("typing errors are told with what was meant") {
    CHECK(complaint_of({"chekc"}) == "attune: unknown command `chekc`\n  help: did you mean `check`?\n");
    CHECK(complaint_of({"check", "--fromat", "json"}) ==
          "attune: unknown flag `--fromat`\n  help: did you mean `--format`?\n");
    CHECK(complaint_of({"check", "--format", "jsn"}) ==
          "attune: `--format` takes text, concise, json, jsonl, csv, github or sarif, not `jsn`\n  help: did "
          "you mean `json`?\n");
    CHECK(complaint_of({"check", "--to"}) == "attune: `--to` needs a value: STATEMENT\n");
    CHECK(complaint_of({"--reply", "x"}).find("it belongs to `attune check`") != std::string::npos);
    CHECK(complaint_of({"explain", "a", "b"}).find("nothing is expected at `b`") != std::string::npos);
}

TEST_CASE("no command is no error") {
    CHECK(read_command_line({}).command == nullptr);
    CHECK(read_command_line({"--color", "never"}).command == nullptr);
}

TEST_CASE("every example in help is a command line that can be read") {
    for (const Command& command : commands()) {
        CHECK_MESSAGE(!command.examples.empty(), command.name);
        for (const Usage& example : command.examples) {
            std::string_view line = example.line;
            line.remove_prefix(line.find("attune ") + 7);
            line = line.substr(0, std::min(line.find(" | "), line.find(" > ")));
            const auto invocation = read_command_line(shell_words(line));
            REQUIRE_MESSAGE(invocation.command != nullptr, line);
            CHECK(invocation.command->name == command.name);
        }
    }
}

TEST_CASE("every command and flag is described in lower case, without a full stop") {
    const auto well_said = [](std::string_view about) {
        return !about.empty() && about[0] >= 'a' && about[0] <= 'z' && !about.ends_with('.');
    };
    for (const Command& command : commands()) {
        CHECK_MESSAGE(well_said(command.about), command.name);
        for (const Flag& flag : command.flags) CHECK_MESSAGE(well_said(flag.about), flag.name);
        for (const Usage& example : command.examples) CHECK_MESSAGE(well_said(example.about), example.line);
    }
}

TEST_CASE("help names everything and fits a narrow screen") {
    Screen screen;
    screen.width = 48;
    const std::string general = general_help(screen);
    for (const Command& command : commands()) {
        CHECK(general.find(command.name) != std::string::npos);
        const std::string page = command_help(command, screen);
        for (const Flag& flag : command.flags) CHECK(page.find(flag.name) != std::string::npos);
    }
}
