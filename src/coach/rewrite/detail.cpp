// SPDX-License-Identifier: MIT
//
// The idea: every clause of the statement is weighed, the good ones are cut to size and turned, and whatever
// is doubtful is dropped: a plain sentence without a detail is better than a broken one with it. A clause
// weighs more when something that moves people stands in it (a feeling's cue), when it tells what happened,
// when it has the speaker in it and when it comes late: people come to the point last. Linear in the
// statement.
#include "coach/rewrite/detail.h"

#include <algorithm>
#include <optional>

#include "coach/rewrite/person.h"
#include "coach/rewrite/wording.h"
#include "text/grammar.h"

namespace attune {
namespace {

constexpr std::size_t most_events = 4;

// Openers that say nothing of the event itself; the longer ones first.
constexpr std::string_view openers[] = {
    "the thing is that",
    "the thing is",
    "the problem is that",
    "the problem is",
    "the worst part is that",
    "i just found out that",
    "i just found out",
    "i feel like",
    "i felt like",
    "it feels like",
    "it felt like",
    "i just feel like",
    "it's just that",
    "its just that",
    "it is just that",
    "i mean",
    "i guess",
    "i think that",
    "i think",
    "i thought",
    "i know that",
    "i know",
    "i swear",
    "i believe",
    "i suppose",
    "i realised that",
    "i realized that",
    "you know",
    "and then",
    "so then",
    "even though",
    "just because",
    "to be honest",
    "of course",
    "on top of that",
    "as if",
    "so that",
    "now that",
    "and",
    "but",
    "so",
    "or",
    "because",
    "cause",
    "cos",
    "cuz",
    "'cause",
    "that",
    "since",
    "although",
    "though",
    "when",
    "while",
    "as",
    "after",
    "then",
    "well",
    "oh",
    "yeah",
    "yes",
    "no",
    "ok",
    "okay",
    "hi",
    "hey",
    "honestly",
    "actually",
    "basically",
    "literally",
    "anyway",
    "anyways",
    "also",
    "plus",
    "like",
    "now",
    "sadly",
    "unfortunately",
    "apparently",
    "obviously",
    "thankfully",
    "luckily",
    "maybe",
    "thanks",
    "ugh",
    "wow",
    "omg",
    "lol",
    "sometimes",
    "seriously",
    "please",
    "look",
    "recently",
    "lately",
};

constexpr std::string_view closers[] = {
    "and",      "but",          "so",        "or",     "because",  "that",   "which",  "who",    "when",
    "while",    "if",           "as",        "lol",    "haha",     "tho",    "though", "anyway", "tbh",
    "you know", "or something", "and stuff", "like",   "the",      "a",      "an",     "my",     "to",
    "of",       "with",         "for",       "than",   "just",     "i",      "it's",   "is",     "was",
    "in",       "at",           "on",        "from",   "honestly", "please", "thanks", "too",    "also",
    "since",    "until",        "where",     "before", "after",
};

// Verbs that want more after them: a clause that ends in one is only half of what was meant.
bool leans_on_more(std::string_view word) {
    return one_of(
        word,
        {"told",     "said",     "says",    "say",     "tell",    "tells",  "think",   "thought",  "thinks",
         "know",     "knew",     "feel",    "felt",    "feels",   "hope",   "hoped",   "wish",     "wished",
         "realised", "realized", "realize", "realise", "decided", "want",   "wanted",  "wants",    "need",
         "needed",   "asked",    "ask",     "asks",    "found",   "heard",  "guess",   "believe",  "wonder",
         "mean",     "means",    "meant",   "seems",   "seemed",  "saying", "telling", "thinking", "am",
         "are",      "were",     "be",      "been",    "have",    "has",    "had",     "do",       "does",
         "did",      "will",     "would",   "could",   "should",  "can",    "may",     "might",    "got",
         "get",      "keep",     "keeps",   "kept",    "make",    "makes",  "made",    "let",      "trying",
         "going",    "i'm",      "im",      "it's",    "he's",    "she's",  "you",     "that's",   "there's",
         "not",      "really",   "very",    "so",      "about",   "out",    "bc",      "cuz",      "gave",
         "took",     "put"});
}

struct Draft {
    std::uint32_t first = 0, last = 0;  // tokens
    const Clause* clause = nullptr;
};

std::uint64_t kind_of(const Knowledge& knowledge, const Passage& p, std::uint32_t token) {
    return knowledge.vocabulary().grammar(p.tokens[token].word);
}

bool is_plain(const Token& token) {
    return token.is_word() || token.kind == TokenKind::comma || token.kind == TokenKind::dash;
}

// A clause and those that hang on it: "he told me | that I was lazy".
std::optional<Draft> draft_from(const Passage& p, std::uint32_t c) {
    const Clause& clause = p.clauses[c];
    constexpr std::uint64_t never = feature::order | feature::question | feature::open_question |
                                    feature::closed_question | feature::quoted | feature::if_clause;
    if (clause.features & never) return std::nullopt;
    if (clause.verb == Clause::none) return std::nullopt;
    Draft draft{clause.first, clause.last, &clause};
    const std::uint32_t stop = p.sentences[clause.sentence].last_clause;
    for (std::uint32_t next = c + 1; next < stop; ++next) {
        const Clause& more = p.clauses[next];
        if (more.first != draft.last) break;
        std::uint32_t end = draft.last;
        while (end > draft.first && !p.tokens[end - 1].is_word()) --end;
        const bool comma = end != draft.last;
        const bool half =
            end > draft.first && !comma && leans_on_more(folded(p.tokens[end - 1].span().of(p.text)));
        const bool hangs = (more.features & (feature::sub_clause | feature::when_clause)) && !comma;
        if (!half && !hangs) break;
        if (more.features & (feature::question | feature::quoted)) break;
        if (more.last - draft.first > longest_event + 6) break;
        draft.last = more.last;
    }
    for (std::uint32_t i = draft.first; i < draft.last; ++i)
        if (!is_plain(p.tokens[i])) {
            draft.last = i;
            break;
        }
    if (draft.last <= draft.first + 1 || clause.verb >= draft.last) return std::nullopt;
    return draft;
}

// Openers word by word, so that they are split once.
const std::vector<std::vector<WrittenWord>>& split_openers() {
    static const std::vector<std::vector<WrittenWord>> all = [] {
        std::vector<std::vector<WrittenWord>> split;
        for (const auto opener : openers) split.push_back(split_words(opener));
        return split;
    }();
    return all;
}

bool starts_with(const std::vector<WrittenWord>& words, const std::vector<WrittenWord>& opener) {
    if (opener.size() >= words.size()) return false;
    return std::equal(opener.begin(), opener.end(), words.begin(),
                      [](const WrittenWord& a, const WrittenWord& b) { return a.core == folded(b.core); });
}

// "so tired", "that man", "no one": words that look like openers and are not.
bool belongs_to_the_clause(const std::vector<WrittenWord>& words) {
    const std::string first = folded(words[0].core);
    const std::string next = folded(words[1].core);
    if (first == "no") return words[0].after.empty();
    if (one_of(first, {"so", "that", "like"}))
        return !one_of(next, {"i", "i'm", "im", "i've", "my", "our", "we", "he", "she", "they", "it", "it's",
                              "the", "nobody", "no", "now"});
    return false;
}

void drop_openers(std::vector<WrittenWord>& words) {
    for (bool again = true; again && words.size() > 2;) {
        again = false;
        if (belongs_to_the_clause(words)) return;
        for (const auto& opener : split_openers()) {
            if (!starts_with(words, opener)) continue;
            words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(opener.size()));
            again = true;
            break;
        }
    }
}

bool ends_open(const std::vector<WrittenWord>& words) {
    return std::find(std::begin(closers), std::end(closers), folded(words.back().core)) != std::end(closers);
}

void drop_closers(std::vector<WrittenWord>& words) {
    while (words.size() > 2 && (words.back().core.empty() || ends_open(words))) words.pop_back();
    if (!words.empty()) words.back().after.clear();
}

// Down to longest_event words, cutting where a phrase begins. False when no such place leaves a whole clause.
bool cut_to_size(std::vector<WrittenWord>& words) {
    const auto spoken = [&] {
        return static_cast<std::size_t>(
            std::count_if(words.begin(), words.end(), [](const auto& w) { return !w.core.empty(); }));
    };
    if (spoken() <= longest_event) return true;
    for (std::size_t i = std::min(words.size() - 1, longest_event); i >= 5; --i) {
        const std::string word = folded(words[i].core);
        const bool comma = !words[i - 1].after.empty();
        if (!comma &&
            !one_of(word, {"and",    "but",  "because", "with",   "in",       "on",     "at",      "after",
                           "before", "when", "while",   "during", "since",    "until",  "without", "so",
                           "for",    "from", "by",      "as",     "although", "though", "even"}))
            continue;
        words.resize(i);
        drop_closers(words);
        return words.size() >= 4 && !leans_on_more(folded(words.back().core));
    }
    return false;
}

bool broken(const std::vector<WrittenWord>& words) {
    if (words.size() < 3) return true;
    if (leans_on_more(folded(words.back().core)) || ends_open(words)) return true;
    std::size_t commas = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        if (word.core.empty() && word.before.empty()) return true;
        if (i + 1 < words.size() && !word.after.empty() && word.after != ",") return true;
        if (word.after == ",") ++commas;
        if (i > 0 && !word.core.empty() && folded(word.core) == folded(words[i - 1].core)) return true;
        if (one_of(folded(word.core),
                   {"lol", "haha", "omg", "wtf", "lmao", "etc", "idk", "smh", "ugh", "thanks", "thank"}))
            return true;
    }
    return commas > 1;
}

