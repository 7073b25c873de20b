// SPDX-License-Identifier: MIT
//
// Exercises of a skill in words: the task, how an answer was met, why, and another answer.
#pragma once

#include <string>

#include "app/practice/page.h"
#include "practice/drill.h"
#include "practice/mastery.h"

namespace attune {

void show_task(Page& page, const Knowledge& knowledge, const Drill& drill);

// How the last answer was met; for one without risk.
void show_answer(Page& page, const Knowledge& knowledge, Coach& coach, const Drill& drill,
                 const Mastery* mastery);

// More on the last answer.
void explain_answer(Page& page, const Knowledge& knowledge, const Drill& drill);

// An answer that would do.
void show_offer(Page& page, Coach& coach, const Task& task);

}  // namespace attune
