// SPDX-License-Identifier: MIT
//
// What a session may keep, and what earlier ones kept. Asked once, on a terminal; nobody is asked behind a
// pipe. Where the history cannot be used, one is told, and practice goes on without it.
#pragma once

#include <optional>

#include "app/line_reader.h"
#include "app/practice/page.h"
#include "practice/mastery.h"
#include "practice/recorder.h"
#include "rules/knowledge.h"

namespace attune {

struct Kept {
    std::optional<Recorder> recorder;  // where something is to be kept
    std::optional<Mastery> mastery;
};

// `asked`: whom to ask when that was not done before; null for nobody.
Kept open_kept(const Knowledge& knowledge, LineReader* asked, Page& page);

}  // namespace attune
