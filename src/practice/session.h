// SPDX-License-Identifier: MIT
//
// A practice session without a screen: what stands to be answered, how a draft was met, what comes next.
// Whoever shows it (app/practice_loop.h) decides on words and colours. Nothing is written anywhere.
//
// The loop follows what teaching studies found (catalogue §8): feedback at once, at most two findings, the
// strongest move first, one alternative, the same moment again until it lands or three tries are over.
//
// A scenario is a short talk. A draft that meets the person opens them up: what they say then (`met`,
// `deeper`) is the next thing to answer. A draft that misses closes them (`missed`), and from then on a draft
// that owns the miss and asks to try again is a repair: a way of its own to land, and it opens them up too.
// Who missed three times is given one last chance to mend it.
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

inline bool landed_well(Landing landing) {
    return landing == Landing::met || landing == Landing::repaired;
}

// What follows a draft.
enum class Next : std::uint8_t {
    again,        // the same moment
    last_chance,  // the same moment, once more, to mend it
    further,      // the same person says more, which is answered next
    on,           // another scenario
};

// A draft and how it was read. Reading and rewrites point into the texts beside them.
struct Coaching {
    std::string statement, draft;
    const Scenario* scenario = nullptr;  // null for one's own statement
    int depth = 0;                       // of the statement in its scenario: 0 says, 1 met, 2 deeper
    Reading reading;
    std::vector<Rewrite> rewrites;
    Landing landing = Landing::halfway;
    // What the person says to a miss (once a scenario) or to a repair; may be empty. How they open up is the
    // next statement.
    std::string_view they_say;
    int attempt = 1;
    Next next = Next::again;
};

// What a session came to. Words are those of the drafts, and those that were heard.
struct SessionTally {
    int drafts = 0, landed = 0, repaired = 0;
    std::uint32_t open_questions = 0, closed_questions = 0;
    std::size_t own_words = 0, heard_words = 0;
};

class Session {
  public:
    static constexpr int attempts = 3;  // at one statement; and one more to mend it

    // `coach` must outlive the session.
    Session(Coach& coach, const Choice& choice);

    // False when the choice holds no scenario.
    [[nodiscard]] bool has_scenarios() const { return !order_.empty(); }
    // What is to be answered now.
    [[nodiscard]] std::string_view statement() const;
    // The scenario it comes from; null for one's own statement.
    [[nodiscard]] const Scenario* scenario() const;
    // Nothing of this scenario, or of this statement of one's own, was answered yet.
    [[nodiscard]] bool is_fresh() const { return depth_ == 0 && attempt_ == 0 && !missed_; }

    // Reads a draft. The result stays as last() until the next draft, or until the moment is left without
    // one.
    const Coaching& answer(std::string_view draft);
    [[nodiscard]] const Coaching* last() const { return last_ ? &*last_ : nullptr; }
    // Better words for what is to be answered: those for the last draft, or for saying nothing when there is
    // none.
    std::vector<Rewrite> better_words();

    // On to another scenario.
    void skip();
    // Puts one's own statement in place of the scenario until it is answered. False when someone may be in
    // danger in it: then it is not for practice, and all stays as it is.
    [[nodiscard]] bool say(std::string_view statement);
    // False when the deck holds nothing at the level that was chosen; then all stays as it is.
    bool choose_deck(std::size_t deck);

    [[nodiscard]] const SessionTally& tally() const { return tally_; }

  private:
    [[nodiscard]] std::string_view at_depth(int depth) const;
    [[nodiscard]] Landing land(Coaching& coaching);
    [[nodiscard]] bool mends(Coaching& coaching);
    [[nodiscard]] Next next_after(const Coaching& coaching) const;
    [[nodiscard]] std::string_view reply_to(const Coaching& coaching);
    [[nodiscard]] RewriteOptions rewriting() const;
    void count(const Coaching& coaching);
    void go(Next next);
    void begin_scenario();
    void begin_moment();

    Coach& coach_;
    Choice choice_;
    std::vector<std::uint32_t> order_;
    std::size_t at_ = 0;  // in order_
    int depth_ = 0;       // in the scenario
    std::optional<std::string> own_statement_;
    std::optional<Coaching> last_;
    std::vector<std::string> offered_;  // the first rewrite of each answer, so that none wears out
    bool answered_ = false;             // last_ belongs to what is to be answered now
    bool closed_ = false;               // they have closed once in this scenario
    bool missed_ = false;               // a miss that was not mended yet
    bool mended_ = false;               // at what is to be answered now
    int attempt_ = 0;
    SessionTally tally_;
};

}  // namespace attune
