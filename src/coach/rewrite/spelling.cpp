// SPDX-License-Identifier: MIT
#include "coach/rewrite/spelling.h"

#include "coach/rewrite/wording.h"

namespace attune {
namespace {

// Beginnings of words: what follows them is the same in both ("favour|ite", "realis|ed").
struct Beginning {
    std::string_view british, american;
};
constexpr Beginning beginnings[] = {
    {"colour", "color"},
    {"favour", "favor"},
    {"flavour", "flavor"},
    {"honour", "honor"},
    {"humour", "humor"},
    {"neighbour", "neighbor"},
    {"behaviour", "behavior"},
    {"rumour", "rumor"},
    {"realis", "realiz"},
    {"apologis", "apologiz"},
    {"organis", "organiz"},
    {"recognis", "recogniz"},
    {"criticis", "criticiz"},
    {"cancelled", "canceled"},
    {"cancelling", "canceling"},
    {"travell", "travel"},
    {"jewellery", "jewelry"},
    {"grey", "gray"},
    {"mum", "mom"},
    {"pyjamas", "pajamas"},
    {"cosy", "cozy"},
    {"learnt", "learned"},
    {"dreamt", "dreamed"},
    {"maths", "math"},
    {"whilst", "while"},
    {"aeroplane", "airplane"},
    {"theatre", "theater"},
    {"centre", "center"},
    {"arsehole", "asshole"},
    {"programme", "program"},
};

// These words only begin alike.
bool is_another_word(std::string_view word) {
    return one_of(word,
                  {"mumble",      "mumbles",   "mumbled",  "moment",  "moments",    "momentum", "momentary",
                   "momentarily", "momentous", "colorado", "program", "while",      "learned",  "criticism",
                   "critic",      "travel",    "travels",  "dreamed", "programmer", "mumbling", "math"});
}

bool begins(std::string_view word, std::string_view beginning) {
    return word.starts_with(beginning) && !is_another_word(word);
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Calls `take` with each word and with what stands between.
template <class Take>
void walk(std::string_view text, Take take) {
    while (!text.empty()) {
        std::size_t end = 1;
        while (end < text.size() && is_letter(text[end]) == is_letter(text[0])) ++end;
        take(text.substr(0, end));
        text.remove_prefix(end);
    }
}

}  // namespace

Spelling spelling_of(std::string_view text) {
    Spelling found = Spelling::unknown;
    walk(text, [&](std::string_view word) {
        if (found != Spelling::unknown || !is_letter(word[0])) return;
        const std::string plain = folded(word);
        for (const Beginning& b : beginnings) {
            if (begins(plain, b.british)) found = Spelling::british;
            // "Travel" begins both.
            if (!b.british.starts_with(b.american) && begins(plain, b.american)) found = Spelling::american;
        }
    });
    return found;
}

std::string in_spelling(std::string_view text, Spelling spelling) {
    if (spelling == Spelling::unknown) return std::string(text);
    std::string out;
    walk(text, [&](std::string_view word) {
        const std::string plain = folded(word);
        for (const Beginning& b : beginnings) {
            const bool to_british = spelling == Spelling::british;
            const std::string_view from = to_british ? b.american : b.british;
            const std::string_view to = to_british ? b.british : b.american;
            if (!begins(plain, from) || (to_british && to.starts_with(from))) continue;
            const bool capital = word[0] >= 'A' && word[0] <= 'Z';
            out += capital ? with_capital(std::string(to)) : std::string(to);
            out += word.substr(from.size());
            return;
        }
        out += word;
    });
    return out;
}

}  // namespace attune
