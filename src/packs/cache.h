// SPDX-License-Identifier: MIT
//
// Compiled packs kept from one run to the next, found by what they were compiled from. A cache that cannot be
// read or written is as good as none: nothing here fails. It holds packs, never what people write.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "packs/files.h"

namespace attune {

class PackCache {
  public:
    // `folder`: where it lies, made when first needed; "" for no cache at all.
    explicit PackCache(std::string folder) : folder_(std::move(folder)) {}
    // $XDG_CACHE_HOME/attune, else ~/.cache/attune.
    static PackCache of_user();

    // The name of what `files` compile to in this build of the program.
    [[nodiscard]] static std::string key_of(const PackFiles& files);

    [[nodiscard]] std::optional<std::vector<std::byte>> find(const std::string& key) const;
    // Keeps the blob, and lets go of all but the few that were kept last.
    void keep(const std::string& key, const std::vector<std::byte>& blob) const;

  private:
    [[nodiscard]] std::string path_of(const std::string& key) const;
    std::string folder_;
};

}  // namespace attune
