// SPDX-License-Identifier: MIT
#include "coach/reading.h"

#include <algorithm>

namespace attune {

bool Reading::flagged(float from) const {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& f) { return f.confidence >= from; });
}

}  // namespace attune
