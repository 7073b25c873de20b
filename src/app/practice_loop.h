// SPDX-License-Identifier: MIT
//
// A practice session as a conversation: lines in, a page of coaching out.
#pragma once

#include <string>

#include "app/console.h"
#include "app/line_reader.h"
#include "practice/session.h"

namespace attune {

// Runs until the lines end or the person leaves. `region` is for the safety card.
void run_practice(Session& session, const Knowledge& knowledge, LineReader& lines, Console& console,
                  const std::string& region);

}  // namespace attune
