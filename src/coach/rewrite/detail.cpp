// SPDX-License-Identifier: MIT
//
// The idea: every clause of the statement is weighed, the good ones are cut to size and turned, and whatever
// is doubtful is dropped: a plain sentence without a detail is better than a broken one with it. A clause
// that completes another ("I feel like | nobody cares") is never told without it, because alone it would be
// claimed as true. A clause weighs more when something that moves people stands in it (a feeling's cue), when
// it tells what happened, when it has the speaker in it and when it comes late: people come to the point
// last. Linear in the statement.
#include "coach/rewrite/detail.h"

#include <algorithm>
#include <optional>

#include "coach/rewrite/person.h"
#include "coach/rewrite/wording.h"
#include "text/grammar.h"

namespace attune {
namespace {

constexpr std::size_t most_events = 4;

std::string word_at(const Passage& p, std::uint32_t token) {
    return folded(p.tokens[token].span().of(p.text));
}

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

// The tokens of one candidate.
struct Stretch {
    std::uint32_t first = 0, last = 0;
};

class Finder {
  public:
    Finder(const Knowledge& knowledge, const FeelingFinder& feelings, const Passage& p, const RuleHits& hits,
           const StatementReading& reading)
        : knowledge_(knowledge), feelings_(feelings), p_(p), hits_(hits), reading_(reading) {}

    std::optional<Event> event_of(std::uint32_t c) const {
        const Clause& clause = p_.clauses[c];
        bool subject_left_out = false;
        const auto stretch = stretch_of(c, subject_left_out);
        if (!stretch) return std::nullopt;
        auto words = split_words(p_.bytes(stretch->first, stretch->last).of(p_.text));
        if (words.empty() || !cut_to_size(words) || broken(words)) return std::nullopt;

        Event event;
        event.theirs = subject_left_out || (clause.features & (feature::about_i | feature::about_we)) != 0;
        event.past = (clause.features & (feature::past | feature::perfect)) != 0 &&
                     !(clause.features & feature::future);
        const Token& head = p_.tokens[stretch->first];
        const bool opens_sentence = p_.sentences[clause.sentence].first == stretch->first;
        event.keeps_case =
            opens_sentence && head.word == unknown_word && (head.flags & capitalised) && !subject_left_out;
        if (opens_sentence && !event.keeps_case && word_at(p_, stretch->first) != "i")
            words.front().core = without_capital(words.front().core);
        if (subject_left_out) words.insert(words.begin(), WrittenWord{"", "I", ""});
        const YouMeans you = reading_.accuses ? YouMeans::listener : YouMeans::unknown;
        event.text = turn_person(join_words(words), you);
        if (event.text.empty()) return std::nullopt;
        event.happened =
            event.past && !(clause.features & feature::negated) && !(kind(clause.verb) & grammar::be);
        event.replier = reading_.accuses && (event.text.starts_with("I ") || event.text.starts_with("I'"));
        constexpr std::uint64_t no_deed = feature::obliged | feature::possible | feature::future;
        if (event.replier && (clause.features & no_deed)) return std::nullopt;
        event.weight = weigh(c, *stretch, event, words.size());
        return event;
    }

  private:
    [[nodiscard]] std::uint64_t kind(std::uint32_t token) const {
        return knowledge_.vocabulary().grammar(p_.tokens[token].word);
    }

    // How the clause is tied to the one before it in its sentence.
    [[nodiscard]] bool stands_alone(std::uint32_t c) const {
        const Clause& clause = p_.clauses[c];
        if (c == p_.sentences[clause.sentence].first_clause) return true;
        const std::string opening = word_at(p_, clause.first);
        if (belongs_to_another(opening)) return false;
        if (opens_loosely(opening)) return true;
        return clause.first > 0 && !p_.tokens[clause.first - 1].is_word();  // a comma or dash before it
    }

    // Where the clause's own words begin: past its openers, at the subject's first word.
    [[nodiscard]] std::optional<std::uint32_t> start_of(const Clause& clause) const {
        std::uint32_t start = clause.first;
        while (start < clause.last && (!p_.tokens[start].is_word() || opens_loosely(word_at(p_, start))))
            ++start;
        if (clause.subject == Clause::none || clause.subject < start) return start;
        constexpr std::uint64_t pronoun = grammar::subject_i | grammar::subject_we | grammar::subject_you |
                                          grammar::subject_third | grammar::subject_it;
        const bool in_company = clause.subject > start && (kind(clause.subject - 1) & grammar::coordinator);
        if ((kind(clause.subject) & pronoun) && !in_company) return clause.subject;
        for (std::uint32_t i = clause.subject; i-- > start;)
            if (!p_.tokens[i].is_word() && p_.tokens[i].kind != TokenKind::dash) return i + 1;
        while (start < clause.subject && (kind(start) & grammar::time)) ++start;
        if (kind(start) & (grammar::preposition | grammar::wh_open | grammar::wh_closed)) return std::nullopt;
        return start;
    }

    [[nodiscard]] std::optional<Stretch> stretch_of(std::uint32_t c, bool& subject_left_out) const {
        const Clause& clause = p_.clauses[c];
        constexpr std::uint64_t never = feature::order | feature::question | feature::open_question |
                                        feature::closed_question | feature::quoted | feature::if_clause;
        if ((clause.features & never) || clause.verb == Clause::none || !stands_alone(c)) return std::nullopt;
        const auto start = start_of(clause);
        if (!start || *start >= clause.last) return std::nullopt;
        Stretch stretch{*start, clause.last};
        if (clause.subject == Clause::none) {  // "Lost my job today": theirs
            if (clause.verb != stretch.first || !(kind(clause.verb) & grammar::verb_past))
                return std::nullopt;
            if (kind(clause.verb) & (grammar::person | grammar::adjective)) return std::nullopt;
            subject_left_out = true;
        } else if (clause.subject > clause.verb) {
            return std::nullopt;  // turned round: "there goes my weekend"
        }
        if (belongs_to_another(word_at(p_, stretch.first))) return std::nullopt;
        if (kind(stretch.first) &
            (grammar::subject_it | grammar::be | grammar::have | grammar::do_aux | grammar::modal)) {
            const std::string head = word_at(p_, stretch.first);
            if (!one_of(head, {"everything", "nothing", "something"})) return std::nullopt;
        }
        if (!complete(c, stretch)) return std::nullopt;
        return stretch;
    }

