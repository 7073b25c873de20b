// SPDX-License-Identifier: MIT
#include "practice/migrations.h"

namespace attune {
namespace {

// Lists of names are kept with a space between them; names hold none.
constexpr const char* steps[] = {
    R"sql(
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,         -- seconds since 1970, UTC
    scenario TEXT NOT NULL,      -- '' for a statement of one's own
    attempt INTEGER NOT NULL,    -- 1 for the first draft at a statement
    landing TEXT NOT NULL,       -- met, halfway, missed, risk, repaired
    score INTEGER NOT NULL,
    patterns TEXT NOT NULL,
    rules TEXT NOT NULL,
    moves TEXT NOT NULL,
    statement TEXT,              -- NULL unless texts are kept
    draft TEXT
);
CREATE INDEX attempts_by_time ON attempts (at);
)sql",
    R"sql(
ALTER TABLE attempts ADD COLUMN depth INTEGER NOT NULL DEFAULT 0;  -- which of the scenario's statements
CREATE TABLE checkins (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    word TEXT NOT NULL,
    strength INTEGER             -- 0 to 10; NULL when none was given
);
)sql",
};

}  // namespace

std::span<const char* const> history_steps() {
    return steps;
}

}  // namespace attune
