// SPDX-License-Identifier: MIT
//
// A practice session as a conversation: lines in, a page of coaching out.
#pragma once

#include <optional>
#include <string>

#include "app/console.h"
#include "app/line_reader.h"
#include "app/practice/clock.h"
#include "practice/mastery.h"
#include "practice/recorder.h"
#include "practice/session.h"

namespace attune {

struct PracticeSettings {
    std::string region = {};                                // for the safety card
    bool pause = false;                                     // a breath before each new moment
    std::optional<SessionClock::Time> time = std::nullopt;  // closes after the moment in which it is over
    std::optional<std::size_t> skill = std::nullopt;        // exercises for it come first
    std::uint64_t seed = 0;
    bool follows_window = false;       // the width of the screen is asked for before each page
    const Mastery* mastery = nullptr;  // what was practised before, so that feedback can fade
    Recorder* recorder = nullptr;      // keeps how drafts land; null for nowhere
};

// Said before a heavy deck.
std::string heavy_notice(const Knowledge& knowledge, const Deck& deck);

// Runs until the lines end, the time is over or the person leaves. `coach` is the session's.
void run_practice(Session& session, Coach& coach, LineReader& lines, Console& console, SessionClock& clock,
                  const PracticeSettings& settings);

}  // namespace attune
