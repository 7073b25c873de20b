// SPDX-License-Identifier: MIT
#include "practice/database.h"

#include <sqlite3.h>

#include <utility>

namespace attune {
namespace {

[[noreturn]] void fail(sqlite3* handle, int code) {
    throw DatabaseError(code, handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
}

}  // namespace

Database::Database(const std::string& path) {
    const int code = sqlite3_open_v2(
        path.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) {
        const DatabaseError error(handle_ != nullptr ? sqlite3_extended_errcode(handle_) : code,
                                  handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(code));
        sqlite3_close(handle_);
        throw DatabaseError(error);
    }
    sqlite3_extended_result_codes(handle_, 1);
}

Database::~Database() {
    sqlite3_close(handle_);
}

void Database::run(const char* sql) {
    const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(handle_, code);
}

std::string Database::text_of(const char* sql) {
    Query query(*this, sql);
    return query.step() ? query.text(0) : std::string{};
}

std::int64_t Database::number_of(const char* sql) {
    Query query(*this, sql);
    return query.step() ? query.number(0) : 0;
}

bool Database::is_read_only() const {
    return sqlite3_db_readonly(handle_, "main") == 1;
}

std::uint64_t Database::changes() const {
    return static_cast<std::uint64_t>(sqlite3_changes64(handle_));
}

Query::Query(Database& database, const char* sql) : database_(database) {
    const int code = sqlite3_prepare_v2(database.handle(), sql, -1, &statement_, nullptr);
    if (code != SQLITE_OK) fail(database.handle(), code);
}

Query::~Query() {
    sqlite3_finalize(statement_);
}

Query& Query::bind(std::string_view text) {
    const int code = sqlite3_bind_text64(statement_, ++bound_, text.empty() ? "" : text.data(), text.size(),
                                         SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK) fail(database_.handle(), code);
    return *this;
}

Query& Query::bind(std::int64_t number) {
    const int code = sqlite3_bind_int64(statement_, ++bound_, number);
    if (code != SQLITE_OK) fail(database_.handle(), code);
    return *this;
}

Query& Query::bind_nothing() {
    ++bound_;  // a value that is not bound is NULL
    return *this;
}

bool Query::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    fail(database_.handle(), code);
}

std::string Query::text(int column) const {
    const auto* bytes = sqlite3_column_text(statement_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return bytes == nullptr ? std::string{} : std::string(reinterpret_cast<const char*>(bytes), size);
}

std::int64_t Query::number(int column) const {
    return sqlite3_column_int64(statement_, column);
}

bool Query::is_nothing(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

// The lock is taken at once: two that read first and write then would have to fail one of them.
Transaction::Transaction(Database& database) : database_(database) {
    database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    // SQLite has rolled back by itself after some errors; then there is nothing to undo.
    if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    database_.run("COMMIT");
    open_ = false;
}

Snapshot::Snapshot(Database& database) : database_(database) {
    database_.run("BEGIN");
}

Snapshot::~Snapshot() {
    sqlite3_exec(database_.handle(), "COMMIT", nullptr, nullptr, nullptr);
}

}  // namespace attune
