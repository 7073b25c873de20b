// SPDX-License-Identifier: MIT
//
// Which packs a run uses: the built-in ones, the XDG data folder's, $ATTUNE_PACKS', --pack's; later ones laid
// over earlier ones. The built-in ones alone cost nothing to open; others are compiled once and
// then found in a cache (packs/cache.h).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/diagnostics.h"
#include "packs/files.h"
#include "rules/knowledge.h"

namespace attune {

class Library {
  public:
    // `folders`: pack folders in rising precedence, as find_pack_folders() gives them. Throws IoError when
    // one cannot be read. Problems in YAML go into `problems`; then the result is null.
    static std::unique_ptr<Library> open(const std::vector<std::string>& folders, Diagnostics& problems);

    [[nodiscard]] const Knowledge& knowledge() const { return *knowledge_; }

  private:
    Library() = default;
    std::vector<std::byte> blob_;  // empty when the built-in blob is used in place
    std::unique_ptr<Knowledge> knowledge_;
};

// $XDG_DATA_HOME/attune/packs (else ~/.local/share/attune/packs) when it exists, then the folders of
// $ATTUNE_PACKS (separated by ':'), then `given`.
std::vector<std::string> find_pack_folders(const std::vector<std::string>& given);

}  // namespace attune
