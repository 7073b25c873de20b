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

#include "coach/rewrite/clause_weight.h"
#include "coach/rewrite/clause_words.h"
#include "coach/rewrite/person.h"
#include "coach/rewrite/wording.h"
#include "text/grammar.h"

namespace attune {
namespace {

constexpr std::size_t most_events = 4;

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

// "I saw that | my car was gone": what was found weighs, not the finding. True when something was dropped.
bool drop_the_finding_out(std::vector<WrittenWord>& words) {
    if (words.size() < 6 || folded(words[0].core) != "i") return false;
    std::size_t at = 1;
    if (folded(words[at].core) == "just") ++at;
    if (!one_of(folded(words[at].core), {"saw", "found", "heard", "learned", "learnt", "discovered",
                                         "noticed", "realised", "realized"}))
        return false;
    ++at;
    if (folded(words[at].core) == "out") ++at;
    if (folded(words[at].core) != "that" || words.size() < at + 4) return false;
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    return true;
}

class Finder : private ClauseWeight {
  public:
    using ClauseWeight::ClauseWeight;

    // One clause may tell two things: "I walked out | and saw that my car was gone".
    void add_events(std::uint32_t c, std::vector<Event>& events) const {
        bool subject_left_out = false;
        const auto stretch = stretch_of(c, subject_left_out);
        if (!stretch) return;
        const auto add = [&](Stretch part, bool left_out) {
            if (auto event = event_of(c, part, left_out)) events.push_back(std::move(*event));
        };
        if (const auto reason = reason_told(c, *stretch)) add({*reason + 1, stretch->last}, false);
        const auto second = second_deed(c, *stretch);
        if (!second) return add(*stretch, subject_left_out);
        add({stretch->first, *second}, subject_left_out);
        add({*second + 1, stretch->last}, true);
    }

