// SPDX-License-Identifier: MIT
//
// The file that a history lies in: made so that only its owner may read it, recognised, brought to today's
// version, and what goes wrong with it put into words.
#pragma once

#include <memory>
#include <string>

#include "practice/database.h"
#include "practice/history.h"

namespace attune {

// Throws HistoryError.
std::unique_ptr<Database> open_history_file(const std::string& path);

// What was refused, for the user: the place, the reason, and a cure.
HistoryError history_error(const std::string& path, const DatabaseError& error);

// Removes the file and those that SQLite keeps beside it.
void remove_history_file(const std::string& path);

}  // namespace attune
