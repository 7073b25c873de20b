// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "transcript/reader.h"

namespace attune::transcript {

// Tells what is wrong with one file. The words of the transcript are not repeated: they are somebody's
// private talk. A file that is wrong all over would bury the rest, so that after `told_at_most` problems the
// others are counted.
class Problems {
  public:
    static constexpr std::size_t told_at_most = 20;

    Problems(std::string file, ProblemSink sink) : file_(std::move(file)), sink_(std::move(sink)) {}

    // `line` 0 means the whole file. Message: lowercase, no full stop; help: the cure.
    void error(std::size_t line, std::string message, std::string help);
    // Tells of those that were only counted. To be called once nothing more is read.
    void close();

  private:
    void tell(std::size_t line, std::string message, std::string help);

    std::string file_;
    ProblemSink sink_;
    std::size_t count_ = 0;
};

}  // namespace attune::transcript