  private:
    std::optional<Event> event_of(std::uint32_t c, Stretch part, bool subject_left_out) const {
        const Clause& clause = p_.clauses[c];
        if (is_no_event(clause, part)) return std::nullopt;
        auto words = split_words(p_.bytes(part.first, part.last).of(p_.text));
        if (words.empty() || !cut_to_size(knowledge_.vocabulary(), words) || is_broken(words))
            return std::nullopt;

        const auto stretch = std::optional(told_part(part, words.size()));
        Event event;
        if (subject_left_out) words.insert(words.begin(), WrittenWord{"", "I", ""});
        const bool told_of = drop_the_finding_out(words);
        const bool within =
            stretch->first > clause.subject && clause.subject != Clause::none && !subject_left_out;
        event.theirs = subject_left_out ||
                       (within ? (kind(stretch->first) & (grammar::subject_i | grammar::subject_we)) != 0
                               : (clause.features & (feature::about_i | feature::about_we)) != 0);
        event.past = subject_left_out || ((clause.features & (feature::past | feature::perfect)) != 0 &&
                                          !(clause.features & feature::future));
        if (clause.verb != Clause::none && stretch->first <= clause.verb && clause.verb < stretch->last &&
            !(clause.features & (feature::future | feature::possible | feature::obliged)))
            event.past =
                event.past || ((kind(clause.verb) & grammar::verb_past) &&
                               !(kind(clause.verb) & (grammar::verb_base | grammar::be | grammar::have)) &&
                               !(clause.features & feature::negated));
        if (!(clause.features & feature::future))
            for (std::uint32_t i = stretch->first; i < stretch->last && !event.past; ++i)
                event.past = p_.tokens[i].is_word() && word_at(p_, i) == "and" && i + 1 < stretch->last &&
                             (kind(i + 1) & grammar::verb_past) && !(kind(i + 1) & grammar::verb_base);
        const Token& head = p_.tokens[stretch->first];
        const std::uint64_t head_kind = kind(stretch->first);
        const bool opens_sentence = p_.sentences[clause.sentence].first == stretch->first;
        // One word that is a subject by itself may be a name: "Biscuit died".
        const bool may_be_a_name =
            clause.subject == stretch->first && !(head_kind & (grammar::person | pronouns));
        event.keeps_case = opens_sentence && (head.flags & capitalised) && !subject_left_out &&
                           (head.word == unknown_word || may_be_a_name);
        if (told_of) event.theirs = false;
        if (opens_sentence && !event.keeps_case && !told_of && word_at(p_, stretch->first) != "i") {
            WrittenWord& first = words[subject_left_out ? 1 : 0];
            first.core = without_capital(first.core);
        }
        const YouMeans you = reading_.accuses ? YouMeans::listener : YouMeans::unknown;
        event.text = turn_person(join_words(words), you);
        if (event.text.empty()) return std::nullopt;
        for (std::uint32_t i = stretch->first; i < stretch->last; ++i)
            if (event.theirs && i < clause.last && feelings_.at(p_, i).word)
                event.feeling = event.feeling || feelings_.at(p_, i).speakable;
        if (event.theirs && clause.verb != Clause::none && clause.verb >= stretch->first &&
            one_of(word_at(p_, clause.verb), {"feel", "felt", "feeling"}))
            event.feeling = true;
        if (!subject_left_out && runs_oneself_down(clause, *stretch))
            event.text = "you feel like " + event.text;
        else if ((one_of(word_at(p_, stretch->first), {"nobody", "everybody", "everyone"}) ||
                  (word_at(p_, stretch->first) == "no" && word_at(p_, stretch->first + 1) == "one")) &&
                 (clause.features & feature::mentions_me) && !event.past)
            event.text = "you feel like " + event.text;
        // What they call themselves is theirs to say.
        if (event.feeling && any_is(*stretch, insult_)) return std::nullopt;
        event.obliged = (clause.features & feature::obliged) != 0;
        event.happened =
            event.past && !(clause.features & feature::negated) && tells_a_deed(clause, *stretch);
        event.replier = reading_.accuses && (event.text.starts_with("I ") || event.text.starts_with("I'"));
        constexpr std::uint64_t no_deed = feature::obliged | feature::possible | feature::future;
        if (event.replier && (clause.features & no_deed)) return std::nullopt;
        event.struck = any_is(*stretch, blow_) || done_to_them(clause) ||
                       ((clause.features & feature::negated) && (clause.features & feature::mentions_me));
        event.grave = any_is(*stretch, grave_) || loses_somebody(clause, *stretch);
        event.deed = event.theirs && !(clause.features & feature::negated) && !suffers(clause, *stretch);
        event.moving = within ? !event.feeling : moves_people(c, *stretch, event);
        if (words.size() <= (event.moving || event.feeling || event.replier ? 2U : 3U) && !event.grave)
            return std::nullopt;
        event.weight = weigh(c, *stretch, event, words.size());
        return event;
    }

    // "I was devastated when | my aunt died": the word after which the reason for a feeling is told.
    [[nodiscard]] std::optional<std::uint32_t> reason_told(std::uint32_t c, Stretch stretch) const {
        const Clause& clause = p_.clauses[c];
        if (!(clause.features & feature::about_i) || clause.verb == Clause::none) return std::nullopt;
        bool felt = false;
        for (std::uint32_t i = stretch.first; i + 2 < stretch.last; ++i) {
            felt = felt || feelings_.at(p_, i).word;
            if (!felt || i <= clause.verb ||
                !one_of(word_at(p_, i), {"because", "when", "cause", "cos", "that"}))
                continue;
            constexpr std::uint64_t head = grammar::subject_i | grammar::subject_we | grammar::subject_third |
                                           grammar::my | grammar::their | grammar::person |
                                           grammar::determiner;
            if (kind(i + 1) & head) return i;
        }
        return std::nullopt;
    }

    // What is left of it after cutting down to the first `kept` words.
    [[nodiscard]] Stretch told_part(Stretch stretch, std::size_t kept) const {
        std::size_t words = 0;
        for (std::uint32_t i = stretch.first; i < stretch.last; ++i) {
            if (i == stretch.first || p_.tokens[i].begin > p_.tokens[i - 1].end) ++words;
            if (words > kept) return {stretch.first, i};
        }
        return stretch;
    }

