// SPDX-License-Identifier: MIT
//
// YAML as packs use it, and no more: one document of maps, sequences and scalars, bounded in size and depth,
// without anchors, aliases or tags. Every value knows where it stands, so that a problem can be pointed at to
// the letter. yaml-cpp does the parsing; nothing of it shows here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostics.h"
#include "core/span.h"
#include "packs/files.h"

namespace attune {

struct YamlEntry;

struct Yaml {
    enum class Kind : std::uint8_t { empty, scalar, sequence, map };
    Kind kind = Kind::empty;
    bool quoted = false;
    std::string text;                // of a scalar, unescaped and unfolded
    std::vector<Yaml> items;         // of a sequence
    std::vector<YamlEntry> entries;  // of a map, as written; keys may repeat
    std::uint32_t begin = 0;         // byte of the file where it starts
};

struct YamlEntry {
    Yaml key;
    Yaml value;
};

// A file of a pack, and the way to say what is wrong in it. The file and the problems must outlive it.
class Source {
  public:
    Source(const PackFile& file, Diagnostics& problems);

    // Parses the file. Nothing, with the reason told, when it is no YAML of the plain kind above.
    [[nodiscard]] std::optional<Yaml> parse() const;

    [[nodiscard]] const std::string& path() const { return file_.path; }
    [[nodiscard]] std::uint32_t line_of(const Yaml& at) const;  // 1-based

    void error(const Yaml& at, std::string message, std::string help = "") const;
    // As above, under the bytes `inside` of a scalar's text; under its start when it is folded over lines.
    void error(const Yaml& at, Span inside, std::string message, std::string help = "") const;
    // About the file as a whole.
    void error(std::string message, std::string help = "") const;

  private:
    class Builder;
    void report(std::uint32_t begin, std::uint32_t end, std::string message, std::string help) const;
    // The byte of the file where byte `at` of the scalar's text stands.
    [[nodiscard]] std::optional<std::uint32_t> byte_in_file(const Yaml& scalar, std::uint32_t at) const;
    [[nodiscard]] std::uint32_t byte_of(std::uint32_t line, std::uint32_t column) const;

    const PackFile& file_;
    Diagnostics& problems_;
    std::vector<std::uint32_t> line_starts_;
};

}  // namespace attune
