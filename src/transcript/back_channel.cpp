// SPDX-License-Identifier: MIT
//
// What people say to show that they listen, and no more. Conversation analysis counts these as no turn, and
// so does the MITI manual. Words that may as well be a whole answer ("no", "exactly", "really") are not among
// them.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "text/chars.h"
#include "transcript/volleys.h"

namespace attune::transcript {
namespace {

constexpr std::size_t longest = 40, words_at_most = 3;

// Written as they are read here: letters only, a run of one letter counts once ("mmm-hmm" is "mhm").
constexpr std::array<std::string_view, 28> table = {
    "m",  "mhm",  "hm",  "hmhm", "uhuh", "huh",   "aha",     "ahuh", "ah",  "oh",
    "uh", "um",   "eh",  "yeah", "ya",   "yah",   "yea",     "yep",  "yup", "yes",
    "ok", "okay", "kay", "mkay", "wow",  "right", "alright", "sure",
};
constexpr std::array<std::string_view, 3> pairs = {"i se", "got it", "of course"};

std::string letters_once(std::string_view word) {
    std::string out;
    for (const char c : word) {
        const char folded = fold(c);
        if (kind_of(c) == Byte::letter && (out.empty() || out.back() != folded)) out.push_back(folded);
    }
    return out;
}

bool holds(const auto& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool is_back_channel(std::string_view text) {
    if (text.size() > longest) return false;
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && !is_blank(text[at])) {
            const Byte kind = kind_of(text[at]);
            if (kind == Byte::digit || kind == Byte::high || text[at] == '?') return false;
            ++at;
        }
        std::string word = letters_once(text.substr(begin, at - begin));
        if (!word.empty()) words.push_back(std::move(word));
        while (at < text.size() && is_blank(text[at])) ++at;
    }
    if (words.empty() || words.size() > words_at_most) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (holds(table, words[i])) continue;
        if (i + 1 == words.size() || !holds(pairs, words[i] + ' ' + words[i + 1])) return false;
        ++i;
    }
    return true;
}

}  // namespace attune::transcript
