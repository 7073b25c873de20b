// SPDX-License-Identifier: MIT
//
// The longest common run of words, by the table that every textbook has: its room is the product of both
// lengths, so long texts are not compared.
#include "app/word_diff.h"

#include <algorithm>
#include <cstddef>

namespace attune {
namespace {

constexpr std::size_t longest = 300;  // words

struct Word {
    std::string_view text;
    std::string plain;  // letters in lower case, no marks around them
};

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Letters, digits and whatever is not ASCII; a curly apostrophe counts as a straight one.
std::string plain_of(std::string_view word) {
    std::string plain;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        if (word.substr(i).starts_with("’")) {
            plain += '\'';
            i += 2;
        } else if (c >= 'A' && c <= 'Z') {
            plain += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' ||
                   static_cast<unsigned char>(c) >= 0x80) {
            plain += c;
        }
    }
    return plain;
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        if (is_blank(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && !is_blank(text[end])) ++end;
        const std::string_view word = text.substr(at, end - at);
        words.push_back({word, plain_of(word)});
        if (words.size() > longest) break;
        at = end;
    }
    return words;
}

// A little word alone among others is in both by chance: shown as kept, it would only break up what changed.
void forget_chance_meetings(std::vector<DiffWord>& diff) {
    constexpr std::size_t little = 3;
    for (std::size_t i = 1; i + 1 < diff.size(); ++i) {
        if (diff[i].fate != DiffWord::Fate::kept || diff[i].text.size() > little) continue;
        if (diff[i - 1].fate == DiffWord::Fate::kept || diff[i + 1].fate == DiffWord::Fate::kept) continue;
        DiffWord gone = diff[i];
        gone.fate = DiffWord::Fate::gone;
        diff[i].fate = DiffWord::Fate::fresh;
        diff.insert(diff.begin() + static_cast<std::ptrdiff_t>(i), gone);
        ++i;
    }
    for (auto first = diff.begin(); first != diff.end();) {  // what goes before what comes in its place
        const auto is_kept = [](const DiffWord& word) { return word.fate == DiffWord::Fate::kept; };
        first = std::find_if_not(first, diff.end(), is_kept);
        const auto last = std::find_if(first, diff.end(), is_kept);
        std::stable_partition(first, last,
                              [](const DiffWord& word) { return word.fate == DiffWord::Fate::gone; });
        first = last;
    }
}

}  // namespace

std::vector<DiffWord> diff_words(std::string_view before, std::string_view after) {
    const auto old_words = words_of(before);
    const auto new_words = words_of(after);
    std::vector<DiffWord> diff;
    if (old_words.size() > longest || new_words.size() > longest) return diff;

    // common[i][k]: how many words the rests from i and from k have in common, in order.
    const std::size_t row = new_words.size() + 1;
    std::vector<std::uint16_t> common((old_words.size() + 1) * row, 0);
    for (std::size_t i = old_words.size(); i-- > 0;)
        for (std::size_t k = new_words.size(); k-- > 0;)
            common[i * row + k] = old_words[i].plain == new_words[k].plain
                                      ? static_cast<std::uint16_t>(common[(i + 1) * row + k + 1] + 1)
                                      : std::max(common[(i + 1) * row + k], common[i * row + k + 1]);
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < old_words.size() || k < new_words.size()) {
        if (i < old_words.size() && k < new_words.size() && old_words[i].plain == new_words[k].plain) {
            diff.push_back({new_words[k].text, DiffWord::Fate::kept});
            ++i;
            ++k;
        } else if (k == new_words.size() ||
                   (i < old_words.size() && common[(i + 1) * row + k] >= common[i * row + k + 1])) {
            diff.push_back({old_words[i++].text, DiffWord::Fate::gone});
        } else {
            diff.push_back({new_words[k++].text, DiffWord::Fate::fresh});
        }
    }
    forget_chance_meetings(diff);
    return diff;
}

bool is_worth_comparing(const std::vector<DiffWord>& diff) {
    const auto count = [&](DiffWord::Fate fate) {
        return std::count_if(diff.begin(), diff.end(),
                             [&](const DiffWord& word) { return word.fate == fate; });
    };
    const auto kept = count(DiffWord::Fate::kept);
    return kept >= 3 && kept * 3 >= kept + count(DiffWord::Fate::fresh);
}

}  // namespace attune
