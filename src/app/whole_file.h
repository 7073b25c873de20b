// SPDX-License-Identifier: MIT
//
// A file that appears whole or not at all: written beside its place under a name of its own, brought to disk,
// then renamed. Whoever reads it meets what was there before or all that is there now.
#pragma once

#include <string>

#include "app/output.h"

namespace attune {

class WholeFile {
  public:
    // Throws IoError when nothing can be written there.
    explicit WholeFile(const std::string& path);
    // What was not committed is removed.
    ~WholeFile();
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    [[nodiscard]] Output& output() { return output_; }
    // Throws IoError when it could not be written; then the file of that name is as it was.
    void commit();

  private:
    [[noreturn]] void fail(int reason) const;

    std::string path_, temporary_;
    int descriptor_ = -1;
    Output output_;
};

}  // namespace attune
