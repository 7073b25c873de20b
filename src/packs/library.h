// SPDX-License-Identifier: MIT
//
// Which packs a run uses: the built-in ones, the XDG data folder's, $ATTUNE_PACKS', --pack's; later ones laid
// over earlier ones. The built-in ones alone cost nothing to open; others are compiled once and
// then found in a cache (packs/cache.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/diagnostics.h"
#include "packs/files.h"
#include "rules/knowledge.h"

namespace attune {

struct PackFolder {
    enum class From : std::uint8_t { user, project, environment, command_line };
    std::string path;
    From from = From::user;
};

class Library {
  public:
    // `folders`: pack folders in rising precedence, as find_pack_folders() gives them. Throws IoError when
    // one cannot be read. Problems in YAML go into `problems`; then the result is null.
    static std::unique_ptr<Library> open(const std::vector<PackFolder>& folders, Diagnostics& problems);

    [[nodiscard]] const Knowledge& knowledge() const { return *knowledge_; }

  private:
    Library() = default;
    std::vector<std::byte> blob_;  // empty when the built-in blob is used in place
    std::unique_ptr<Knowledge> knowledge_;
};

// Who names pack folders beside the user's own data folder and the environment.
struct PackWishes {
    bool isolated = false;  // neither of those two is heard
    std::vector<std::string> of_project;
    std::vector<std::string> given;  // on the command line
};

// In rising precedence: $XDG_DATA_HOME/attune/packs (else ~/.local/share/attune/packs) when it exists, the
// project's, the folders of $ATTUNE_PACKS (separated by ':'), those that were given.
std::vector<PackFolder> find_pack_folders(const PackWishes& wishes);

}  // namespace attune
