// SPDX-License-Identifier: MIT
//
// What a command is: one row of the table in commands.cpp. Help, the parser and their tests all read that
// table, so that a flag is written down once. Rows are constants; nothing is built at start-up.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attune {

struct Console;

struct Flag {
    std::string_view name;     // "--to"
    std::string_view value;    // "STATEMENT"; "" for a switch
    std::string_view about;    // one line, lower case
    std::string_view choices;  // "text|jsonl": the values it takes; "" for any
    char letter = 0;           // short form
};

// What stands beside the flags.
struct Operand {
    std::string_view name;  // "FILE…|-"; "" for none
    std::string_view about;
    std::size_t at_most = 0;
};

struct Usage {
    std::string_view line;   // "attune check notes.txt"
    std::string_view about;  // what it does, lower case
};

// The command line as it was typed, sorted by flag. Nothing is decided here: each command turns it into its
// own checked options.
class Arguments {
  public:
    void add(std::string_view flag, std::string value) { flags_.emplace_back(flag, std::move(value)); }
    void add_operand(std::string value) { operands_.push_back(std::move(value)); }

    [[nodiscard]] bool has(std::string_view flag) const { return value(flag).has_value(); }
    // The last value given.
    [[nodiscard]] std::optional<std::string> value(std::string_view flag) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view flag) const;
    [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }

  private:
    std::vector<std::pair<std::string_view, std::string>> flags_;
    std::vector<std::string> operands_;
};

struct Command {
    std::string_view name;  // "check", "rules list"
    std::string_view about;
    std::string_view details;  // paragraphs below the examples; may be empty
    std::span<const Usage> examples;
    std::span<const Flag> flags;
    Operand operand;
    int (*run)(const Arguments&, Console&) = nullptr;  // gives the exit status
};

// Every command, in the order that help shows them.
std::span<const Command> commands();

// Flags that every command takes.
std::span<const Flag> common_flags();

}  // namespace attune
