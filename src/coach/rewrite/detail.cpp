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

#include "coach/rewrite/clause_words.h"
#include "coach/rewrite/person.h"
#include "coach/rewrite/wording.h"
#include "text/grammar.h"

namespace attune {
namespace {

constexpr std::size_t most_events = 4;

std::string word_at(const Passage& p, std::uint32_t token) {
    return folded(p.tokens[token].span().of(p.text));
}

bool gives_a_reason(std::string_view word) {
    return one_of(word, {"because", "cause", "cos", "cuz", "when", "since", "after"});
}

// What one thinks or wants tells less than what happened.
bool thinks(std::string_view verb) {
    return one_of(verb, {"think", "thought", "hope", "hoped", "know", "knew", "guess", "want", "wanted",
                         "wish", "wished", "feel", "felt", "believe", "like", "liked", "love", "hate"});
}

// Said to be believed or excused, never the point: "I swear", "I know I shouldn't".
bool vouches(std::string_view verb) {
    return one_of(verb, {"swear", "promise", "know", "guess", "mean", "admit", "suppose"});
}

bool does_harm(std::string_view verb) {
    return one_of(verb, {"break", "hurt", "hit", "kill", "smash", "destroy", "punch", "burn", "ruin", "wreck",
                         "slap", "strangle", "trash", "murder"});
}

constexpr std::uint64_t pronouns = grammar::subject_i | grammar::subject_we | grammar::subject_you |
                                   grammar::subject_third | grammar::subject_it;

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
        if (is_no_event(clause, *stretch)) return std::nullopt;
        auto words = split_words(p_.bytes(stretch->first, stretch->last).of(p_.text));
        if (words.empty() || !cut_to_size(knowledge_.vocabulary(), words) || is_broken(words))
            return std::nullopt;

        Event event;
        event.theirs = subject_left_out || (clause.features & (feature::about_i | feature::about_we)) != 0;
        event.past = subject_left_out || ((clause.features & (feature::past | feature::perfect)) != 0 &&
                                          !(clause.features & feature::future));
        const Token& head = p_.tokens[stretch->first];
        const std::uint64_t head_kind = kind(stretch->first);
        const bool opens_sentence = p_.sentences[clause.sentence].first == stretch->first;
        // One word that is a subject by itself may be a name: "Biscuit died".
        const bool may_be_a_name =
            clause.subject == stretch->first && !(head_kind & (grammar::person | pronouns));
        event.keeps_case = opens_sentence && (head.flags & capitalised) && !subject_left_out &&
                           (head.word == unknown_word || may_be_a_name);
        if (opens_sentence && !event.keeps_case && word_at(p_, stretch->first) != "i")
            words.front().core = without_capital(words.front().core);
        if (subject_left_out) words.insert(words.begin(), WrittenWord{"", "I", ""});
        const YouMeans you = reading_.accuses ? YouMeans::listener : YouMeans::unknown;
        event.text = turn_person(join_words(words), you);
        if (event.text.empty()) return std::nullopt;
        if (!subject_left_out && runs_oneself_down(clause, *stretch))
            event.text = "you feel like " + event.text;
        else if (one_of(word_at(p_, stretch->first), {"nobody", "everybody", "everyone"}) &&
                 (clause.features & feature::mentions_me) && !event.past)
            event.text = "you feel like " + event.text;
        event.obliged = (clause.features & feature::obliged) != 0;
        const std::uint64_t verb_kind = clause.verb == Clause::none ? 0 : kind(clause.verb);
        event.happened = event.past && !(clause.features & feature::negated) &&
                         !(verb_kind & (grammar::be | grammar::verb_ing));
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

