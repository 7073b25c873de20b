// SPDX-License-Identifier: MIT
//
// The YAML files of a pack, before anything is read from them.
#pragma once

#include <string>
#include <vector>

namespace attune {

struct PackFile {
    std::string path;   // relative to its pack: "patterns/fixing.yaml"
    std::string shown;  // as messages name it: "data/patterns/fixing.yaml"
    std::string text;
};

// Sorted by path, each path once.
using PackFiles = std::vector<PackFile>;

// Every *.yaml below `folder`, hidden files left out. Throws IoError when the folder or a file cannot be
// read.
PackFiles read_pack_folder(const std::string& folder);

// Throws IoError.
std::string read_text_file(const std::string& path);

// `over` laid on `base`: the same path replaces, a new one adds.
PackFiles layer(PackFiles base, const PackFiles& over);

}  // namespace attune