    // The "and" before what the speaker did next.
    [[nodiscard]] std::optional<std::uint32_t> second_deed(std::uint32_t c, Stretch stretch) const {
        const Clause& clause = p_.clauses[c];
        if (!(clause.features & feature::about_i) || !(clause.features & feature::past)) return std::nullopt;
        for (std::uint32_t i = stretch.first + 2; i + 2 < stretch.last; ++i) {
            if (word_at(p_, i) != "and" || !p_.tokens[i + 1].is_word()) continue;
            const std::uint64_t next = kind(i + 1);
            if ((next & grammar::verb_past) &&
                !(next & (grammar::verb_base | grammar::person | grammar::adjective)))
                return i;
        }
        return std::nullopt;
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
        for (std::uint32_t i = clause.verb + 1; i < stretch.last; ++i) {
            if (one_of(word_at(p_, i), {"enough", "too", "failure", "burden", "mess", "idiot", "loser",
                                        "fraud", "worst", "nobody", "nothing", "fault"}))
                return true;
            if (insult_ && knowledge_.automaton().in_class(p_.tokens[i].word, *insult_)) return true;
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

    // Nothing between `from` and the subject that the clause would miss: "All | I want …" would.
    [[nodiscard]] bool skips_only_trimmings(std::uint32_t from, std::uint32_t subject) const {
        for (std::uint32_t i = subject; i-- > from;) {
            if (!p_.tokens[i].is_word()) return true;  // what stands before a comma is a trimming
            const std::string word = word_at(p_, i);
            constexpr std::uint64_t light = grammar::adverb | grammar::filler | grammar::hedge |
                                            grammar::certainty | grammar::coordinator | grammar::time |
                                            grammar::intensifier;
            if (!(kind(i) & light) && !gives_a_reason(word) && !opens_loosely(word)) return false;
        }
        return true;
    }

    // Where the clause's own words begin: past its openers, at the subject's first word.
    [[nodiscard]] std::optional<std::uint32_t> start_of(const Clause& clause) const {
        std::uint32_t start = clause.first;
        while (start < clause.last && (!p_.tokens[start].is_word() || opens_at(start, clause.last))) ++start;
        if (clause.subject == Clause::none || clause.subject < start) return start;
        const bool in_company = clause.subject > start + 1 &&
                                (kind(clause.subject - 1) & grammar::coordinator) &&
                                ((kind(clause.subject - 2) & (grammar::person | pronouns)) ||
                                 (p_.tokens[clause.subject - 2].flags & capitalised));
        if ((kind(clause.subject) & pronouns) && !in_company)
            return skips_only_trimmings(start, clause.subject) ? std::optional(clause.subject) : std::nullopt;
        for (std::uint32_t i = clause.subject; i-- > start;)
            if (!p_.tokens[i].is_word() && p_.tokens[i].kind != TokenKind::dash) return i + 1;
        while (start < clause.subject && (kind(start) & grammar::time)) ++start;
        for (std::uint32_t i = start; i < clause.subject; ++i) {
            if (belongs_to_another(word_at(p_, i))) return std::nullopt;
            if (gives_a_reason(word_at(p_, i))) start = i + 1;
        }
        if (kind(start) & (grammar::preposition | grammar::wh_open | grammar::wh_closed)) return std::nullopt;
        constexpr std::uint64_t noun = grammar::noun_or_verb | grammar::person | grammar::verb_ing |
                                       grammar::adjective | grammar::determiner | grammar::their |
                                       grammar::my;
        if (start < clause.subject && (kind(start) & grammar::verb_base) && !(kind(start) & noun))
            return std::nullopt;
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
};

}  // namespace

std::vector<Event> find_events(const Knowledge& knowledge, const FeelingFinder& finder,
                               const Passage& statement, const RuleHits& hits,
                               const StatementReading& reading) {
    std::vector<Event> events;
    const Finder find(knowledge, finder, statement, hits, reading);
    for (std::uint32_t c = 0; c < statement.clauses.size(); ++c) find.add_events(c, events);
    std::stable_sort(events.begin(), events.end(),
                     [](const Event& a, const Event& b) { return a.weight > b.weight; });
    if (events.size() > most_events) events.resize(most_events);
    return events;
}

}  // namespace attune
