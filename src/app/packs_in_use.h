// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "app/command.h"
#include "packs/library.h"

namespace attune {

// The packs that this run reads with: built-in, the user's, $ATTUNE_PACKS', --pack's. Throws Complaint with
// every problem in them or when --region names none of their regions, IoError when a folder cannot be read.
std::unique_ptr<Library> open_packs(const Arguments& arguments);

}  // namespace attune
