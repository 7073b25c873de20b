// SPDX-License-Identifier: MIT
//
// What somebody practised, kept from one session to the next, if they want it: one SQLite file that nobody
// else may read. Which rules fired and how a draft landed is kept; the words themselves only when that was
// wished for as well. Each draft is one transaction that is on disk when record() returns: sessions side by
// side, a kill at any instant or a full disk lose and damage nothing that was recorded.
//
// A History belongs to one thread. Whatever goes wrong is a HistoryError for the user, and practice can go on
// without (recorder.h).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/error.h"
#include "practice/landing.h"

namespace attune {

// A point in time, in seconds since 1970 (UTC).
using Instant = std::int64_t;

// A draft, as the history keeps it.
struct Attempt {
    std::string scenario;  // its id; empty for a statement of one's own
    Instant at = 0;
    int depth =
        0;  // which of the scenario's statements was answered: 0 the first, 1 what they say once met …
    int attempt = 1;  // at that statement; 1 for the first draft
    Landing landing = Landing::halfway;
    int score = 0;                      // 0..100
    std::vector<std::string> patterns;  // names; those that were flagged
    std::vector<std::string> rules;     // ids of the rules behind them
    std::vector<std::string> moves;     // names
    // Recorded only where the texts are to be kept, and never where risk is mentioned.
    std::string statement = {}, draft = {};

    bool operator==(const Attempt&) const = default;
};

// What somebody named in a check-in that they asked to keep.
struct Checkin {
    Instant at = 0;
    std::string word;
    std::optional<int> strength;  // 0..10

    bool operator==(const Checkin&) const = default;
};

// What may be kept.
enum class Keeping : std::uint8_t {
    unasked,  // nothing: nobody was asked yet
    nothing,
    figures,  // all but texts
    texts,    // statements and drafts as well
};

class HistoryError : public IoError {
  public:
    using IoError::IoError;
};

class History {
  public:
    // $XDG_STATE_HOME/attune/history.sqlite, else in ~/.local/state; "" when there is no home.
    static std::string usual_path();
    static bool exists(const std::string& path);

    // Opens the file; makes it, and its folder, when there is none. Throws HistoryError when it is no
    // history, of a newer attune, damaged, or cannot be written.
    explicit History(const std::string& path);
    ~History();
    History(History&&) noexcept;
    History& operator=(History&&) noexcept;

    [[nodiscard]] Keeping keeping() const;
    void choose(Keeping keeping);

    // On disk when this returns; when it throws, nothing of it is. Records nothing where nothing may be kept.
    void record(const Attempt& attempt);
    void record(const Checkin& checkin);

    // Oldest first.
    [[nodiscard]] std::vector<Attempt> attempts() const;
    [[nodiscard]] std::vector<Checkin> checkins() const;

    struct Erased {
        std::uint64_t attempts = 0, checkins = 0;
        Instant first = 0, last = 0;  // of what was erased
        bool in_use = false;          // another attune has the file open: it stays, without what was erased
    };
    // Erases what is older than `before`, or all: rows, free pages and the log are overwritten. When all is
    // erased the files go as well, and with them what may be kept; this history is of no use afterwards.
    Erased forget(std::optional<Instant> before);

  private:
    struct Room;
    std::unique_ptr<Room> room_;
};

}  // namespace attune
