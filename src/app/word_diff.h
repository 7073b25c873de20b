// SPDX-License-Identifier: MIT
//
// How two texts differ, word by word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attune {

struct DiffWord {
    enum class Fate : std::uint8_t { kept, gone, fresh };
    std::string_view text;  // into the text that it stands in: the new one, for what goes the old one
    Fate fate = Fate::kept;
};

// The words of `after` in their order, with those of `before` that it leaves out where they stood. Case and
// marks do not count. Empty when one of the texts is too long to be compared.
std::vector<DiffWord> diff_words(std::string_view before, std::string_view after);

// Enough of the draft stays for the comparison to tell something.
bool is_worth_comparing(const std::vector<DiffWord>& diff);

}  // namespace attune
