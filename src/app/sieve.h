// SPDX-License-Identifier: MIT
//
// What is left to tell of a reading once marks in the text, --select, --ignore and --baseline have been
// heard, in this order. A mention of risk passes them all.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "app/baseline.h"
#include "app/console.h"
#include "app/ignore_marks.h"
#include "app/selection.h"

namespace attune {

class Sieve {
  public:
    // Throws Complaint for names that nothing bears and for a baseline that cannot be used.
    Sieve(const Arguments& arguments, const Knowledge& knowledge, Console& console, float flagged_from);

    // A paragraph without its marks; what is wrong with them is told.
    std::string_view open(const Origin& origin, std::string_view paragraph);

    // Takes findings out of the reading. `marked`: the exchange's reply came from open().
    void sift(const Origin& origin, const Exchange& exchange, bool marked, Reading& reading);
    // The paragraph was nothing but marks.
    void pass_over(const Origin& origin);

    // Whether this run writes a baseline, and so tells no findings.
    [[nodiscard]] bool writing() const { return writing_; }
    // `all_read`: no file or record was left out. Without that no baseline is written.
    void end(bool all_read);

  private:
    void remark(const std::string& text);
    void tell_unused(const Origin& origin);

    const Knowledge& knowledge_;
    Console& console_;
    float flagged_from_;
    Selection selection_;
    IgnoreMarks marks_;
    std::optional<Baseline> baseline_;
    bool writing_ = false;
};

}  // namespace attune
