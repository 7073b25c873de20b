// SPDX-License-Identifier: MIT
//
// The history's tables, as a row of steps: each brings a file from one version to the next. A step that was
// once released is never edited; what changes comes as a new one. The file's version is its user_version.
#pragma once

#include <cstdint>
#include <span>

namespace attune {

// "attu", in the file's application_id: SQLite files of others are left alone.
inline constexpr std::int64_t history_application_id = 0x61747475;

// Step i makes version i + 1.
std::span<const char* const> history_steps();

}  // namespace attune
