// SPDX-License-Identifier: MIT
#include "coach/rewrite/clause_words.h"

#include "text/grammar.h"

namespace attune {
namespace {

// Cannot end a clause that is to stand alone.
bool ends_open(std::string_view word) {
    return one_of(
        word,
        {"and",   "but",   "so",     "or",     "because", "that",     "which",  "who",   "when",  "while",
         "if",    "as",    "lol",    "haha",   "tho",     "though",   "anyway", "tbh",   "like",  "the",
         "a",     "an",    "my",     "to",     "of",      "with",     "for",    "than",  "just",  "i",
         "it's",  "is",    "was",    "at",     "from",    "honestly", "even",   "also",  "since", "until",
         "where", "after", "before", "thanks", "please",  "every",    "his",    "their", "our",   "some",
         "any",   "no",    "still",  "into",   "by",      "whether",  "how",    "what",  "why"});
}

// Verbs that want more after them: a clause that ends in one is only half of what was meant.
bool leans_on_more(std::string_view word) {
    return one_of(word,
                  {"told",   "said",     "says",     "say",     "tell",    "tells",   "think",   "thought",
                   "thinks", "know",     "knew",     "feel",    "feels",   "hope",    "hoped",   "wish",
                   "wished", "realised", "realized", "realize", "realise", "decided", "want",    "wanted",
                   "wants",  "need",     "needed",   "asked",   "ask",     "asks",    "found",   "heard",
                   "guess",  "believe",  "wonder",   "mean",    "means",   "meant",   "seems",   "seemed",
                   "saying", "telling",  "thinking", "am",      "are",     "were",    "be",      "been",
                   "have",   "has",      "had",      "do",      "does",    "did",     "will",    "would",
                   "could",  "should",   "can",      "may",     "might",   "got",     "get",     "keep",
                   "keeps",  "kept",     "make",     "makes",   "made",    "let",     "trying",  "going",
                   "i'm",    "im",       "it's",     "he's",    "she's",   "you",     "that's",  "there's",
                   "not",    "really",   "very",     "so",      "about",   "bc",      "gave",    "took",
                   "put",    "like",     "felt",     "sure",    "afraid",  "scared",  "worried", "glad",
                   "sorry",  "myself",   "me",       "him"}) &&
           !one_of(word, {"me", "him", "myself"});
}

// Said after a clause and no part of it.
bool trails(std::string_view word) {
    return one_of(word, {"lol", "haha", "tho", "though", "anyway", "tbh", "honestly", "please", "thanks",
                         "and", "but", "so", "because", "or"});
}

// A phrase may begin here.
bool begins_phrase(std::string_view word) {
    return one_of(word, {"and",    "but",  "because", "with",   "in",       "on",    "at",      "after",
                         "before", "when", "while",   "during", "since",    "until", "without", "so",
                         "for",    "from", "by",      "as",     "although", "even",  "who",     "which"});
}

// A word that has a capital only where a sentence begins.
bool starts_anew(std::string_view word) {
    return one_of(
        word, {"He",  "She",     "It",  "They", "We",   "You",   "My",   "But",    "And",    "So",  "Then",
               "Now", "Well",    "The", "This", "That", "There", "Just", "Yes",    "No",     "Not", "What",
               "Why", "Because", "Our", "His",  "Her",  "It's",  "It’s", "That's", "That’s", "oh",  "lol"});
}

// What comes after such a word belongs to it: "a tough | and boring project".
bool needs_the_next(const Vocabulary& vocabulary, std::string_view word) {
    const SurfaceEntry* surface = vocabulary.find(word);
    if (!surface || surface->count != 1) return false;
    constexpr std::uint64_t kinds =
        grammar::adjective | grammar::intensifier | grammar::determiner | grammar::my | grammar::preposition;
    return (vocabulary.grammar(surface->words[0]) & kinds) != 0;
}

// "my dog died | I had him": a verb that says all it has to say, and another subject.
bool runs_on(const Vocabulary& vocabulary, std::string_view before, std::string_view word) {
    if (!one_of(folded(word), {"i", "he", "she", "we", "they"})) return false;
    const SurfaceEntry* surface = vocabulary.find(before);
    if (!surface || surface->count != 1) return false;
    const std::uint64_t kind = vocabulary.grammar(surface->words[0]);
    return (kind & (grammar::verb_past | grammar::verb_pp)) && !(kind & (grammar::saying | grammar::be));
}

}  // namespace

// Opens a clause and says nothing of the event itself.
bool opens_loosely(std::string_view word) {
    return one_of(word, {"and",        "but",
                         "so",         "or",
                         "because",    "cause",
                         "cos",        "cuz",
                         "since",      "although",
                         "though",     "when",
                         "while",      "after",
                         "then",       "well",
                         "oh",         "yeah",
                         "yes",        "ok",
                         "okay",       "hi",
                         "hey",        "honestly",
                         "actually",   "basically",
                         "literally",  "anyway",
                         "anyways",    "also",
                         "plus",       "now",
                         "sadly",      "unfortunately",
                         "apparently", "obviously",
                         "thankfully", "luckily",
                         "maybe",      "thanks",
                         "ugh",        "wow",
                         "omg",        "lol",
                         "sometimes",  "seriously",
                         "look",       "recently",
                         "lately",     "even",
                         "just",       "today",
                         "yesterday",  "tonight"});
}

// After these a clause is part of another: a relative, an indirect question, a condition, a comparison.
bool belongs_to_another(std::string_view word) {
    return one_of(word, {"who",     "whom", "whose",  "which", "what", "why",  "how",      "where",
                         "whether", "if",   "unless", "than",  "as",   "that", "whatever", "whenever",
                         "until",   "till", "before", "once",  "to",   "not",  "of",       "like"});
}

bool cut_to_size(const Vocabulary& vocabulary, std::vector<WrittenWord>& words) {
    while (words.size() > 2 && trails(folded(words.back().core))) words.pop_back();
    for (std::size_t i = 4; i + 1 < words.size();
         ++i)  // "… but thinking of it": what follows has its subject elsewhere
        if (folded(words[i].core) == "but") words.resize(i);
    for (std::size_t i = 3; i + 1 < words.size(); ++i)  // "I came home there was a cake"
        if (folded(words[i].core) == "there" && one_of(folded(words[i + 1].core), {"was", "is", "were"}))
            words.resize(i);
    for (std::size_t i = 3; i < words.size(); ++i)  // a sentence that no full stop sets apart
        if (starts_anew(words[i].core) || runs_on(vocabulary, words[i - 1].core, words[i].core))
            words.resize(i);
    if (words.size() <= longest_event) return true;
    for (std::size_t i = longest_event; i >= 5; --i) {
        if (!begins_phrase(folded(words[i].core)) || needs_the_next(vocabulary, folded(words[i - 1].core)))
            continue;
        words.resize(i);
        while (words.size() > 4 && ends_open(folded(words.back().core))) words.pop_back();
        return !ends_open(folded(words.back().core)) && !leans_on_more(folded(words.back().core));
    }
    return false;
}

bool is_broken(const std::vector<WrittenWord>& words) {
    const bool month = words.size() > 1 && words.back().core == "May";
    if (words.size() < 2 || (!month && leans_on_more(folded(words.back().core)))) return true;
    if (one_of(folded(words.back().core), {"the", "a", "an", "my", "his", "their", "our", "than", "if",
                                           "whether", "i", "it's", "every"}))
        return true;
    if (one_of(folded(words.front().core),
               {"much", "more", "many", "enough", "there", "problem", "hope", "hoping", "wish"}))
        return true;
    if (one_of(folded(words[0].core), {"someone", "somebody", "people", "those", "everyone"}) &&
        one_of(folded(words[1].core), {"that", "who", "that's", "who's"}))
        return true;
    if (words.size() <= 4 && one_of(folded(words[1].core), {"think", "thought", "guess"})) return true;
    const std::string& last = words.back().core;
    if (words.size() <= 4 && last.find_first_not_of("0123456789") == std::string::npos)
        return true;  // an age
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = folded(words[i].core);
        if (word.empty() || !words[i].before.empty() || (i + 1 < words.size() && !words[i].after.empty()))
            return true;
        if (i > 0 && word == folded(words[i - 1].core)) return true;
        if (i > 0 && word == "old" && one_of(folded(words[i - 1].core), {"years", "months"})) return true;
        if (i > 0 && one_of(word, {"is", "was"}) && one_of(folded(words[i - 1].core), {"do", "say", "know"}))
            return true;  // "all I want to do is …"
        if (word.find("--") != std::string::npos || word.find("…") != std::string::npos) return true;
        if (one_of(word, {"lol",    "haha",  "omg",  "wtf",   "lmao", "etc",  "idk",     "smh",  "ugh",
                          "thanks", "thank", "hi",   "hello", "tbh",  "fuck", "fucking", "shit", "piss",
                          "pissed", "damn",  "yeah", "yea",   "um",   "uh",   "gosh"}))
            return true;
    }
    return false;
}

}  // namespace attune