// The subject's number and person matter for how a phrase may go on.
void tell_subject(Event& event, const Clause& clause) {
    event.theirs = (clause.features & (feature::about_i | feature::about_we)) != 0;
    event.replier = (clause.features & feature::about_you) != 0;
}

}  // namespace

std::vector<Event> find_events(const Knowledge& knowledge, const FeelingFinder& finder, const Passage& p,
                               const RuleHits& hits, const StatementReading& reading) {
    std::vector<Event> events;
    const YouMeans you = reading.accuses ? YouMeans::listener : YouMeans::unknown;
    const auto clause_count = static_cast<std::uint32_t>(p.clauses.size());
    for (std::uint32_t c = 0; c < clause_count; ++c) {
        const auto draft = draft_from(p, c);
        if (!draft) continue;
        const Clause& clause = *draft->clause;
        auto words = split_words(p.bytes(draft->first, draft->last).of(p.text));
        const std::size_t before = words.size();
        drop_openers(words);
        drop_closers(words);
        if (words.size() < 2) continue;

        // A subject must be there; where the speaker left it out ("Lost my job today"), it is theirs.
        Event event;
        tell_subject(event, clause);
        const std::uint64_t head = kind_of(knowledge, p, clause.first);
        if (clause.subject == Clause::none) {
            const bool verb_first = clause.verb == clause.first && before == words.size() &&
                                    (head & grammar::verb_past) &&
                                    !(head & (grammar::person | grammar::adjective));
            if (!verb_first) continue;
            words.front().core = without_capital(words.front().core);
            words.insert(words.begin(), WrittenWord{"", "I", ""});
            event.theirs = true;
        } else if (clause.subject > clause.verb) {
            continue;  // turned round: a question, or "there goes my weekend"
        }
        if (one_of(folded(words.front().core),
                   {"who",    "which", "whose",   "what",    "why",      "how",   "where", "whether", "if",
                    "to",     "is",    "was",     "are",     "am",       "do",    "does",  "did",     "have",
                    "has",    "had",   "than",    "not",     "of",       "can",   "could", "would",   "will",
                    "should", "it",    "this",    "that",    "that's",   "thats", "it's",  "its",     "these",
                    "those",  "there", "there's", "which's", "whatever", "until", "unless"}))
            continue;
        if (!cut_to_size(words) || broken(words)) continue;

        const Token& opening = p.tokens[clause.first];
        const bool sentence_opens = p.sentences[clause.sentence].first == clause.first;
        event.keeps_case = opening.word == unknown_word && (opening.flags & capitalised) && sentence_opens;
        const std::string head_word = folded(words.front().core);
        if (sentence_opens && before == words.size() && !event.keeps_case && head_word != "i" &&
            !head_word.starts_with("i'"))
            words.front().core = without_capital(words.front().core);
        event.text = turn_person(join_words(words), you);
        if (event.text.empty()) continue;
        if (reading.accuses && event.replier != event.text.starts_with("I"))
            event.replier = event.text.starts_with("I");

        event.past = (clause.features & (feature::past | feature::perfect)) != 0 &&
                     !(clause.features & feature::future);
        float weight = 1.5F * static_cast<float>(c + 1) / static_cast<float>(clause_count);
        for (const RuleHit& hit : hits.feelings)
            if (draft->first <= hit.first && hit.last <= draft->last)
                weight += 2 * knowledge.rules()[hit.rule].weight;
        for (std::uint32_t i = draft->first; i < draft->last; ++i) {
            if (finder.at(p, i).word) event.feeling = event.feeling || event.theirs;
            if (kind_of(knowledge, p, i) & grammar::person) weight += 0.5F;
        }
        if (event.past) weight += 1;
        if (clause.features & feature::mentions_me) weight += 1;
        if (clause.features & feature::about_it) weight -= 1;
        if (clause.features & feature::hedged) weight -= 1;
        if (clause.features & feature::possible) weight -= 0.5F;
        if (clause.features & feature::when_clause) weight -= 0.5F;
        if (event.feeling) weight -= 2;
        if (reading.accuses) weight += event.replier ? 2.0F : -1.0F;
        if (words.size() < 4) weight -= 1;
        event.weight = weight;
        events.push_back(std::move(event));
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const Event& a, const Event& b) { return a.weight > b.weight; });
    if (events.size() > most_events) events.resize(most_events);
    return events;
}

}  // namespace attune
