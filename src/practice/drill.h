// SPDX-License-Identifier: MIT
//
// Exercises of one skill, without a screen: a task, an answer, how it was met, and the same task again until
// it is done or three tries are over. The engine judges the answers, so that a trainer writes exercises and
// no rules. Nothing is written anywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coach/coach.h"
#include "practice/feeling_words.h"
#include "rules/knowledge.h"

namespace attune {

// What is to be done now.
struct Task {
    std::string_view says;
    std::string_view thought;  // the judgment that is to be turned, or ""
    std::string_view offer;    // one answer that would do, or ""
    std::string_view why;      // one line about the task, or ""
    std::uint32_t families = 0;
    std::uint8_t relation = 0;
    std::span<const SpotReply> replies = {};
};

// How an answer was met.
struct DrillAnswer {
    enum class Outcome : std::uint8_t {
        done,
        close,  // near: what is still open is told
        not_yet,
        unclear,  // not understood; no try is counted
        risk,     // someone may be in danger: the exercise is over
    };
    Outcome outcome = Outcome::unclear;
    Task task;
    std::string text;  // what was answered
    int attempt = 0;
    bool moves_on = false;

    // Of a draft, or of the reply that an answer to "spot it" points at; its spans point into `read`.
    std::string read;
    Reading reading;
    std::optional<std::size_t> family;   // named
    std::optional<std::size_t> reply;    // pointed at, into Task::replies
    std::optional<std::size_t> pattern;  // named
    std::string suggestion;              // for a word that is not known
};

class Drill {
  public:
    static constexpr int attempts = 3;  // at one task

    // `coach` must outlive the drill. The same seed gives the same order.
    Drill(Coach& coach, std::size_t skill, std::uint64_t seed);

    [[nodiscard]] const Skill& skill() const { return skill_; }
    // Without tasks there is nothing to practise: every deck of the skill is empty.
    [[nodiscard]] bool has_tasks() const { return !tasks_.empty(); }
    [[nodiscard]] const Task& task() const { return tasks_[at_]; }
    // Nothing was answered to this task yet.
    [[nodiscard]] bool is_fresh() const { return attempt_ == 0; }

    const DrillAnswer& answer(std::string_view text);
    [[nodiscard]] const DrillAnswer* last() const { return last_ ? &*last_ : nullptr; }
    void skip();

  private:
    void judge_word(DrillAnswer& answer);
    void judge_draft(DrillAnswer& answer);
    void judge_spotting(DrillAnswer& answer);
    void add_tasks();

    Coach& coach_;
    const Knowledge& knowledge_;
    const Skill& skill_;
    FeelingWords feelings_;
    std::vector<Task> tasks_;
    std::size_t at_ = 0;
    int attempt_ = 0;
    std::optional<DrillAnswer> last_;
};

// A pattern by its name or its title, however it is cased or joined ("Self focus", "jumping to a fix"); a
// beginning that fits only one will do.
std::optional<std::size_t> find_pattern(const Knowledge& knowledge, std::string_view typed);
// The name of the pattern that was most likely meant, or "".
std::string nearest_pattern(const Knowledge& knowledge, std::string_view typed);

}  // namespace attune
