// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace attune {

// Something that the user can mend: a mistyped flag, a value out of range, a pack with mistakes. The text is
// ready for stderr, and the run ends with exit 2. Caught in main.cpp.
class Complaint : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// A complaint about the command line, with a cure where there is one.
inline Complaint usage_complaint(const std::string& message, const std::string& help) {
    return Complaint("attune: " + message + "\n" + (help.empty() ? "" : "  help: " + help + "\n"));
}

}  // namespace attune
