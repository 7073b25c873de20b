// SPDX-License-Identifier: MIT
//
// Points in time as people and programs write them. Days are those of the place where attune runs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "practice/history.h"

namespace attune {

std::string spell_date(Instant at);  // "3 Nov 2026"
std::string iso_date(Instant at);    // "2026-11-03"
std::string iso_time(Instant at);    // "2026-11-03T18:20:05Z"

// The first second of a day written as 2026-11-03; nothing for what is no day.
std::optional<Instant> read_date(std::string_view text);

}  // namespace attune
