// SPDX-License-Identifier: MIT
//
// Blanks what may say who somebody is, in words that are quoted: names, phone numbers, mail addresses, links
// and dates. It errs on the side of blanking; it cannot promise to find all, and says nothing about what a
// story itself gives away.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/vocabulary.h"

namespace attune {

class Redaction {
  public:
    // `speakers` of the session: each word of their names is blanked wherever it stands, in any case. The
    // vocabulary must outlive this: it tells which capitalised words are everyday ones.
    Redaction(std::span<const std::string> speakers, const Vocabulary& vocabulary);

    [[nodiscard]] std::string apply(std::string_view text) const;

  private:
    const Vocabulary& vocabulary_;
    std::vector<std::string> names_;  // lower case
};

}  // namespace attune
