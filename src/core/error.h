// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace attune {

// Something outside the program failed: a file, a disk, a pipe. The message is for people, lowercase, names
// the path and the reason, and needs no prefix. Caught once, in app/main.cpp, where it becomes exit 2.
class IoError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

}  // namespace attune
