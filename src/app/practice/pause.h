// SPDX-License-Identifier: MIT
//
// The pause before a draft: a breath, and two questions that may be passed over. What is answered is not kept
// anywhere.
#pragma once

#include <optional>
#include <string>

#include "app/line_reader.h"
#include "app/practice/clock.h"
#include "app/practice/page.h"
#include "coach/coach.h"
#include "practice/feeling_words.h"

namespace attune {

class Pause {
  public:
    // All must outlive the pause. `region` is for the safety card.
    Pause(Coach& coach, LineReader& lines, Page& page, SessionClock& clock, const std::string& region)
        : coach_(coach), lines_(lines), page_(page), clock_(clock), region_(region) {}

    enum class After : std::uint8_t {
        draft,  // now for the draft
        typed,  // a command, or a line too long for a word, was typed: in `line`, to be taken next
        ended,  // the lines ended
    };
    // `family`: what the statement voices, where that is known.
    After take(std::string_view statement, std::optional<std::size_t> family, std::string& line);

  private:
    void breathe();
    bool tick(std::string_view lead, int seconds);
    void weigh(std::string_view statement, std::optional<std::size_t> family, std::string_view word);
    bool mentions_risk(std::string_view word);

    Coach& coach_;
    LineReader& lines_;
    Page& page_;
    SessionClock& clock_;
    const std::string& region_;
    std::optional<FeelingWords> feelings_;  // built at the first word
};

}  // namespace attune
