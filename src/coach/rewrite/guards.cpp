// SPDX-License-Identifier: MIT
#include "coach/rewrite/guards.h"

#include <algorithm>
#include <functional>
#include <string>

#include "coach/rewrite/spelling.h"
#include "coach/rewrite/wording.h"

namespace attune {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool sentence_case(const std::vector<WrittenWord>& words) {
    bool starts = true;
    for (const auto& word : words) {
        if (word.core.empty()) continue;
        if (starts && word.core.front() >= 'a' && word.core.front() <= 'z') return false;
        starts = has_end_mark(word.core + word.after) && word.after != "...";
    }
    return true;
}

bool balanced(std::string_view text) {
    int round = 0;
    int square = 0;
    int curly = 0;
    int straight = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        round += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        square += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
        straight += text[i] == '"';
        if (text.substr(i).starts_with("“")) ++curly;
        if (text.substr(i).starts_with("”")) --curly;
        if (round < 0 || square < 0 || curly < 0) return false;
    }
    return round == 0 && square == 0 && curly == 0 && straight % 2 == 0;
}

// "an hour", "a useful thing": sound, not letter.
bool begins_with_vowel_sound(std::string_view word) {
    for (const std::string_view silent : {"hour", "honest", "honour", "honor", "heir"})
        if (word.starts_with(silent)) return true;
    for (const std::string_view consonant : {"uni", "use", "usu", "eu", "one", "once", "ufo", "uk", "us"})
        if (word.starts_with(consonant) && !word.starts_with("unin") && !word.starts_with("unim"))
            return false;
    return !word.empty() && one_of(word.substr(0, 1), {"a", "e", "i", "o", "u"});
}

bool articles_fit(const std::vector<WrittenWord>& words) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const std::string article = folded(words[i].core);
        if ((article != "a" && article != "an") || !words[i].after.empty()) continue;
        const std::string next = folded(words[i + 1].core);
        if (next.empty() || !is_letter(next.front())) continue;
        if ((article == "an") != begins_with_vowel_sound(next)) return false;
    }
    return true;
}

bool doubles_a_word(const std::vector<WrittenWord>& words) {
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string word = folded(words[i].core);
        if (!word.empty() && words[i - 1].after.empty() && word == folded(words[i - 1].core) &&
            !one_of(word, {"that", "had", "so", "very", "really"}))
            return true;
    }
    return false;
}

// A word without its contraction, in one spelling: "you're" gives "you", "neighbor's" "neighbour".
std::string bare(std::string_view word) {
    const std::string plain = in_spelling(folded(word), Spelling::british);
    return plain.substr(0, plain.find('\''));
}

// Words that turning a clause may add.
bool made_by_turning(std::string_view word) {
    return one_of(word, {"you",    "your",    "yours", "yourself", "yourselves", "i",     "me",   "my",
                         "mine",   "myself",  "are",   "were",     "am",         "was",   "that", "and",
                         "don",    "didn",    "doesn", "isn",      "wasn",       "weren", "aren", "couldn",
                         "wouldn", "shouldn", "haven", "hasn",     "hadn",       "can",   "won",  "not",
                         "he",     "she",     "they",  "there",    "is",         "has",   "have", "would",
                         "will",   "do",      "does",  "did",      "cannot",     "it"});
}

}  // namespace

bool well_formed(std::string_view text) {
    if (text.empty() || count_words(text) > longest_rewrite || count_words(text) == 0) return false;
    if (!has_end_mark(text) || !balanced(text)) return false;
    for (const std::string_view wrong :
         {"  ", " ,", " .", ",,", "..?", "?.", "!.", ".,", ",.", ";.", "{", "}", " ?", "??"})
        if (text.find(wrong) != std::string_view::npos) return false;
    const auto words = split_words(text);
    return sentence_case(words) && articles_fit(words) && !doubles_a_word(words);
}

void WordStock::add(std::string_view text) {
    for (const auto& word : split_words(text)) {
        words_.push_back(bare(word.core));
        if (const auto cut = words_.back().find('-'); cut != std::string::npos)
            words_.push_back(words_.back().substr(0, cut));
    }
    std::sort(words_.begin(), words_.end());
}

bool WordStock::holds(std::string_view plain) const {
    return std::binary_search(words_.begin(), words_.end(), plain, std::less<>{});
}

bool invents_nothing(std::string_view text, const std::vector<const WordStock*>& stocks,
                     const std::vector<std::string_view>& phrases) {
    WordStock said;
    for (const auto phrase : phrases) said.add(phrase);
    for (const auto& word : split_words(text)) {
        const std::string plain = bare(word.core);
        if (plain.empty() || made_by_turning(plain) || said.holds(plain)) continue;
        if (std::none_of(stocks.begin(), stocks.end(),
                         [&](const WordStock* stock) { return stock->holds(plain); }))
            return false;
    }
    return true;
}

bool no_stronger(const FeelingFinder& finder, const Passage& rewrite, int strongest,
                 const std::vector<std::string_view>& sources) {
    for (std::uint32_t i = 0; i < rewrite.tokens.size();) {
        const auto found = finder.at(rewrite, i);
        if (!found.word) {
            ++i;
            continue;
        }
        if (found.word->strength > strongest) {
            const std::string words = folded(rewrite.bytes(i, found.last).of(rewrite.text));
            const bool theirs = std::any_of(sources.begin(), sources.end(), [&](std::string_view source) {
                return folded(source).find(words) != std::string::npos;
            });
            if (!theirs) return false;
        }
        i = found.last;
    }
    return true;
}

}  // namespace attune
