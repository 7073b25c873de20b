// SPDX-License-Identifier: MIT
//
// Regular spelling. Three things make it more than appending: a final -e falls, a final -y after a consonant
// turns into -i, and a final consonant doubles after one stressed short vowel (stop, stopped). Stress cannot
// be seen, so doubling holds for words of one vowel group and for a list of longer ones that are stressed at
// the end; those in -el and -al and the like are spelled both ways, as British and American writers do.
//
// An entry of three words may be irregular ("go went gone") or a phrase ("get rid of"). English pasts begin
// with the letter of their base, or both with a vowel; only "be" and "go" break that.
#include "packs/inflect.h"

#include <algorithm>
#include <array>

namespace attune {
namespace {

constexpr std::array<std::string_view, 56> doubling_long_words = {
    "abet",     "abut",     "acquit",    "admit",   "allot",  "annul",    "babysit", "befit",
    "begin",    "commit",   "compel",    "control", "debug",  "defer",    "deter",   "emit",
    "equip",    "excel",    "expel",     "forbid",  "forget", "handicap", "incur",   "infer",
    "input",    "kidnap",   "occur",     "omit",    "outrun", "outwit",   "overlap", "overrun",
    "patrol",   "permit",   "prefer",    "program", "propel", "rebel",    "recur",   "refer",
    "regret",   "remit",    "reprogram", "rerun",   "reset",  "sandbag",  "submit",  "transfer",
    "transmit", "undercut", "unpin",     "unplug",  "unwrap", "unzip",    "upset",   "zigzag"};
static_assert(std::is_sorted(doubling_long_words.begin(), doubling_long_words.end()));

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// Vowel letters in `word`, side by side ones counted once; the u of "qu" is none.
int vowel_groups(std::string_view word) {
    int groups = 0;
    bool inside = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool after_q = i > 0 && word[i - 1] == 'q' && word[i] == 'u';
        const bool vowel = (is_vowel(word[i]) && !after_q) || (word[i] == 'y' && i > 0);
        if (vowel && !inside) ++groups;
        inside = vowel;
    }
    return groups;
}

// Ends in consonant, one vowel, consonant.
bool ends_short(std::string_view word) {
    const std::size_t n = word.size();
    if (n < 3) return false;
    const char last = word[n - 1];
    if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
    const bool vowel_before = is_vowel(word[n - 2]) || word[n - 2] == 'y';
    const bool qu = n >= 4 && word[n - 3] == 'u' && word[n - 4] == 'q';
    return vowel_before && (!is_vowel(word[n - 3]) || qu);
}

enum class Doubling : std::uint8_t { never, always, either };

Doubling doubling(std::string_view word) {
    if (!ends_short(word)) return Doubling::never;
    if (vowel_groups(word) == 1) return Doubling::always;
    if (std::binary_search(doubling_long_words.begin(), doubling_long_words.end(), word))
        return Doubling::always;
    return word.back() == 'l' ? Doubling::either : Doubling::never;
}

bool consonant_y(std::string_view word) {
    return word.size() >= 2 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

std::string third_person(const std::string& base) {
    if (base == "have") return "has";
    if (base == "be") return "is";
    if (consonant_y(base)) return base.substr(0, base.size() - 1) + "ies";
    for (const std::string_view hiss : {"s", "sh", "ch", "x", "z", "o"})
        if (base.ends_with(hiss)) return base + "es";
    return base + "s";
}

// What an ending that begins with a vowel is put on.
std::vector<std::string> stems(const std::string& base) {
    if (base.ends_with("ic")) return {base + "k"};  // panicked
    const std::string doubled = base + (base.empty() ? ' ' : base.back());
    switch (doubling(base)) {
        case Doubling::always:
            return {doubled};
        case Doubling::either:
            return {base, doubled};
        case Doubling::never:
            break;
    }
    return {base};
}

std::vector<std::string> ing_forms(const std::string& base) {
    if (base.ends_with("ie")) return {base.substr(0, base.size() - 2) + "ying"};
    const bool keeps_e = base.ends_with("ee") || base.ends_with("oe") || base.ends_with("ye") ||
                         base == "be" || base == "age" || base == "singe";
    if (base.ends_with('e') && !keeps_e) return {base.substr(0, base.size() - 1) + "ing"};
    std::vector<std::string> out = stems(base);
    for (std::string& form : out) form += "ing";
    if (base == "age") out.emplace_back("aging");
    return out;
}

std::vector<std::string> past_forms(const std::string& base) {
    if (base.ends_with('e')) return {base + "d"};
    if (consonant_y(base)) return {base.substr(0, base.size() - 1) + "ied"};
    std::vector<std::string> out = stems(base);
    for (std::string& form : out) form += "ed";
    return out;
}

std::vector<std::string> split(std::string_view entry) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < entry.size();) {
        const std::size_t end = std::min(entry.find(' ', at), entry.size());
        if (end > at) words.emplace_back(entry.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

bool begin_alike(const std::string& a, const std::string& b) {
    return a[0] == b[0] || (is_vowel(a[0]) && is_vowel(b[0]));
}

bool gives_forms(const std::vector<std::string>& words) {
    if (words.size() != 3 && words.size() != 5) return false;
    if (words[0] == "be") return words[1] == "was" || words[1] == "were";
    return begin_alike(words[0], words[2]) && (words[0] == "go" || begin_alike(words[0], words[1]));
}

void add_once(std::vector<std::string>& forms, const std::string& form) {
    if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(form);
}

}  // namespace

void Inflector::learn(std::string_view entry) {
    const std::vector<std::string> words = split(entry);
    if (!gives_forms(words)) return;
    VerbForms& forms = irregular_[words[0]];
    forms.base = words[0];
    add_once(forms.past, words[1]);
    add_once(forms.participle, words[2]);
    if (words.size() == 5) {
        add_once(forms.ing, words[3]);
        add_once(forms.s, words[4]);
        return;
    }
    for (const std::string& form : ing_forms(words[0])) add_once(forms.ing, form);
    add_once(forms.s, third_person(words[0]));
}

VerbForms Inflector::inflect_word(const std::string& base) const {
    if (const auto known = irregular_.find(base); known != irregular_.end()) return known->second;
    const std::vector<std::string> past = past_forms(base);
    return {base, {third_person(base)}, ing_forms(base), past, past};
}

VerbForms Inflector::forms(std::string_view entry) const {
    const std::vector<std::string> words = split(entry);
    if (words.empty()) return {};
    VerbForms forms = inflect_word(words[0]);
    if (words.size() == 1 || gives_forms(words)) return forms;
    std::string rest;
    for (std::size_t i = 1; i < words.size(); ++i) rest += " " + words[i];
    forms.base += rest;
    for (auto* list : {&forms.s, &forms.ing, &forms.past, &forms.participle})
        for (std::string& form : *list) form += rest;
    return forms;
}

}  // namespace attune
