// SPDX-License-Identifier: MIT
//
// What the coach says to a draft in a talk: the strongest move, at most two findings and one alternative; and
// more of it when it is asked.
#pragma once

#include <string>

#include "app/practice/page.h"
#include "coach/reading.h"
#include "practice/mastery.h"
#include "practice/session.h"

namespace attune {

// Who speaks, by index into relation_names: "A friend".
std::string_view speaker_of(std::size_t relation);

// The strongest move and at most two findings, or the line `clean` where there are none; `mastery` says how
// much a finding still needs, null for all. For a reading without risk.
void show_reading(Page& page, const Knowledge& knowledge, std::string_view draft, const Reading& reading,
                  const Mastery* mastery, std::string_view clean);

// All of it but what is to be answered next.
void show_coaching(Page& page, const Knowledge& knowledge, const Coaching& coaching, const Mastery* mastery);

// The draft as it stands below `what` it is, each finding with its rule and cure, and all that reaches the
// person.
void explain_draft(Page& page, const Knowledge& knowledge, std::string_view what, std::string_view draft,
                   const Reading& reading);

}  // namespace attune
