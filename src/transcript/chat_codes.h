// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attune::transcript {

// What was said in a line of a CHAT transcript: words and marks without the transcriber's codes.
struct ChatUtterance {
    std::string text;
    std::optional<double> start_seconds;  // of the time bullet at its end
};
ChatUtterance read_chat_codes(std::string_view coded);

}  // namespace attune::transcript
