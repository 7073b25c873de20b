// SPDX-License-Identifier: MIT
#include "app/history/pictures.h"

#include <langinfo.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <string_view>

namespace attune {
namespace {

constexpr std::string_view blocks[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::string_view marks[] = {"_", ".", ":", "-", "=", "+", "*", "#"};

bool has_utf8() {
    const locale_t locale = ::newlocale(LC_CTYPE_MASK, "", nullptr);
    if (locale == nullptr) return false;
    const bool is_utf8 = std::string_view(::nl_langinfo_l(CODESET, locale)) == "UTF-8";
    ::freelocale(locale);
    return is_utf8;
}

}  // namespace

Pictures find_pictures(bool plain) {
    if (plain) return Pictures::words;
    const char* term = std::getenv("TERM");
    const bool draws = term != nullptr && *term != '\0' && std::string_view(term) != "dumb";
    return draws && has_utf8() ? Pictures::blocks : Pictures::ascii;
}

std::string draw_weeks(std::span<const Share> weeks, Pictures pictures) {
    std::string out;
    for (const Share& week : weeks) {
        if (pictures == Pictures::words) {
            if (!out.empty()) out += ", ";
            out += week.whole == 0 ? "none" : std::to_string(week.part) + " of " + std::to_string(week.whole);
            continue;
        }
        if (week.whole == 0) {
            out += ' ';
            continue;
        }
        const auto height = static_cast<std::size_t>(std::min(*week.percent() * 8 / 100, 7));
        out += pictures == Pictures::blocks ? blocks[height] : marks[height];
    }
    return out;
}

}  // namespace attune
