// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "app/command.h"
#include "app/finding_name.h"

namespace attune {

// Which findings --select and --ignore leave. Without --select all of them are chosen; of the names that fit
// a finding the one that says most decides, and between equals --ignore.
class Selection {
  public:
    // Throws Complaint for a name that nothing bears.
    Selection(const Arguments& arguments, const Knowledge& knowledge);

    [[nodiscard]] bool keeps(const Finding& finding) const;

  private:
    [[nodiscard]] int best(const std::vector<FindingName>& names, const Finding& finding) const;

    const Knowledge& knowledge_;
    std::vector<FindingName> selected_, ignored_;
};

}  // namespace attune
