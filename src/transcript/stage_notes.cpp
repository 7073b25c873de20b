// SPDX-License-Identifier: MIT
#include "transcript/stage_notes.h"

#include <algorithm>
#include <array>

#include "text/chars.h"

namespace attune::transcript {
namespace {

constexpr std::size_t longest_note = 40, words_at_most = 3;

// A note begins or ends with one of these: "[laughs]", "(long pause)", "[inaudible 00:12]".
constexpr std::array<std::string_view, 44> notes = {
    "laughter",    "laughs",   "laughing",  "laugh",      "chuckles", "chuckling", "chuckle",
    "giggles",     "giggling", "sigh",      "sighs",      "sighing",  "crying",    "cries",
    "sobs",        "sobbing",  "weeps",     "tearful",    "sniffles", "sniffs",    "cough",
    "coughs",      "coughing", "exhales",   "inhales",    "breath",   "pause",     "pauses",
    "silence",     "silent",   "inaudible", "indistinct", "unclear",  "crosstalk", "overlap",
    "overlapping", "noise",    "music",     "applause",   "nods",     "nodding",   "unintelligible",
    "throat",      "gasps",
};

bool is_note(std::string_view inside) {
    if (inside.size() > longest_note) return false;
    std::size_t words = 0;
    bool first_is = false, last_is = false;
    std::string word;
    for (std::size_t at = 0; at <= inside.size(); ++at) {
        if (at < inside.size() && kind_of(inside[at]) == Byte::letter) {
            word.push_back(fold(inside[at]));
            continue;
        }
        if (word.empty()) continue;
        last_is = std::find(notes.begin(), notes.end(), word) != notes.end();
        first_is = first_is || (words == 0 && last_is);
        ++words;
        word.clear();
    }
    return words > 0 && words <= words_at_most && (first_is || last_is);
}

char closing(char open) {
    return open == '[' ? ']' : open == '(' ? ')' : '*';
}

}  // namespace

std::string without_stage_notes(std::string_view line) {
    if (line.find_first_of("[(*") == std::string_view::npos) return std::string(line);
    std::string out;
    out.reserve(line.size());
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (c == '[' || c == '(' || c == '*') {
            const std::size_t end = line.substr(0, at + longest_note + 2).find(closing(c), at + 1);
            if (end != std::string_view::npos && is_note(line.substr(at + 1, end - at - 1))) {
                at = end;
                // One of the blanks around it goes with it.
                if (at + 1 < line.size() && line[at + 1] == ' ' && (out.empty() || out.back() == ' ')) ++at;
                continue;
            }
        }
        out.push_back(c);
    }
    return out;
}

}  // namespace attune::transcript
