// SPDX-License-Identifier: MIT
#include "transcript/problems.h"

#include <utility>

namespace attune::transcript {

void Problems::tell(std::size_t line, std::string message, std::string help) {
    Diagnostic problem;
    problem.place = {file_, static_cast<std::uint32_t>(line), line > 0 ? 1U : 0U};
    problem.message = std::move(message);
    problem.help = std::move(help);
    if (sink_) sink_(problem);
}

void Problems::error(std::size_t line, std::string message, std::string help) {
    if (++count_ <= told_at_most) tell(line, std::move(message), std::move(help));
}

void Problems::close() {
    if (count_ > told_at_most)
        tell(0, std::to_string(count_ - told_at_most) + " more problems in this file are not shown",
             "mend those above first; their kind may be all there is");
    count_ = 0;
}

}  // namespace attune::transcript
