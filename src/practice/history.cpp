// SPDX-License-Identifier: MIT
#include "practice/history.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <thread>

#include "practice/database.h"
#include "practice/history_file.h"

namespace attune {
namespace {

constexpr std::string_view keeping_names[] = {"", "nothing", "figures", "texts"};  // by Keeping

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all.append(all.empty() ? "" : " ").append(name);
    return all;
}

std::vector<std::string> parted(std::string_view all) {
    std::vector<std::string> names;
    while (!all.empty()) {
        const std::size_t end = std::min(all.find(' '), all.size());
        names.emplace_back(all.substr(0, end));
        all.remove_prefix(std::min(end + 1, all.size()));
    }
    return names;
}

template <std::size_t N>
std::size_t index_in(const std::string_view (&names)[N], std::string_view name, std::size_t otherwise) {
    const auto found = std::find(std::begin(names), std::end(names), name);
    return found == std::end(names) ? otherwise : static_cast<std::size_t>(found - std::begin(names));
}

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

// Brings the log into the file and empties it. Where another session does the same just now SQLite does not
// wait by itself, so it is tried again for as long as its own waits take.
void settle(Database& database, const std::string& path) {
    constexpr auto pause = std::chrono::milliseconds(20);
    for (int tries = 250; database.number_of("PRAGMA wal_checkpoint(TRUNCATE)") != 0; --tries) {
        if (tries == 0)
            throw HistoryError(path +
                               " is being read by another attune, and what was erased is still in its log; "
                               "when that one has ended, `attune forget` clears it");
        std::this_thread::sleep_for(pause);
    }
}

}  // namespace

struct History::Room {
    std::string path;
    std::unique_ptr<Database> database;
    Keeping keeping = Keeping::unasked;
};

std::string History::usual_path() {
    // The specification has relative paths ignored.
    std::string base = environment("XDG_STATE_HOME");
    if (!base.starts_with('/')) {
        const std::string home = environment("HOME");
        base = home.empty() ? "" : home + "/.local/state";
    }
    return base.empty() ? "" : base + "/attune/history.sqlite";
}

bool History::exists(const std::string& path) {
    std::error_code problem;
    return !path.empty() && std::filesystem::exists(path, problem);
}

History::History(const std::string& path) : room_(std::make_unique<Room>()) {
    room_->path = path;
    room_->database = open_history_file(path);
    try {
        const std::string kept = room_->database->text_of("SELECT value FROM settings WHERE name = 'keep'");
        room_->keeping = static_cast<Keeping>(index_in(keeping_names, kept, 0));
    } catch (const DatabaseError& error) {
        throw history_error(path, error);
    }
}

History::~History() = default;
History::History(History&&) noexcept = default;
History& History::operator=(History&&) noexcept = default;

Keeping History::keeping() const {
    return room_->keeping;
}

void History::choose(Keeping keeping) {
    try {
        Query query(*room_->database, "INSERT OR REPLACE INTO settings (name, value) VALUES ('keep', ?)");
        query.bind(keeping_names[static_cast<std::size_t>(keeping)]).step();
        room_->keeping = keeping;
    } catch (const DatabaseError& error) {
        throw history_error(room_->path, error);
    }
}

