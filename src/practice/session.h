// SPDX-License-Identifier: MIT
//
// A practice session without a screen: what stands to be answered, how a draft was met, what comes next.
// Whoever shows it (app/practice_screen.h) decides on words and colours. Nothing is written anywhere.
//
// The loop follows what teaching studies found (catalogue §8): feedback at once, at most two findings, the
// strongest move first, one alternative, the same moment again until it lands or three tries are over.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coach/coach.h"
#include "practice/landing.h"
#include "practice/order.h"

namespace attune {

// A draft and how it was read. Reading and rewrites point into the texts beside them.
struct Coaching {
    std::string statement, draft;
    Reading reading;
    std::vector<Rewrite> rewrites;
    Landing landing = Landing::halfway;
    std::string_view they_say;  // what the person says to it; a miss is answered once a moment; may be empty
    int attempt = 1;
    bool moves_on = false;  // the next statement follows
};

class Session {
  public:
    static constexpr int attempts = 3;  // at one statement

    // `coach` must outlive the session.
    Session(Coach& coach, const Choice& choice);

    // False when the choice holds no scenario.
    [[nodiscard]] bool has_scenarios() const { return !order_.empty(); }
    // What is to be answered now.
    [[nodiscard]] std::string_view statement() const;
    // The scenario it comes from; null for one's own statement.
    [[nodiscard]] const Scenario* scenario() const;

    // Reads a draft. The result stays as last() until the next draft, or until the moment is left without
    // one.
    const Coaching& answer(std::string_view draft);
    [[nodiscard]] const Coaching* last() const { return last_ ? &*last_ : nullptr; }
    // Better words for what is to be answered: those for the last draft, or for saying nothing when there is
    // none.
    std::vector<Rewrite> better_words();

    void skip() {
        last_.reset();
        move_on();
    }
    // Puts one's own statement in place of the scenario until it is answered. False when someone may be in
    // danger in it: then it is not for practice, and all stays as it is.
    [[nodiscard]] bool say(std::string_view statement);
    // False when the deck holds nothing at the level that was chosen; then all stays as it is.
    bool choose_deck(std::size_t deck);

    [[nodiscard]] int drafts() const { return drafts_; }
    [[nodiscard]] int landed() const { return landed_; }

  private:
    void move_on();
    void begin_moment();
    [[nodiscard]] RewriteOptions rewriting() const;

    Coach& coach_;
    Choice choice_;
    std::vector<std::uint32_t> order_;
    std::size_t at_ = 0;  // in order_
    std::optional<std::string> own_statement_;
    std::optional<Coaching> last_;
    std::vector<std::string> offered_;  // the first rewrite of each answer, so that none wears out
    bool answered_ = false;             // last_ belongs to what is to be answered now
    bool miss_answered_ = false;        // at what is to be answered now
    int attempt_ = 0;
    int drafts_ = 0, landed_ = 0;
};

}  // namespace attune
