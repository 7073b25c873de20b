// SPDX-License-Identifier: MIT
//
// The idea: word by word, first person becomes second and, when the listener is meant by "you", second
// becomes first. Two things need their neighbours. A verb must agree with its new subject ("I was" -> "you
// were", "you were" -> "I was"), so the subject is looked for just before it. And "you" becomes "I" or "me":
// it is an object at the end, after a preposition, or where what follows cannot be a verb. What stays
// doubtful is refused, so that the caller steps back to a plainer sentence. One pass, linear.
#include "coach/rewrite/person.h"

#include <array>
#include <utility>
#include <vector>

#include "coach/rewrite/wording.h"

namespace attune {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr Pair first_to_second[] = {
    {"i", "you"},           {"me", "you"},     {"my", "your"},     {"mine", "yours"},
    {"myself", "yourself"}, {"i'm", "you're"}, {"im", "you're"},   {"i've", "you've"},
    {"ive", "you've"},      {"i'd", "you'd"},  {"i'll", "you'll"},
};

// "We" without the listener in it: you and the others.
constexpr Pair we_to_you[] = {
    {"we", "you"},
    {"us", "you"},
    {"our", "your"},
    {"ours", "yours"},
    {"ourselves", "yourselves"},
    {"we're", "you're"},
    {"we've", "you've"},
    {"we'd", "you'd"},
    {"we'll", "you'll"},
};

constexpr Pair second_to_first[] = {
    {"your", "my"},    {"ur", "my"},     {"yours", "mine"},  {"yourself", "myself"},
    {"you're", "I'm"}, {"youre", "I'm"}, {"you've", "I've"}, {"youve", "I've"},
    {"you'd", "I'd"},  {"youd", "I'd"},  {"you'll", "I'll"}, {"youll", "I'll"},
};

// Contractions as people type them in a hurry.
constexpr Pair spelled_out[] = {
    {"dont", "don't"},       {"cant", "can't"},         {"wont", "won't"},     {"didnt", "didn't"},
    {"doesnt", "doesn't"},   {"isnt", "isn't"},         {"wasnt", "wasn't"},   {"couldnt", "couldn't"},
    {"wouldnt", "wouldn't"}, {"shouldnt", "shouldn't"}, {"havent", "haven't"}, {"hasnt", "hasn't"},
    {"hadnt", "hadn't"},     {"arent", "aren't"},       {"werent", "weren't"}, {"thats", "that's"},
    {"theyre", "they're"},   {"theres", "there's"},     {"hes", "he's"},       {"shes", "she's"},
};

template <std::size_t Size>
std::string_view partner(const Pair (&pairs)[Size], std::string_view word) {
    for (const auto& [from, to] : pairs)
        if (from == word) return to;
    return {};
}

bool means_you(std::string_view word) {
    return one_of(word, {"you", "u", "ya", "y'all", "yall", "your", "ur", "yours", "yourself", "yourselves",
                         "you're", "youre", "you've", "youve", "you'd", "youd", "you'll", "youll"});
}

bool is_adverb(std::string_view word) {
    return one_of(word, {"just",      "really",  "always", "never", "still",   "even",     "only",
                         "also",      "so",      "all",    "both",  "not",     "actually", "honestly",
                         "literally", "already", "kinda",  "often", "usually", "once"}) ||
           (word.size() > 4 && word.ends_with("ly"));
}

bool is_preposition(std::string_view word) {
    return one_of(word, {"to",   "for",   "with",   "at",      "from",    "about",   "of",     "by",
                         "on",   "in",    "into",   "without", "like",    "around",  "behind", "near",
                         "over", "after", "before", "than",    "between", "against", "beside"});
}

// After an object "you" one of these may come; none of them can be the verb that a subject "you" needs.
bool follows_object(std::string_view word) {
    return is_preposition(word) ||
           one_of(word,
                  {"i",        "he",      "she",   "they",  "we",    "it",         "the",       "a",
                   "an",       "my",      "his",   "her",   "their", "our",        "your",      "this",
                   "that",     "these",   "those", "and",   "but",   "or",         "because",   "when",
                   "while",    "if",      "so",    "twice", "again", "today",      "tonight",   "yesterday",
                   "tomorrow", "anymore", "more",  "what",  "how",   "why",        "too",       "there",
                   "i'm",      "i've",    "i'd",   "i'll",  "how's", "everything", "something", "anything",
                   "nothing",  "last",    "every", "one",   "some",  "any",        "as",        "though",
                   "anyway",   "back",    "up"});
}

bool opens_clause(std::string_view word) {
    return one_of(word,
                  {"that",     "and",  "but",   "because", "when",  "if",      "while", "so",   "what",
                   "how",      "why",  "or",    "since",   "until", "whether", "where", "who",  "though",
                   "although", "then", "think", "thought", "know",  "knew",    "wish",  "said", "say",
                   "feel",     "felt", "swear", "believe", "hoped", "hope"});
}

// The clause as folded cores, for looking around.
struct Around {
    const std::vector<WrittenWord>& words;
    std::vector<std::string> plain;

