// SPDX-License-Identifier: MIT
//
// What every rewrite must be before it is shown, whatever way it was made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "coach/statement.h"
#include "text/passage.h"

namespace attune {

inline constexpr std::size_t longest_rewrite = 40;  // words

// Sentence case, end marks, balanced quotation marks and brackets, no doubled word, a and an right, not too
// long.
bool well_formed(std::string_view text);

// The words that a rewrite may use, gathered once from the texts that they come from.
class WordStock {
  public:
    void add(std::string_view text);
    [[nodiscard]] bool holds(std::string_view plain) const;

  private:
    std::vector<std::string> words_;  // sorted
};

// Every word of `text` stands in a stock or in one of `phrases`, case and contraction apart, or is one that
// turning the person makes.
bool invents_nothing(std::string_view text, const std::vector<const WordStock*>& stocks,
                     const std::vector<std::string_view>& phrases);

// No feeling word in `rewrite` is stronger than `strongest`, unless it stands in one of `sources`.
bool no_stronger(const FeelingFinder& finder, const Passage& rewrite, int strongest,
                 const std::vector<std::string_view>& sources);

}  // namespace attune
