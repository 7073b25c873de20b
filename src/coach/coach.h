// SPDX-License-Identifier: MIT
//
// The pipeline on one page (coach.cpp): read the statement, read the reply, weigh what was found, score it,
// offer better words.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coach/reading.h"
#include "rules/knowledge.h"

namespace attune {

struct RewriteOptions {
    std::size_t at_most = 3;
    // Who the speaker is to the listener, an index into relation_names; guessed from the words where it is
    // not given.
    std::optional<std::uint8_t> relation = std::nullopt;
    std::optional<std::uint8_t> style = std::nullopt;  // index into style_names
    // What was offered before in this session, the newest last: no opening comes twice in a row, and "it
    // sounds" at most once in five.
    std::span<const std::string> offered = {};
};

// One a thread: it keeps room for reading from one exchange to the next. The same exchange gives the same
// answer, to the byte.
class Coach {
  public:
    explicit Coach(const Knowledge& knowledge);
    ~Coach();
    Coach(Coach&&) noexcept;

    [[nodiscard]] const Knowledge& knowledge() const;

    // Replaces `out`. Any bytes give a reading. Views in `out` point into the knowledge or the exchange.
    void read(const Exchange& exchange, Reading& out);

    // Better replies, best first. Each was read again: nothing is flagged in it and it carries a move. Empty
    // when nothing was flagged or when risk is mentioned.
    std::vector<Rewrite> rewrite(const Exchange& exchange, const Reading& reading,
                                 const RewriteOptions& options = {});

  private:
    struct Room;
    std::unique_ptr<Room> room_;
};

}  // namespace attune