// One statement outside a transaction is one of its own.
void History::record(const Attempt& attempt) {
    if (room_->keeping < Keeping::figures) return;
    try {
        Query query(
            *room_->database,
            "INSERT INTO attempts (at, scenario, depth, attempt, landing, score, patterns, rules, moves, "
            "statement, draft) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        query.bind(attempt.at)
            .bind(attempt.scenario)
            .bind(std::int64_t{attempt.depth})
            .bind(std::int64_t{attempt.attempt})
            .bind(landing_names[static_cast<std::size_t>(attempt.landing)])
            .bind(std::int64_t{attempt.score})
            .bind(joined(attempt.patterns))
            .bind(joined(attempt.rules))
            .bind(joined(attempt.moves));
        // Words of somebody who may be in danger are not for a file.
        if (room_->keeping == Keeping::texts && attempt.landing != Landing::risk)
            query.bind(attempt.statement).bind(attempt.draft);
        else
            query.bind_nothing().bind_nothing();
        query.step();
    } catch (const DatabaseError& error) {
        throw history_error(room_->path, error);
    }
}

void History::record(const Checkin& checkin) {
    if (room_->keeping < Keeping::figures) return;
    try {
        Query query(*room_->database, "INSERT INTO checkins (at, word, strength) VALUES (?, ?, ?)");
        query.bind(checkin.at).bind(checkin.word);
        if (checkin.strength)
            query.bind(std::int64_t{*checkin.strength});
        else
            query.bind_nothing();
        query.step();
    } catch (const DatabaseError& error) {
        throw history_error(room_->path, error);
    }
}

std::vector<Attempt> History::attempts() const {
    try {
        Query query(*room_->database,
                    "SELECT at, scenario, depth, attempt, landing, score, patterns, rules, moves, statement, "
                    "draft FROM attempts ORDER BY at, id");
        std::vector<Attempt> all;
        while (query.step()) {
            Attempt& one = all.emplace_back();
            one.at = query.number(0);
            one.scenario = query.text(1);
            one.depth = static_cast<int>(query.number(2));
            one.attempt = static_cast<int>(query.number(3));
            one.landing = static_cast<Landing>(
                index_in(landing_names, query.text(4), static_cast<std::size_t>(Landing::halfway)));
            one.score = static_cast<int>(query.number(5));
            one.patterns = parted(query.text(6));
            one.rules = parted(query.text(7));
            one.moves = parted(query.text(8));
            one.statement = query.text(9);
            one.draft = query.text(10);
        }
        return all;
    } catch (const DatabaseError& error) {
        throw history_error(room_->path, error);
    }
}

std::vector<Checkin> History::checkins() const {
    try {
        Query query(*room_->database, "SELECT at, word, strength FROM checkins ORDER BY at, id");
        std::vector<Checkin> all;
        while (query.step()) {
            Checkin& one = all.emplace_back();
            one.at = query.number(0);
            one.word = query.text(1);
            if (!query.is_nothing(2)) one.strength = static_cast<int>(query.number(2));
        }
        return all;
    } catch (const DatabaseError& error) {
        throw history_error(room_->path, error);
    }
}

namespace {

// Deletes the rows in one transaction and tells what they were.
History::Erased erase_rows(Database& database, std::optional<Instant> before) {
    History::Erased erased;
    const Instant end = before.value_or(INT64_MAX);
    Transaction transaction(database);
    Query span(
        database,
        "SELECT min(at), max(at), sum(draft), sum(1 - draft) FROM (SELECT at, 1 AS draft FROM attempts "
        "WHERE at < ?1 UNION ALL SELECT at, 0 FROM checkins WHERE at < ?1)");
    if (span.bind(end).step()) {
        erased.first = span.number(0);
        erased.last = span.number(1);
        erased.attempts = static_cast<std::uint64_t>(span.number(2));
        erased.checkins = static_cast<std::uint64_t>(span.number(3));
    }
    Query(database, "DELETE FROM attempts WHERE at < ?").bind(end).step();
    Query(database, "DELETE FROM checkins WHERE at < ?").bind(end).step();
    if (!before) database.run("DELETE FROM settings");
    transaction.commit();
    return erased;
}

// Leaves the log behind for good, which only the last one who has the file open can.
bool is_held_by_another(Database& database) {
    database.run("PRAGMA busy_timeout = 0");
    try {
        return database.text_of("PRAGMA journal_mode = DELETE") != "delete";
    } catch (const DatabaseError& error) {
        if ((error.code() & 0xff) != SQLITE_BUSY && (error.code() & 0xff) != SQLITE_LOCKED) throw;
        return true;
    }
}

}  // namespace

History::Erased History::forget(std::optional<Instant> before) {
    Database& database = *room_->database;
    try {
        Erased erased = erase_rows(database, before);
        // First what needs no room, so that a full disk cannot keep what was erased.
        settle(database, room_->path);
        database.run("VACUUM");
        settle(database, room_->path);
        if (before) return erased;
        room_->keeping = Keeping::unasked;
        erased.in_use = is_held_by_another(database);
        if (erased.in_use) return erased;
        room_->database.reset();
        remove_history_file(room_->path);
        return erased;
    } catch (const DatabaseError& error) {
        throw history_error(room_->path, error);
    }
}

}  // namespace attune
