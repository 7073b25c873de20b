// SPDX-License-Identifier: MIT
//
// How a practice's figures are shown, one function a format.
#pragma once

#include <string>

#include "app/history/pictures.h"
#include "app/screen.h"
#include "practice/figures.h"
#include "rules/knowledge.h"

namespace attune {

// People are told of "plenty" beyond this: a pile of things to do is no help, and a session shows no more
// than there is time for.
inline constexpr int most_due_told = 20;

// For people: what changed, in pictures and plain words.
std::string practice_text(const PracticeFigures& figures, const Knowledge& knowledge, const Screen& screen,
                          Pictures pictures);
// One document; data/schemas/progress.schema.json describes it.
std::string practice_json(const PracticeFigures& figures, const Knowledge& knowledge);
// A week and what was counted in it a row.
std::string practice_csv(const PracticeFigures& figures, const Knowledge& knowledge);
// One page that fetches and runs nothing.
std::string practice_html(const PracticeFigures& figures, const Knowledge& knowledge);

}  // namespace attune
