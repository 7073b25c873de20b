// SPDX-License-Identifier: MIT
//
// The shipped packs, opened once for all tests.
#pragma once

#include "packs/builtin.h"
#include "rules/knowledge.h"

namespace attune::testing {

inline const Knowledge& shipped() {
    static const Knowledge knowledge(builtin_blob());
    return knowledge;
}

}  // namespace attune::testing
