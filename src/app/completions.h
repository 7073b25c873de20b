// SPDX-License-Identifier: MIT
//
// Completions for shells, made from the command table as the program itself reads it. They are printed by the
// program and not kept in files beside it, so that a copied binary brings its own and names of own packs
// count.
#pragma once

#include <string>
#include <vector>

#include "app/command.h"
#include "rules/knowledge.h"

namespace attune {

std::string bash_completions(const Knowledge& knowledge);
std::string zsh_completions(const Knowledge& knowledge);
std::string fish_completions(const Knowledge& knowledge);

// What the three share.

// The words that a value may be: choices, or names that the packs know. Empty for files and free words.
std::vector<std::string> value_words(std::string_view choices, Names names, const Knowledge& knowledge);
inline bool is_path(Names names) {
    return names == Names::file || names == Names::folder;
}
// The first words of commands; `group`: the second words of those that begin with it.
struct NameAndAbout {
    std::string name, about;
};
std::vector<NameAndAbout> command_words(std::string_view group);
std::string joined(const std::vector<std::string>& words, std::string_view between);

}  // namespace attune
