// SPDX-License-Identifier: MIT
//
// A word for a feeling, as somebody types it: what it names, and how that goes with what a statement voices.
// Words for feelings overlap, so nothing here says "wrong".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "coach/reading.h"
#include "coach/statement.h"
#include "rules/knowledge.h"

namespace attune {

class FeelingWords {
  public:
    // `knowledge` must outlive this.
    explicit FeelingWords(const Knowledge& knowledge) : knowledge_(knowledge), finder_(knowledge) {}

    // The family of the first feeling in `typed` ("worn out, I guess"), by its words, its noun or its name.
    [[nodiscard]] std::optional<std::size_t> family_in(std::string_view typed) const;
    // The feeling word that a mistyped one was meant to be, or "".
    [[nodiscard]] std::string nearest(std::string_view typed) const;

  private:
    const Knowledge& knowledge_;
    FeelingFinder finder_;
};

enum class Fit : std::uint8_t {
    same,   // it is what the statement voices
    near,   // it is heard in it too, or is near to it
    other,  // the words sound different
};

// How a named family goes with a statement that voices `family` above all; `reading` tells what else is in
// it.
Fit fit_of(const Knowledge& knowledge, const StatementReading& reading, std::size_t family,
           std::size_t named);

}  // namespace attune
