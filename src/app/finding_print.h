// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attune {

// What a finding is known by from one run to the next, as 16 hexadecimal digits: its pattern and the words
// that it marks, however they are wrapped. Which rule found it, how sure and on which line may change. The
// words cannot be read back from it, but short ones can be guessed and tried.
std::string finding_print(std::string_view pattern, std::string_view words);

}  // namespace attune
