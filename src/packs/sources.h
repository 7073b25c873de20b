// SPDX-License-Identifier: MIT
//
// The YAML files of a pack as one run of bytes, for the program to carry along.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "packs/files.h"

namespace attune {

std::vector<std::byte> write_sources(const PackFiles& files);

// The files again; each is shown as `folder`/path. Throws std::runtime_error when the bytes are something
// else.
PackFiles read_sources(std::span<const std::byte> bytes, const std::string& folder);

}  // namespace attune
