// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <vector>

#include "app/command.h"
#include "packs/library.h"

namespace attune {

// The folders that lie over the built-in packs in this run, in rising precedence.
std::vector<PackFolder> pack_folders_of(const Arguments& arguments);

// The packs that this run reads with: the built-in ones and those folders. Throws Complaint with
// every problem in them or when --region names none of their regions, IoError when a folder cannot be read.
std::unique_ptr<Library> open_packs(const Arguments& arguments);

}  // namespace attune
