// SPDX-License-Identifier: MIT
//
// SQLite, held so that nothing leaks and no error code is overlooked. Only history.cpp and what belongs to it
// use this.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace attune {

// What SQLite refused: its own extended code, and its words.
class DatabaseError : public std::runtime_error {
  public:
    DatabaseError(int code, const std::string& words) : std::runtime_error(words), code_(code) {}
    [[nodiscard]] int code() const { return code_; }

  private:
    int code_;
};

class Database {
  public:
    // Opens the file for writing, or makes it.
    explicit Database(const std::string& path);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // One statement or several, without values.
    void run(const char* sql);
    // The first value of the first row; "" or 0 when there is none.
    [[nodiscard]] std::string text_of(const char* sql);
    [[nodiscard]] std::int64_t number_of(const char* sql);
    // True when the file may only be read.
    [[nodiscard]] bool is_read_only() const;
    [[nodiscard]] std::uint64_t changes() const;  // rows that the last statement changed

    [[nodiscard]] sqlite3* handle() const { return handle_; }

  private:
    sqlite3* handle_ = nullptr;
};

// A prepared statement. Values are bound in order, columns are read by number from 0.
class Query {
  public:
    Query(Database& database, const char* sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& bind(std::string_view text);
    Query& bind(std::int64_t number);
    Query& bind_nothing();
    // False after the last row.
    bool step();

    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] bool is_nothing(int column) const;

  private:
    Database& database_;
    sqlite3_stmt* statement_ = nullptr;
    int bound_ = 0;
};

// Writes that happen together or not at all; undone unless committed.
class Transaction {
  public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

  private:
    Database& database_;
    bool open_ = true;
};

// While it stands, all that is read is of one moment.
class Snapshot {
  public:
    explicit Snapshot(Database& database);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

  private:
    Database& database_;
};

}  // namespace attune
