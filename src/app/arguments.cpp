// SPDX-License-Identifier: MIT
#include "app/command.h"

namespace attune {

std::optional<std::string> Arguments::value(std::string_view flag) const {
    auto all = values(flag);
    if (all.empty()) return std::nullopt;
    return std::move(all.back());
}

std::vector<std::string> Arguments::values(std::string_view flag) const {
    auto all = typed(flag);
    return all.empty() ? of_project(flag) : all;
}

std::vector<std::string> Arguments::typed(std::string_view flag) const {
    std::vector<std::string> all;
    for (const Given& given : flags_)
        if (given.flag == flag && !given.spot) all.push_back(given.value);
    return all;
}

std::vector<std::string> Arguments::of_project(std::string_view flag) const {
    std::vector<std::string> all;
    for (const Given& given : flags_)
        if (given.flag == flag && given.spot) all.push_back(given.value);
    return all;
}

const Diagnostic* Arguments::spot_of(std::string_view flag, std::string_view value) const {
    for (const Given& given : flags_)
        if (given.flag == flag && given.value == value && given.spot) return &*given.spot;
    return nullptr;
}

}  // namespace attune
