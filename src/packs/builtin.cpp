// SPDX-License-Identifier: MIT
#include "packs/builtin.h"

#include "packs/sources.h"

// The two files that embed.S includes.
extern "C" {
extern const std::byte attune_pack_blob_begin[];
extern const std::byte attune_pack_blob_end[];
extern const std::byte attune_pack_sources_begin[];
extern const std::byte attune_pack_sources_end[];
}

namespace attune {

std::span<const std::byte> builtin_blob() {
    return {attune_pack_blob_begin, attune_pack_blob_end};
}

PackFiles builtin_files() {
    return read_sources({attune_pack_sources_begin, attune_pack_sources_end}, "built-in");
}

}  // namespace attune