    // Takes in what completes the clause, and stops at the first mark that is no part of plain talk.
    [[nodiscard]] bool complete(std::uint32_t c, Stretch& stretch) const {
        const std::uint32_t stop = p_.sentences[p_.clauses[c].sentence].last_clause;
        for (std::uint32_t next = c + 1; next < stop; ++next) {
            const Clause& more = p_.clauses[next];
            if (more.first != stretch.last || stands_alone(next)) break;
            if (more.features & (feature::quoted | feature::question)) return false;
            stretch.last = more.last;
        }
        for (std::uint32_t i = stretch.first; i < stretch.last; ++i) {
            const TokenKind mark = p_.tokens[i].kind;
            const bool joins = mark == TokenKind::dash && i > 0 && i + 1 < stretch.last &&
                               p_.tokens[i - 1].end == p_.tokens[i].begin &&
                               p_.tokens[i].end == p_.tokens[i + 1].begin;
            if (p_.tokens[i].is_word() || joins) continue;
            if (mark == TokenKind::quote_open || mark == TokenKind::bracket || mark == TokenKind::other)
                return false;
            stretch.last = i;
        }
        return stretch.last > p_.clauses[c].verb;
    }

    // Down to longest_event words, cutting where a phrase begins. False when no such place leaves a whole
    // clause.
    static bool cut_to_size(std::vector<WrittenWord>& words) {
        while (words.size() > 2 && ends_open(folded(words.back().core))) words.pop_back();
        for (std::size_t i = 4; i + 1 < words.size();
             ++i) {  // "… but thinking of it": its subject stands elsewhere
            const std::string word = folded(words[i].core);
            if (word == "but" || (word == "and" && words[i + 1].core.ends_with("ing"))) words.resize(i);
        }
        if (words.size() <= longest_event) return true;
        for (std::size_t i = longest_event; i >= 5; --i) {
            if (!one_of(folded(words[i].core),
                        {"and",    "but",  "because", "with",   "in",       "on",    "at",      "after",
                         "before", "when", "while",   "during", "since",    "until", "without", "so",
                         "for",    "from", "by",      "as",     "although", "even",  "who",     "which"}))
                continue;
            words.resize(i);
            while (words.size() > 4 && ends_open(folded(words.back().core))) words.pop_back();
            return !leans_on_more(folded(words.back().core));
        }
        return false;
    }

    static bool broken(const std::vector<WrittenWord>& words) {
        if (words.size() < 2) return true;
        const std::string last = folded(words.back().core);
        if (leans_on_more(last) || ends_open(last)) return true;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string word = folded(words[i].core);
            if (word.empty() || !words[i].before.empty() || (i + 1 < words.size() && !words[i].after.empty()))
                return true;
            if (i > 0 && word == folded(words[i - 1].core)) return true;
            if (one_of(word, {"lol", "haha", "omg", "wtf", "lmao", "etc", "idk", "smh", "ugh", "thanks",
                              "thank", "hi", "hello", "tbh"}))
                return true;
        }
        return false;
    }

    [[nodiscard]] float weigh(std::uint32_t c, Stretch stretch, Event& event, std::size_t words) const {
        const Clause& clause = p_.clauses[c];
        float weight = 1.5F * static_cast<float>(c + 1) / static_cast<float>(p_.clauses.size());
        for (const RuleHit& hit : hits_.feelings)
            if (stretch.first <= hit.first && hit.last <= stretch.last)
                weight += 2 * knowledge_.rules()[hit.rule].weight;
        for (std::uint32_t i = stretch.first; i < stretch.last; ++i) {
            if (event.theirs && i < clause.last && feelings_.at(p_, i).speakable) event.feeling = true;
            if (kind(i) & grammar::person) weight += 0.5F;
        }
        if (event.past) weight += 1;
        if (clause.features & feature::mentions_me) weight += 1;
        if (clause.features & feature::hedged) weight -= 1;
        if (clause.features & feature::possible) weight -= 0.5F;
        if (clause.features & feature::when_clause) weight -= 0.5F;
        if (event.feeling) weight -= 2;
        if (reading_.accuses) weight += event.replier ? 2.0F : -1.0F;
        if (words < 4) weight -= 1;
        return weight;
    }

    const Knowledge& knowledge_;
    const FeelingFinder& feelings_;
    const Passage& p_;
    const RuleHits& hits_;
    const StatementReading& reading_;
};

}  // namespace

std::vector<Event> find_events(const Knowledge& knowledge, const FeelingFinder& finder,
                               const Passage& statement, const RuleHits& hits,
                               const StatementReading& reading) {
    std::vector<Event> events;
    const Finder find(knowledge, finder, statement, hits, reading);
    for (std::uint32_t c = 0; c < statement.clauses.size(); ++c)
        if (auto event = find.event_of(c)) events.push_back(std::move(*event));
    std::stable_sort(events.begin(), events.end(),
                     [](const Event& a, const Event& b) { return a.weight > b.weight; });
    if (events.size() > most_events) events.resize(most_events);
    return events;
}

}  // namespace attune
