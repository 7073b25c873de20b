// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "transcript/bytes.h"

namespace attune::transcript {

// The stream itself, or what gzip or zstd (told by their first bytes) packed into it, one member after
// another. Reading throws BytesError where the packed data is damaged or ends early.
std::unique_ptr<ByteStream> decompressed(std::unique_ptr<ByteStream> packed);

}  // namespace attune::transcript