    // Assurances, threats, and a reproach that says "never": owning that would claim too much.
    [[nodiscard]] bool is_no_event(const Clause& clause, Stretch stretch) const {
        if (clause.verb == Clause::none) return false;
        if ((clause.features & feature::about_i) && !(clause.features & feature::past) &&
            vouches(word_at(p_, clause.verb)))
            return true;
        if (!(clause.features & (feature::past | feature::obliged)) && p_.clauses.size() > 1 && owns(clause))
            return true;
        for (std::uint32_t i = stretch.first; i < stretch.last; ++i) {
            const std::string word = word_at(p_, i);
            if (reading_.accuses && (clause.features & feature::about_you) &&
                one_of(word, {"never", "always", "ever", "constantly"}))
                return true;
            if ((clause.features & feature::future) && (clause.features & feature::about_i) &&
                does_harm(word))
                return true;
        }
        return false;
    }

    // "I'm not good enough", "I'm a failure": theirs to feel, never ours to claim.
    [[nodiscard]] bool runs_oneself_down(const Clause& clause, Stretch stretch) const {
        if (!(clause.features & feature::about_i) || clause.verb == Clause::none ||
            !(kind(clause.verb) & grammar::be))
            return false;
        const auto insult = knowledge_.word_class("insult");
        for (std::uint32_t i = clause.verb + 1; i < stretch.last; ++i) {
            if (one_of(word_at(p_, i), {"enough", "too", "failure", "burden", "mess", "idiot", "loser",
                                        "fraud", "worst", "nobody", "nothing", "fault"}))
                return true;
            if (insult && knowledge_.automaton().in_class(p_.tokens[i].word, *insult)) return true;
        }
        return false;
    }

    [[nodiscard]] bool opens_at(std::uint32_t token, std::uint32_t last) const {
        const std::string word = word_at(p_, token);
        if (!opens_loosely(word)) return false;
        if (word != "so" || token + 1 >= last) return true;
        constexpr std::uint64_t head =
            pronouns | grammar::my | grammar::their | grammar::determiner | grammar::person;
        return (kind(token + 1) & head) != 0 ||
               !p_.tokens[token + 1].is_word();  // not "so hard the picture fell"
    }

    // How the clause is tied to the one before it in its sentence.
    [[nodiscard]] bool stands_alone(std::uint32_t c) const {
        const Clause& clause = p_.clauses[c];
        if (c == p_.sentences[clause.sentence].first_clause) return true;
        const std::string opening = word_at(p_, clause.first);
        if (belongs_to_another(opening)) return false;
        if (opens_at(clause.first, clause.last)) return true;
        if (clause.subject != Clause::none)  // "upset because my dad …"
            for (std::uint32_t i = clause.first; i < clause.subject; ++i)
                if (gives_a_reason(word_at(p_, i))) return true;
        return clause.first > 0 && !p_.tokens[clause.first - 1].is_word();  // a comma or dash before it
    }

    // Where the clause's own words begin: past its openers, at the subject's first word.
    [[nodiscard]] std::optional<std::uint32_t> start_of(const Clause& clause) const {
        std::uint32_t start = clause.first;
        while (start < clause.last && (!p_.tokens[start].is_word() || opens_at(start, clause.last))) ++start;
        if (clause.subject == Clause::none || clause.subject < start) return start;
        const bool in_company = clause.subject > start && (kind(clause.subject - 1) & grammar::coordinator);
        if ((kind(clause.subject) & pronouns) && !in_company) return clause.subject;
        for (std::uint32_t i = clause.subject; i-- > start;)
            if (!p_.tokens[i].is_word() && p_.tokens[i].kind != TokenKind::dash) return i + 1;
        while (start < clause.subject && (kind(start) & grammar::time)) ++start;
        for (std::uint32_t i = start; i < clause.subject; ++i) {
            if (belongs_to_another(word_at(p_, i))) return std::nullopt;
            if (gives_a_reason(word_at(p_, i))) start = i + 1;
        }
        if (kind(start) & (grammar::preposition | grammar::wh_open | grammar::wh_closed)) return std::nullopt;
        return start;
    }

    // "Lost my job today", "I got up and saw a scorpion": no subject is said, and it is theirs.
    [[nodiscard]] bool left_out_is_theirs(std::uint32_t c, std::uint32_t start) const {
        const Clause& clause = p_.clauses[c];
        if (clause.verb != Clause::none && clause.verb != start) return false;
        if (!(kind(start) & grammar::verb_past) || (kind(start) & (grammar::person | grammar::adjective)))
            return false;
        if (c == p_.sentences[clause.sentence].first_clause) return true;
        constexpr std::uint64_t first_person = feature::about_i | feature::about_we;
        return word_at(p_, clause.first) == "and" && (p_.clauses[c - 1].features & first_person) != 0;
    }

