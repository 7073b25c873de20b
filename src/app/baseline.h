// SPDX-License-Identifier: MIT
//
// Findings that are known and stay: a file that `check --write-baseline` writes and later runs pass over. It
// holds no words, only what findings are known by (finding_print.h), how often each stands in a file, and the
// files' names relative to its own folder. data/schemas/baseline.schema.json tells its shape.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "app/presenter.h"

namespace attune {

class Baseline {
  public:
    // `path` need not be there yet.
    explicit Baseline(std::string path);

    // What the file holds. Throws Complaint when it is missing or no baseline, IoError when it cannot be
    // read.
    void read();

    // Whether one more such finding is known; each is met as often as it was written.
    bool take(const Origin& origin, std::string_view pattern, std::string_view words);
    // How many known findings were not met again in files that were read.
    [[nodiscard]] std::uint64_t left() const;

    void add(const Origin& origin, std::string_view pattern, std::string_view words);
    // How many were added.
    [[nodiscard]] std::uint64_t size() const;
    // The file appears whole or not at all. Throws IoError.
    void write() const;

    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    using Key = std::tuple<std::string, std::string, std::string, std::string>;  // file, id, pattern, print
    [[nodiscard]] std::string file_of(const Origin& origin);
    [[nodiscard]] Key key_of(const Origin& origin, std::string_view pattern, std::string_view words);

    std::string path_;
    std::map<Key, std::uint64_t> counts_;
    std::set<std::string> met_files_;
    std::string last_source_, last_file_;  // of the origin before
};

}  // namespace attune
