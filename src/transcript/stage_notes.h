// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attune::transcript {

// A line without notes of what nobody said: "[laughter]", "(inaudible)", "*sighs*". Other brackets stay.
std::string without_stage_notes(std::string_view line);

}  // namespace attune::transcript
