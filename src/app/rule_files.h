// SPDX-License-Identifier: MIT
//
// Packs opened for someone who writes rules: the usual ones, and over them a folder or a single file.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "app/command.h"
#include "packs/files.h"
#include "packs/library.h"
#include "rules/knowledge.h"

namespace attune {

class RuleFiles {
  public:
    // `path`: a pack folder or one YAML file; "" for none. Throws Complaint with every problem in the YAML,
    // IoError when something cannot be read.
    RuleFiles(const Arguments& arguments, const std::string& path);

    [[nodiscard]] const Knowledge& knowledge() const { return *knowledge_; }
    // Rules that stand in `path`; all rules when there was none.
    [[nodiscard]] std::vector<std::uint32_t> own_rules() const;
    // "my-pack/patterns/fixing.yaml:12", as the user would type it.
    [[nodiscard]] std::string place(const Rule& rule, std::uint32_t line) const;

  private:
    std::vector<std::byte> blob_;
    std::unique_ptr<Library> library_;
    std::unique_ptr<Knowledge> own_knowledge_;
    const Knowledge* knowledge_ = nullptr;
    bool has_path_ = false;
    struct OwnFile {
        std::string path;   // relative to the pack
        std::string shown;  // as it was given
    };
    [[nodiscard]] const OwnFile* own_file(const Rule& rule) const;
    std::vector<OwnFile> own_files_;
};

// Where a single file belongs in a pack: its own folder's name when a pack has one of that name, else told
// from the key that opens it. "" when neither says.
std::string place_in_pack(const std::string& path, std::string_view text);

}  // namespace attune
