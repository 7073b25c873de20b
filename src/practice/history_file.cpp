// SPDX-License-Identifier: MIT
#include "practice/history_file.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <thread>

#include "practice/migrations.h"

namespace attune {
namespace {

namespace fs = std::filesystem;

// The name that a folder for state has in the specification, with its rights: 0700.
void make_folder(const fs::path& folder) {
    std::error_code problem;
    if (fs::is_directory(folder, problem)) return;
    if (folder.has_parent_path() && folder.parent_path() != folder) make_folder(folder.parent_path());
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        throw HistoryError("cannot make the folder " + folder.string() + ": " + std::strerror(errno));
}

// The files that SQLite puts beside it take their rights from this one.
void make_file(const std::string& path) {
    const fs::path folder = fs::path(path).parent_path();
    if (!folder.empty()) make_folder(folder);
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, 0600);
    if (file < 0) {
        const std::string reason = std::strerror(errno);
        throw HistoryError("cannot write to " + path + ": " + reason);
    }
    struct stat found {};
    const bool plain = ::fstat(file, &found) == 0 && S_ISREG(found.st_mode);
    // A copy that was put back may have come with wider rights.
    if (plain && (found.st_mode & 0077) != 0) ::fchmod(file, 0600);
    ::close(file);
    if (!plain) throw HistoryError(path + " is no ordinary file");
}

// Asked in one transaction: another session may be making its tables just now.
void check_whose(Database& database, const std::string& path) {
    const Snapshot snapshot(database);
    const std::int64_t id = database.number_of("PRAGMA application_id");
    if (id == history_application_id) {
        const auto known = static_cast<std::int64_t>(history_steps().size());
        const std::int64_t version = database.number_of("PRAGMA user_version");
        if (version > known)
            throw HistoryError(path + " was written by a newer attune (version " + std::to_string(version) +
                               ", this one knows " + std::to_string(known) + "); it is left as it is");
        return;
    }
    if (id != 0 || database.number_of("SELECT count(*) FROM sqlite_schema") != 0)
        throw HistoryError(path +
                           " is a database of something else; move it away, and a new history can begin");
}

// A file changes to its log only while nobody else reads it, and SQLite does not wait for that by itself.
void use_log(Database& database) {
    constexpr auto pause = std::chrono::milliseconds(20);
    for (int tries = 250;; --tries) {
        try {
            database.run("PRAGMA journal_mode = WAL");
            return;
        } catch (const DatabaseError& error) {
            if ((error.code() & 0xff) != SQLITE_BUSY || tries == 0) throw;
        }
        std::this_thread::sleep_for(pause);
    }
}

// All steps that are missing, in one transaction; of two that arrive together the second finds it done.
void migrate(Database& database) {
    const auto steps = history_steps();
    const auto version = [&] { return static_cast<std::size_t>(database.number_of("PRAGMA user_version")); };
    if (version() == steps.size()) return;
    Transaction transaction(database);
    for (std::size_t at = version(); at < steps.size(); ++at) database.run(steps[at]);
    database.run(("PRAGMA application_id = " + std::to_string(history_application_id) +
                  "; PRAGMA user_version = " + std::to_string(steps.size()))
                     .c_str());
    transaction.commit();
}

}  // namespace

std::unique_ptr<Database> open_history_file(const std::string& path) {
    if (path.empty())
        throw HistoryError("there is no place for a history: neither $XDG_STATE_HOME nor $HOME is set");
    make_file(path);
    try {
        auto database = std::make_unique<Database>(path);
        // What is erased is overwritten; a commit is on disk before it returns.
        database->run("PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL");
        check_whose(*database, path);
        if (database->is_read_only())
            throw HistoryError(path + " may only be read; `chmod u+w` lets attune write to it");
        use_log(*database);
        migrate(*database);
        return database;
    } catch (const DatabaseError& error) {
        throw history_error(path, error);
    }
}

HistoryError history_error(const std::string& path, const DatabaseError& error) {
    switch (error.code() & 0xff) {
        case SQLITE_NOTADB:
            return HistoryError(path + " is no history of attune; move it away, and a new one can begin");
        case SQLITE_CORRUPT:
            return HistoryError(path +
                                " is damaged; move it away, and a new one can begin (`sqlite3 FILE .recover` "
                                "reads what is left)");
        case SQLITE_FULL:
            return HistoryError("the disk is full, and " + path + " cannot grow; with some room it goes on");
        case SQLITE_READONLY:
            return HistoryError(path + " may only be read; `chmod u+w` lets attune write to it");
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return HistoryError(path + " is held by another program; try again when it has ended");
        case SQLITE_IOERR:
            return HistoryError("cannot write to " + path + ": the disk or its quota may be full (" +
                                error.what() + ")");
        default:
            return HistoryError("cannot use " + path + ": " + error.what());
    }
}

void remove_history_file(const std::string& path) {
    for (const char* end : {"-wal", "-shm", "-journal", ""}) {
        const std::string name = path + end;
        if (::unlink(name.c_str()) != 0 && errno != ENOENT)
            throw HistoryError("cannot remove " + name + ": " + std::strerror(errno));
    }
    std::error_code ignored;  // a folder in which something else lies stays
    fs::remove(fs::path(path).parent_path(), ignored);
}

}  // namespace attune
