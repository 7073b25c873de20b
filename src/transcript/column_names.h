// SPDX-License-Identifier: MIT
//
// What the columns of a CSV and the keys of JSON objects mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "transcript/reader.h"

namespace attune::transcript {

enum class Role : std::uint8_t { speaker, text, session, order, start, other };

struct Meaning {
    Role role = Role::other;
    std::size_t rank = 0;  // of two names for one role the lower counts; the other is an other column
};

// Not thread-safe: it remembers what it was asked.
class ColumnNames {
  public:
    explicit ColumnNames(const ColumnMap& given);
    // Letter case, blanks, "-" and "_" do not count. A role for which the user named a column has no other
    // name.
    const Meaning& meaning_of(std::string_view name);

  private:
    [[nodiscard]] Meaning look_up(std::string_view name) const;

    std::string given_[5];  // by Role; folded
    std::unordered_map<std::string, Meaning> known_;
};

// The usual names of a role, for help: "speaker, role, interlocutor …".
std::string usual_names(Role role);

}  // namespace attune::transcript
