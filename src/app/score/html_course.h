// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "score/corpus_figures.h"

namespace attune {

// `text` as it may stand in HTML, between tags or in a quoted attribute.
std::string escape_html(std::string_view text);

// The course of a session as an SVG: the score as a line, turns with a move as bars up, turns with a miss as
// bars down; told in words for those who do not see it. Empty for a session without a turn that was read.
std::string course_svg(const SessionFigures& session);

// How scores are spread, as a column for each five points.
std::string spread_svg(const Distribution& scores);

// A helper's mean scores over time.
std::string timeline_svg(const Timeline& timeline);

// A bar of `share` (0..1) of the room; `ink` is its class.
std::string bar_svg(double share, std::string_view ink);

}  // namespace attune
