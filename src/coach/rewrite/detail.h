// SPDX-License-Identifier: MIT
//
// The part of a statement that a rewrite gives back: the clause that carries the weight, turned to the
// listener's side.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coach/reading.h"
#include "coach/rewrite/clause_words.h"
#include "coach/statement.h"
#include "rules/judge.h"
#include "rules/knowledge.h"
#include "text/passage.h"

namespace attune {

// A clause of theirs, as the listener would say it: "your boss yelled at you". Lower case unless it opens
// with a name or may do so; no end mark; at most longest_event words.
struct Event {
    std::string text;
    bool past = false;        // it is over or has been
    bool happened = false;    // in the past, and something took place: not a state, not a denial
    bool theirs = false;      // its subject is the speaker ("you")
    bool replier = false;     // its subject is the listener ("I forgot")
    bool feeling = false;     // it says what is felt rather than what happened
    bool keeps_case = false;  // the first word may be a name: only fit to open a sentence, or as it stands
    bool obliged = false;     // it still has to be done: nothing to cheer
    bool moving = false;      // what is felt comes from it: it can be called sad, unfair, hard
    bool struck = false;      // one can be sorry for it: a loss, a wrong done to them, what never came
    bool grave = false;       // death, grave illness: never to be met lightly
    bool deed = false;        // theirs, and done rather than suffered: "you forgot", not "you lost"
    float weight = 0;
};

// From this weight on an event is what the statement is about.
inline constexpr float weighty = 5.5F;

// Best first, at most a handful; empty where no clause can be given back safely.
std::vector<Event> find_events(const Knowledge& knowledge, const FeelingFinder& finder,
                               const Passage& statement, const RuleHits& hits,
                               const StatementReading& reading);

}  // namespace attune
