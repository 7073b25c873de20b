// SPDX-License-Identifier: MIT
#include "app/finding_print.h"

#include <fmt/format.h>

#include <cstdint>

namespace attune {

// FNV-1a over the pattern, a zero byte, and the words with one space between them.
std::string finding_print(std::string_view pattern, std::string_view words) {
    std::uint64_t print = 0xCBF29CE484222325U;
    const auto add = [&print](char c) { print = (print ^ static_cast<unsigned char>(c)) * 0x100000001B3U; };
    for (const char c : pattern) add(c);
    add('\0');
    bool gap = false, begun = false;
    for (const char c : words) {
        if (std::string_view(" \t\r\n").find(c) != std::string_view::npos) {
            gap = begun;
            continue;
        }
        if (gap) add(' ');
        gap = false;
        begun = true;
        add(c);
    }
    return fmt::format("{:016x}", print);
}

}  // namespace attune
