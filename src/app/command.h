// SPDX-License-Identifier: MIT
//
// What a command is: one row of the table in commands.cpp. Help, the parser and their tests all read that
// table, so that a flag is written down once. Rows are constants; nothing is built at start-up.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "packs/project_file.h"

namespace attune {

struct Console;

// What a value names, so that a shell can complete it.
enum class Names : std::uint8_t {
    nothing,  // free words
    file,     // or a folder
    folder,
    finding,   // a pattern, kind or rule
    code,      // a pattern or move
    anything,  // a pattern, kind, move or rule
    deck,
    region,
};

struct Flag {
    std::string_view name;     // "--to"
    std::string_view value;    // "STATEMENT"; "" for a switch
    std::string_view about;    // one line, lower case
    std::string_view choices;  // "text|jsonl": the values it takes; "" for any
    char letter = 0;           // short form
    Names names = Names::nothing;
    SettingForm setting = SettingForm::none;  // how a project file may give it, under the name without dashes
    std::string_view unset = "";              // what holds when nobody gives it, where that can be said
};

// What stands beside the flags.
struct Operand {
    std::string_view name;  // "FILE…|-"; "" for none
    std::string_view about;
    std::size_t at_most = 0;
    Names names = Names::nothing;
    std::string_view choices = "";  // as those of a flag
};

struct Usage {
    std::string_view line;   // "attune check notes.txt"
    std::string_view about;  // what it does, lower case
};

// The command line as it was typed, sorted by flag, and behind it what a project file says. Nothing is
// decided here: each command turns it into its own checked options.
class Arguments {
  public:
    void add(std::string_view flag, std::string value) { flags_.push_back({flag, std::move(value), {}}); }
    void add_from_project(std::string_view flag, ProjectValue value) {
        flags_.push_back({flag, std::move(value.text), std::move(value.spot)});
    }
    void add_operand(std::string value) { operands_.push_back(std::move(value)); }

    [[nodiscard]] bool has(std::string_view flag) const { return !values(flag).empty(); }
    // The last value given.
    [[nodiscard]] std::optional<std::string> value(std::string_view flag) const;
    // All of them; those of the project file count when none was typed.
    [[nodiscard]] std::vector<std::string> values(std::string_view flag) const;
    [[nodiscard]] std::vector<std::string> typed(std::string_view flag) const;
    [[nodiscard]] std::vector<std::string> of_project(std::string_view flag) const;
    // Where the project file gives that value; null when it does not.
    [[nodiscard]] const Diagnostic* spot_of(std::string_view flag, std::string_view value) const;
    [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }

    std::string project_file;  // that was read; "" for none

  private:
    struct Given {
        std::string_view flag;
        std::string value;
        std::optional<Diagnostic> spot;  // in the project file; none: typed
    };
    std::vector<Given> flags_;
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