    // "when I was young I hit a car": a second clause that nothing sets apart.
    [[nodiscard]] bool runs_on(const Clause& clause, Stretch stretch) const {
        if (!one_of(word_at(p_, clause.first), {"when", "while", "after", "since", "although", "though"}))
            return false;
        constexpr std::uint64_t pronoun = grammar::subject_i | grammar::subject_we | grammar::subject_third;
        for (std::uint32_t i = stretch.first + 2; i < stretch.last; ++i)
            if ((kind(i) & pronoun) && !(kind(i) & (grammar::object_me | grammar::object_them))) return true;
        return false;
    }

    [[nodiscard]] std::optional<Stretch> stretch_of(std::uint32_t c, bool& subject_left_out) const {
        const Clause& clause = p_.clauses[c];
        constexpr std::uint64_t never = feature::order | feature::question | feature::open_question |
                                        feature::closed_question | feature::quoted | feature::if_clause;
        if ((clause.features & never) || !stands_alone(c)) return std::nullopt;
        const auto start = start_of(clause);
        if (!start || *start >= clause.last) return std::nullopt;
        Stretch stretch{*start, clause.last};
        if (clause.subject == Clause::none) {
            if (!left_out_is_theirs(c, stretch.first)) return std::nullopt;
            subject_left_out = true;
        } else if (clause.verb == Clause::none || clause.subject > clause.verb) {
            return std::nullopt;  // turned round: "there goes my weekend"
        }
        if (belongs_to_another(word_at(p_, stretch.first))) return std::nullopt;
        if (kind(stretch.first) &
            (grammar::subject_it | grammar::be | grammar::have | grammar::do_aux | grammar::modal)) {
            const std::string head = word_at(p_, stretch.first);
            if (!one_of(head, {"everything", "nothing", "something"})) return std::nullopt;
        }
        if (!complete(c, stretch) || runs_on(clause, stretch)) return std::nullopt;
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
        const std::uint32_t verb = p_.clauses[c].verb;
        return verb == Clause::none ? stretch.last > stretch.first + 1 : stretch.last > verb;
    }

    // "I've got two kids": how things stand around what happened.
    [[nodiscard]] bool owns(const Clause& clause) const {
        return (clause.features & feature::about_i) &&
               one_of(word_at(p_, clause.verb), {"got", "have", "own"});
    }

    [[nodiscard]] float weigh(std::uint32_t c, Stretch stretch, Event& event, std::size_t words) const {
        const Clause& clause = p_.clauses[c];
        float weight = 1.5F * static_cast<float>(c + 1) / static_cast<float>(p_.clauses.size());
        for (const RuleHit& hit : hits_.feelings)
            if (stretch.first <= hit.first && hit.last <= stretch.last)
                weight += 2 * knowledge_.rules()[hit.rule].weight;
        for (std::uint32_t i = stretch.first; i < stretch.last; ++i) {
            if (event.theirs && i < clause.last && feelings_.at(p_, i).word)
                event.feeling = event.feeling || words <= 5 || feelings_.at(p_, i).speakable;
            if (kind(i) & grammar::person) weight += 0.5F;
        }
        if (event.past) weight += 1;
        if (clause.features & feature::mentions_me) weight += 1;
        if (clause.features & feature::hedged) weight -= 1;
        if (clause.features & feature::possible) weight -= 1.5F;
        if (clause.features & feature::when_clause) weight -= 0.5F;
        if (event.feeling) weight -= 2;
        if (clause.verb != Clause::none && thinks(word_at(p_, clause.verb))) weight -= 1.5F;
        if (reading_.accuses) weight += event.replier ? 2.0F : -1.0F;
        if (gives_a_reason(word_at(p_, clause.first))) weight -= 1;
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
