// SPDX-License-Identifier: MIT
#include "coach/rewrite/manner.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "coach/rewrite/wording.h"
#include "rules/knowledge.h"

namespace attune {
namespace {

std::uint8_t relation(std::string_view name) {
    return static_cast<std::uint8_t>(std::find(std::begin(relation_names), std::end(relation_names), name) -
                                     std::begin(relation_names));
}

struct Sign {
    std::string_view words;  // folded, one blank between them
    std::string_view relation;
};

// Said to the listener, or to the one who speaks; the first that is found holds.
constexpr std::array<Sign, 24> signs = {{{"our anniversary", "partner"},
                                         {"date night", "partner"},
                                         {"our wedding", "partner"},
                                         {"babe", "partner"},
                                         {"you and the kids", "partner"},
                                         {"you never help", "partner"},
                                         {"in our session", "client"},
                                         {"last session", "client"},
                                         {"my therapist said you", "client"},
                                         {"my teacher", "teen"},
                                         {"my class", "teen"},
                                         {"in school", "teen"},
                                         {"at school", "teen"},
                                         {"my teddy", "child"},
                                         {"my toy", "child"},
                                         {"the monster", "child"},
                                         {"bad dream", "child"},
                                         {"school play", "child"},
                                         {"my best friend said i", "child"},
                                         {"the client meeting", "colleague"},
                                         {"the standup", "colleague"},
                                         {"this sprint", "colleague"},
                                         {"our manager", "colleague"},
                                         {"our team", "colleague"}}};

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (const auto& word : split_words(text))
        if (!word.core.empty()) words.push_back(folded(word.core));
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out = " ";
    for (const auto& word : words) out += word + ' ';
    return out;
}

// Calls the listener so: "Mum, I …", "mum i …".
bool calls_a_parent(const std::vector<std::string>& words) {
    return words.size() > 2 &&
           one_of(words[0], {"mum", "mom", "mummy", "mommy", "dad", "daddy", "mama", "papa"}) &&
           one_of(words[1],
                  {"i", "i'm", "im", "why", "what", "can", "you", "you're", "they", "my", "we", "he", "she"});
}

using Pair = std::pair<std::string_view, std::string_view>;
constexpr std::array<Pair, 34> contractions = {{{"i'm", "I am"},           {"i've", "I have"},
                                                {"i'd", "I would"},        {"i'll", "I will"},
                                                {"you're", "you are"},     {"you've", "you have"},
                                                {"you'd", "you would"},    {"it's", "it is"},
                                                {"it'll", "it will"},      {"that's", "that is"},
                                                {"there's", "there is"},   {"what's", "what is"},
                                                {"how's", "how is"},       {"who's", "who is"},
                                                {"they're", "they are"},   {"we're", "we are"},
                                                {"don't", "do not"},       {"doesn't", "does not"},
                                                {"didn't", "did not"},     {"isn't", "is not"},
                                                {"aren't", "are not"},     {"wasn't", "was not"},
                                                {"weren't", "were not"},   {"can't", "cannot"},
                                                {"couldn't", "could not"}, {"won't", "will not"},
                                                {"wouldn't", "would not"}, {"shouldn't", "should not"},
                                                {"haven't", "have not"},   {"hasn't", "has not"},
                                                {"hadn't", "had not"},     {"we've", "we have"},
                                                {"he's", "he is"},         {"she's", "she is"}}};

std::string_view whole_of(std::string_view word) {
    for (const auto& [short_form, whole] : contractions)
        if (short_form == word) return whole;
    return {};
}

}  // namespace

std::optional<std::uint8_t> guess_relation(std::string_view statement, std::string_view draft) {
    const auto said = words_of(statement);
    const std::string all = joined(said);
    if (calls_a_parent(said)) {
        const bool small = said[0] == "mummy" || said[0] == "mommy" || said[0] == "daddy" ||
                           all.find(" play ") != std::string::npos || said.size() < 12;
        return relation(small ? "child" : "teen");
    }
    for (const Sign& sign : signs)
        if (all.find(" " + std::string(sign.words) + " ") != std::string::npos &&
            !one_of(sign.relation, {"teen"}))
            return relation(sign.relation);
    for (const auto& word : words_of(draft)) {
        if (one_of(word, {"kiddo", "sweetpea", "munchkin", "poppet"})) return relation("child");
        if (one_of(word, {"babe", "darling"})) return relation("partner");
        if (one_of(word, {"mate", "bro", "dude", "buddy", "bestie", "hun"})) return relation("friend");
    }
    return std::nullopt;
}

bool spells_out(std::string_view draft) {
    const auto words = words_of(draft);
    bool whole = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].find('\'') != std::string::npos) return false;
        if (one_of(words[i],
                   {"im", "dont", "cant", "ive", "youre", "thats", "didnt", "doesnt", "wont", "isnt"}))
            return false;
        if (i + 1 == words.size()) break;
        whole = whole ||
                (words[i + 1] == "not" && one_of(words[i], {"do", "does", "did", "is", "are", "will"})) ||
                (words[i] == "i" && words[i + 1] == "am") || (words[i] == "it" && words[i + 1] == "is") ||
                (words[i] == "that" && words[i + 1] == "is") ||
                (words[i] == "you" && words[i + 1] == "are") || words[i] == "cannot";
    }
    return whole;
}

std::string spelled_out(std::string_view phrase) {
    std::string out;
    for (std::size_t at = 0; at < phrase.size();) {
        std::size_t end = at;
        while (end < phrase.size() && ((phrase[end] >= 'a' && phrase[end] <= 'z') ||
                                       (phrase[end] >= 'A' && phrase[end] <= 'Z') || phrase[end] == '\''))
            ++end;
        if (end == at) {
            out += phrase[at++];
            continue;
        }
        const std::string_view word = phrase.substr(at, end - at);
        std::string whole{whole_of(folded(word))};
        const bool perfect = phrase.substr(end).starts_with(" been") ||
                             phrase.substr(end).starts_with(" gone") ||
                             phrase.substr(end).starts_with(" stayed");
        if (perfect && whole.ends_with(" is")) whole.replace(whole.size() - 2, 2, "has");
        if (whole.empty())
            out += word;
        else
            out += word.front() >= 'A' && word.front() <= 'Z' ? with_capital(whole) : whole;
        at = end;
    }
    return out;
}

bool has_short_words(std::string_view phrase) {
    constexpr std::size_t longest = 8;
    const auto words = words_of(phrase);
    return std::all_of(words.begin(), words.end(),
                       [](const std::string& word) { return word.size() <= longest; });
}

}  // namespace attune
