// SPDX-License-Identifier: MIT
//
// Rows, each saying whose session it belongs to, to sessions. The rows of a session must stand together:
// waiting for stragglers would mean to keep the whole file. A session that comes back after another is an
// error and its later rows are left out; making two sessions of it in silence would falsify both.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "transcript/problems.h"
#include "transcript/session.h"

namespace attune::transcript {

// Remembers ids by a 64-bit hash each, and not more than half a million of them: a file that is not sorted by
// session shows it long before.
class SeenIds {
  public:
    // False when the id was there before.
    bool insert(std::string_view id);

  private:
    static constexpr std::size_t remembered_at_most = 1U << 19;
    void grow();

    std::vector<std::uint64_t> slots_;
    std::size_t count_ = 0;
};

struct Row {
    std::string speaker, text, session;
    std::optional<double> start_seconds, order;
    std::size_t line = 0;
    std::vector<std::pair<std::string, std::string>> columns;  // the others

    void clear();
};

class Grouping {
  public:
    explicit Grouping(Problems& problems) : problems_(problems) {}

    // Takes a row and leaves it void. True when it began another session: then `out` is the one before it.
    bool add(Row& row, Session& out);
    // The last session; false when there is none.
    bool finish(Session& out);
    // Whether a whole session of this id may be given out; tells when it came before.
    bool may_begin(const std::string& id, std::size_t line);

  private:
    void append(Row& row);
    void keep_constant(const Row& row);
    void complete(Session& out);

    Problems& problems_;
    Session session_;
    std::vector<std::optional<double>> orders_;  // of the segments of session_
    std::vector<std::size_t> repeated_;          // in how many rows a column of session_ has its value
    bool open_ = false, skipping_ = false;
    std::string skipped_;
    SeenIds seen_;
};

}  // namespace attune::transcript
