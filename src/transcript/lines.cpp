// SPDX-License-Identifier: MIT
#include "transcript/lines.h"

namespace attune::transcript {

Line Lines::next(std::string_view& line) {
    forget();
    bool too_long = false;
    std::size_t searched = 0;
    for (;;) {
        const std::string_view window = bytes_.window();
        const std::size_t end = window.find('\n', searched);
        const bool found = end != std::string_view::npos;
        if (found || window.size() > longest_) {
            line = window.substr(0, end);
            too_long = too_long || line.size() > longest_;
            taken_ = found ? end + 1 : window.size();
            if (found) break;
            forget();
        }
        searched = bytes_.window().size();
        if (bytes_.more()) continue;
        line = bytes_.window();
        taken_ = line.size();
        if (line.empty() && !too_long) return Line::ended;
        break;
    }
    ++number_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return too_long ? Line::too_long : Line::read;
}

bool next_line(Lines& lines, Problems& problems, std::string_view& line) {
    for (;;) {
        switch (lines.next(line)) {
            case Line::read:
                return true;
            case Line::ended:
                return false;
            case Line::too_long:
                problems.error(lines.number(), "a line of more than a MiB", "it is left out");
        }
    }
}

}  // namespace attune::transcript
