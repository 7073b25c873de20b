// SPDX-License-Identifier: MIT
#include "app/screen.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace attune {
namespace {

// Lines longer than this are tiring to read.
constexpr std::size_t widest = 96, narrowest = 20;

std::size_t columns_of(int descriptor) {
    winsize size{};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    if (const char* given = std::getenv("COLUMNS")) {
        const std::string_view text = given;
        std::size_t columns = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
        if (error == std::errc{} && end == text.data() + text.size() && columns > 0) return columns;
    }
    return 80;
}

bool wants_color(int descriptor) {
    const char* no_color = std::getenv("NO_COLOR");
    if (no_color != nullptr && *no_color != '\0') return false;
    const char* term = std::getenv("TERM");
    if (term == nullptr || std::string_view(term) == "dumb" || *term == '\0') return false;
    return ::isatty(descriptor) == 1;
}

}  // namespace

std::string_view ink_code(Ink ink) {
    switch (ink) {
        case Ink::bold:
            return "\x1b[1m";
        case Ink::faint:
            return "\x1b[2m";
        case Ink::miss:
            return "\x1b[4;33m";
        case Ink::keep:
            return "\x1b[32m";
        case Ink::offer:
            return "\x1b[36m";
        case Ink::gone:
            return "\x1b[2;9m";
    }
    return "";
}

std::string Screen::in(Ink ink, std::string_view text) const {
    if (!color) return std::string(text);
    std::string inked{ink_code(ink)};
    inked.append(text).append(ink_end);
    return inked;
}

Screen plain_screen() {
    constexpr std::size_t a_paragraph = 1U << 16;
    return {false, true, a_paragraph};
}

std::size_t find_width(int descriptor) {
    return std::clamp(columns_of(descriptor), narrowest, widest);
}

Screen find_screen(int descriptor, ColorChoice choice) {
    Screen screen;
    screen.color =
        choice == ColorChoice::always || (choice == ColorChoice::automatic && wants_color(descriptor));
    screen.width = find_width(descriptor);
    return screen;
}

}  // namespace attune
