// SPDX-License-Identifier: MIT
#include "practice/checkin.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <vector>

#include "practice/feeling_words.h"

namespace attune {
namespace {

constexpr std::string_view blanks = " \t\r\n,;:.-";
constexpr std::string_view number_names[] = {"zero", "one",   "two",   "three", "four", "five",
                                             "six",  "seven", "eight", "nine",  "ten"};

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

std::string lowered(std::string_view text) {
    std::string low{text};
    for (char& c : low)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return low;
}

// The number a token is, whatever its size; -1 for one that is no whole number from 0; nothing for a word.
std::optional<int> number_in(std::string_view token) {
    if (token.empty()) return std::nullopt;
    const auto name = std::find(std::begin(number_names), std::end(number_names), lowered(token));
    if (name != std::end(number_names)) return static_cast<int>(name - std::begin(number_names));
    const auto digits = token.find_first_not_of("-+");
    if (digits == std::string_view::npos || token[digits] < '0' || token[digits] > '9') return std::nullopt;
    int number = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), number);
    if (error != std::errc{} || end != token.data() + token.size() || number < 0) return -1;
    return number;
}

// Cuts "/10", "of 10" and "out of 10" from the end.
std::string_view without_scale(std::string_view line) {
    for (const std::string_view scale : {"out of 10", "of 10", "/10", "/ 10"})
        if (line.size() > scale.size() && lowered(line).ends_with(scale))
            return trimmed(line.substr(0, line.size() - scale.size()));
    return line;
}

struct Felt {
    std::optional<std::uint8_t> family;
    int strength = 2;
};

// A word of the lexicon is taken at its word; else what a statement of it names, or what was mistyped.
Felt find_feeling(Coach& coach, const std::string& word) {
    const Knowledge& knowledge = coach.knowledge();
    for (const FeelingWord& known : knowledge.feeling_words())
        if (knowledge.text(known.text) == lowered(word)) return {known.family, known.strength};
    for (const std::string& statement : {word, "I feel " + word}) {
        Reading reading;
        coach.read({statement, ""}, reading);
        for (const FeltFeeling& felt : reading.statement.feelings)
            if (felt.own_word) return {felt.family, felt.strength};
    }
    const FeelingWords words(knowledge);
    auto family = words.family_in(word);
    if (!family) family = words.family_in(words.nearest(word));
    if (!family) return {};
    return {static_cast<std::uint8_t>(*family), Felt{}.strength};
}

int strength_on(int scale) {
    return scale <= 3 ? 1 : scale <= 6 ? 2 : 3;
}

// FNV-1a.
std::uint64_t seed_of(std::string_view text) {
    std::uint64_t seed = 0xcbf29ce484222325U;
    for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return seed;
}

// Those that were written for the family come before those that fit any.
std::string_view choose(const Knowledge& knowledge, std::string_view bank, const Felt& felt,
                        std::uint64_t seed) {
    std::vector<std::string_view> close, any;
    for (const Phrase& phrase : knowledge.phrases()) {
        if (knowledge.text(phrase.bank) != bank) continue;
        if (phrase.strengths != 0 && (phrase.strengths >> felt.strength & 1U) == 0) continue;
        if (phrase.families == 0)
            any.push_back(knowledge.text(phrase.text));
        else if (felt.family && (phrase.families >> *felt.family & 1U) != 0)
            close.push_back(knowledge.text(phrase.text));
    }
    const auto& fitting = close.empty() ? any : close;
    return fitting.empty() ? std::string_view{} : fitting[seed % fitting.size()];
}

}  // namespace

NamedFeeling read_named_feeling(std::string_view line) {
    NamedFeeling named;
    // A minus belongs to its number.
    const std::string_view whole = without_scale(trimmed(line));
    const auto gap = whole.find_last_of(" \t,;:");
    const std::size_t last = gap == std::string_view::npos ? 0 : gap + 1;
    const auto number = number_in(whole.substr(last));
    if (!number) {
        named.word = whole;
        return named;
    }
    named.word = trimmed(whole.substr(0, last));
    if (*number < 0 || *number > 10)
        named.beyond_scale = true;
    else
        named.strength = *number;
    return named;
}

CheckinReply answer_checkin(Coach& coach, const NamedFeeling& named, std::string_view to_a_friend) {
    const Knowledge& knowledge = coach.knowledge();
    Reading reading;
    coach.read({named.word, to_a_friend}, reading);
    bool risk = reading.risk;
    const bool misses = reading.flagged();
    // The words for a friend may be about oneself, and a word alone is read as what one feels.
    for (const std::string& statement : {std::string(to_a_friend), "I feel " + named.word}) {
        coach.read({statement, ""}, reading);
        risk = risk || reading.risk;
    }
    if (risk) return {true, {}};

    const std::uint64_t seed = seed_of(lowered(named.word));
    if (named.word.empty() && !named.strength) return {false, choose(knowledge, "checkin-quiet", {}, seed)};
    Felt felt = named.word.empty() ? Felt{} : find_feeling(coach, named.word);
    if (named.strength) felt.strength = strength_on(*named.strength);
    const bool had_kind_words = !trimmed(to_a_friend).empty() && !misses;
    std::string_view sentence;
    if (had_kind_words) sentence = choose(knowledge, "checkin-friend", felt, seed);
    return {false, sentence.empty() ? choose(knowledge, "checkin", felt, seed) : sentence};
}

}  // namespace attune
