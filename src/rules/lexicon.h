// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/vocabulary.h"

namespace attune {

// A word class as the engine needs it: its members as sequences of words ("mum", "taken for granted").
struct WordClass {
    std::string name;
    std::vector<std::vector<WordId>> members;
};

}  // namespace attune
