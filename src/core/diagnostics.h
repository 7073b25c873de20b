// SPDX-License-Identifier: MIT
//
// What is wrong with a file, where, and how to mend it. Whoever reads a file collects every problem before
// giving up, so that a trainer mends a pack in one pass. The shape of a printed problem:
//
//   data/patterns/fixing.yaml:12:5: error: unknown key `weigth`
//   12 |     weigth: 0.4
//      |     ^^^^^^ help: did you mean `weight`?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attune {

// Where something stands: 1-based line and column; the column counts code points. Line 0 means the whole
// file.
struct Place {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

enum class Gravity : std::uint8_t { error, warning };

struct Diagnostic {
    Gravity gravity = Gravity::error;
    Place place;
    std::uint32_t width = 1;  // code points under the caret
    std::string message;      // lowercase, no full stop
    std::string help;         // the cure; may be empty
    std::string source_line;  // the line as it stands in the file; empty when there is none
};

// Collects problems. Not thread-safe: one per load.
class Diagnostics {
  public:
    void add(Diagnostic d) { all_.push_back(std::move(d)); }
    [[nodiscard]] bool failed() const;  // at least one error
    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
    // Every problem in the shape above, in file and line order.
    [[nodiscard]] std::string render() const;

  private:
    std::vector<Diagnostic> all_;
};

}  // namespace attune
