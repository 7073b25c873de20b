// SPDX-License-Identifier: MIT
//
// The shipped packs, as the build put them into the program.
#pragma once

#include <cstddef>
#include <span>

#include "packs/files.h"

namespace attune {

// The compiled packs; lives as long as the program.
std::span<const std::byte> builtin_blob();

// Their YAML, for laying a user's pack over it.
PackFiles builtin_files();

}  // namespace attune
