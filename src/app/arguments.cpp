// SPDX-License-Identifier: MIT
#include "app/command.h"

namespace attune {

std::optional<std::string> Arguments::value(std::string_view flag) const {
    for (auto it = flags_.rbegin(); it != flags_.rend(); ++it)
        if (it->first == flag) return it->second;
    return std::nullopt;
}

std::vector<std::string> Arguments::values(std::string_view flag) const {
    std::vector<std::string> all;
    for (const auto& [name, value] : flags_)
        if (name == flag) all.push_back(value);
    return all;
}

}  // namespace attune