    explicit Around(const std::vector<WrittenWord>& from) : words(from) {
        plain.reserve(from.size());
        for (const auto& word : from) plain.push_back(folded(word.core));
    }
    // The subject that the verb at `at` agrees with, if it stands right before it (adverbs apart) or, in a
    // turned question, right after.
    [[nodiscard]] std::string_view subject_of(std::size_t at) const {
        for (std::size_t i = at; i-- > 0;) {
            if (!words[i].after.empty()) return {};
            if (!is_adverb(plain[i])) return plain[i];
        }
        return {};
    }
    [[nodiscard]] bool you_is_subject(std::size_t at) const {
        const bool last = at + 1 == plain.size() || !words[at].after.empty();
        if (last) return false;
        const std::string_view next = plain[at + 1];
        if (at > 0 && words[at - 1].after.empty() && is_preposition(plain[at - 1]) &&
            plain[at - 1] != "like" && plain[at - 1] != "after" && plain[at - 1] != "before")
            return false;
        if (at == 0 || opens_clause(plain[at - 1])) return !is_preposition(next);
        if (follows_object(next)) return false;
        if (is_adverb(next)) return at + 2 < plain.size() && !follows_object(plain[at + 2]);
        return true;
    }
};

std::string agreed(const std::string& verb, std::string_view subject, YouMeans you) {
    if (subject == "i") {
        if (verb == "am" || verb == "is") return "are";
        if (verb == "was") return "were";
        if (verb == "wasn't") return "weren't";
        if (verb == "ain't" || verb == "amn't") return "aren't";
    }
    if (subject == "you" && you == YouMeans::listener) {
        if (verb == "are") return "am";
        if (verb == "were") return "was";
        if (verb == "weren't") return "wasn't";
        if (verb == "aren't") return "am not";
    }
    return {};
}

// "my sister and I were" -> "you and my sister were": the one spoken to comes first, and the verb fits.
void lead_with_the_speaker(std::vector<WrittenWord>& words) {
    for (std::size_t i = 1; i + 1 < words.size() && i < 6; ++i) {
        if (folded(words[i].core) != "and") continue;
        const std::string after = folded(words[i + 1].core);
        const std::string before = folded(words[0].core);
        if (i == 1 && before == "me" && words[0].after.empty()) {
            words[0].core = "I";  // "me and my sister were"
            return;
        }
        if ((after == "i" || after == "me") && one_of(before, {"my", "our", "the"}) &&
            words[i + 1].after.empty()) {
            std::vector<WrittenWord> turned;
            turned.push_back({"", "I", ""});
            turned.push_back(words[i]);
            turned.insert(turned.end(), words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
            turned.insert(turned.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 2, words.end());
            words = std::move(turned);
            return;
        }
        return;
    }
}

// "Dad's stopped eating" -> "your dad's stopped eating": a parent called by that name is the speaker's.
bool is_called_by_kinship(std::string_view word) {
    return one_of(word, {"mum", "mom", "mam", "dad", "mummy", "mommy", "daddy", "gran", "granny", "grandma",
                         "grandpa", "grandad", "granddad", "nan", "nana"});
}

bool may_own(std::string_view before) {
    return one_of(before, {"my",    "your", "his",  "her",   "their",   "our",    "a",     "an",   "the",
                           "some",  "any",  "no",   "this",  "that",    "single", "new",   "good", "bad",
                           "great", "old",  "late", "every", "another", "step",   "first", "best"}) ||
           before.ends_with("'s");
}

}  // namespace

std::string turn_person(std::string_view clause, YouMeans you) {
    for (const std::string_view mark :
         {"?", "\"", "“", "”", "‘", "(", ")", "[", "]", "http", "@", "#", "\n", "*"})
        if (clause.find(mark) != std::string_view::npos) return {};
    auto words = split_words(clause);
    lead_with_the_speaker(words);
    const Around around(words);
    std::vector<std::string> turned;
    turned.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& plain = around.plain[i];
        if (plain == "let's" || plain == "lets") return {};
        if (means_you(plain)) {
            if (you != YouMeans::listener) return {};
            const auto mine = partner(second_to_first, plain);
            if (!mine.empty())
                turned.emplace_back(mine);
            else if (plain == "you" || plain == "u")
                turned.emplace_back(around.you_is_subject(i) ? "I" : "me");
            else
                return {};
            continue;
        }
        std::string_view to = partner(first_to_second, plain);
        if (to.empty() && you != YouMeans::listener) to = partner(we_to_you, plain);
        if (!to.empty()) {
            turned.emplace_back(to);
            continue;
        }
        const std::string_view stem = std::string_view(plain).substr(0, plain.find('\''));
        if (is_called_by_kinship(stem) && (i == 0 || !may_own(around.plain[i - 1]))) {
            turned.push_back("your " + plain);
            continue;
        }
        const auto spelled = partner(spelled_out, plain);
        const std::string verb = spelled.empty() ? plain : std::string(spelled);
        std::string fitting = agreed(verb, around.subject_of(i), you);
        if (fitting.empty() && !spelled.empty()) fitting = spelled;
        turned.push_back(fitting.empty() ? words[i].core : fitting);
    }
    for (std::size_t i = 0; i < words.size(); ++i) words[i].core = std::move(turned[i]);
    // "told me I was lazy" -> "told you that you were lazy": the turned words must not stutter
    for (std::size_t i = 1; i < words.size(); ++i)
        if (words[i - 1].core == "you" && words[i - 1].after.empty() && words[i].core.starts_with("you") &&
            words[i].core != "your" && words[i].core != "yours")
            words[i].before = "that ";
    return join_words(words);
}

}  // namespace attune
