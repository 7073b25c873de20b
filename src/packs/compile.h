// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "core/diagnostics.h"
#include "packs/files.h"

namespace attune {

// Reads a pack and compiles it into the blob that Knowledge looks into. All problems go into `problems`; when
// one of them is an error the result is empty. Equal files give equal bytes.
std::vector<std::byte> compile_pack(const PackFiles& files, Diagnostics& problems);

}  // namespace attune
