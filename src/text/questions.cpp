// SPDX-License-Identifier: MIT
//
// The head word after fillers decides. What, how and why ask openly, except how much, how many, how long …;
// who, where, when and which ask for a fact, except "where do you think". "Tell me", "can you say more", "I
// wonder what" ask openly without a question's shape. A statement with a question mark asks for yes or no.
// "Really?" asks nothing.
#include "text/questions.h"

#include "text/features.h"
#include "text/inversion.h"

namespace attune {
namespace {

constexpr std::uint64_t open = feature::question | feature::open_question;
constexpr std::uint64_t closed = feature::question | feature::closed_question;

class QuestionReader {
  public:
    QuestionReader(const Words& words, const Sentence& sentence, bool asked, std::span<Clause> clauses)
        : words_(words), sentence_(sentence), asked_(asked), clauses_(clauses), number_at_(sentence.first) {}

    void read() {
        bool any = false;
        for (Clause& clause : clauses_) any |= read_clause(clause);
        if (any || !asked_ || clauses_.empty()) return;
        if (asks_nothing()) return;
        // A statement with a question mark: its last clause of weight carries it.
        Clause* carrier = &clauses_.back();
        for (Clause& clause : clauses_)
            if (!(clause.features & (feature::if_clause | feature::when_clause)) &&
                clause.verb != Clause::none) {
                carrier = &clause;
                break;
            }
        carrier->features |= fragment_kind();
    }

  private:
    // The first word of the clause that is no opener.
    [[nodiscard]] std::uint32_t head_of(const Clause& clause) const {
        std::uint32_t at = clause.first;
        while (at < clause.last && (!words_.is_word(at) || is_opener(at))) ++at;
        return at < clause.last ? at : no_token;
    }
    [[nodiscard]] bool is_opener(std::uint32_t at) const {
        return words_.has(at, grammar::filler | grammar::coordinator | grammar::laughter | grammar::light) &&
               !words_.has(at, grammar::wh) &&
               !words_.is(at, key::can, key::could, key::would, key::do_, key::have);
    }

    bool read_clause(Clause& clause) {
        const bool shaped = (clause.features & feature::question) != 0;
        const std::uint32_t head = head_of(clause);
        if (head == no_token) return false;
        if (shaped && (clause.features & feature::closed_question)) {
            if (asks_to_tell(clause, head)) {
                clause.features = (clause.features & ~feature::closed_question) | open;
            }
            return true;
        }
        if (shaped) {
            clause.features |= wh_kind(clause, head);
            return true;
        }
        if (clause.order != Clause::none && invites(clause.order, clause)) {
            clause.features |= open;
            return true;
        }
        if (lets_tell(clause)) {
            clause.features |= open;
            return true;
        }
        if (const std::uint64_t kind = wonders(clause); kind != 0) {
            clause.features |= kind;
            return true;
        }
        const std::uint32_t wh = question_word(head);
        if (asked_ && words_.has(wh, grammar::wh) && stands_first(head)) {
            if (wh != head) {
                clause.features |= wh_kind(clause, wh);
                return true;
            }
            if (words_.is(head, key::when, key::where, key::which, key::who) && clause.verb != Clause::none &&
                clauses_.size() > 1)
                return false;
            clause.features |= wh_kind(clause, head);
            return true;
        }
        return false;
    }

    // Only openers stand before `at` in its sentence, or a mark does.
    [[nodiscard]] bool stands_first(std::uint32_t at) const {
        for (std::uint32_t i = at; i-- > sentence_.first;) {
            if (!words_.is_word(i)) {
                if (!words_.seen_through(i)) return true;
                continue;
            }
            if (!is_opener(i)) return false;
        }
        return true;
    }

    [[nodiscard]] std::uint64_t wh_kind(const Clause& clause, std::uint32_t head) {
        const std::uint32_t next = words_.next(head, sentence_.last);
        const std::uint32_t third = words_.next(next, sentence_.last);
        if (words_.is(head, key::why)) {
            // "Why don't you", "why not" put a plan forward.
            const bool suggests =
                words_.is(next, key::not_) ||
                (words_.is(next, key::do_) && words_.is(third, key::not_) &&
                 words_.has(words_.next(third, sentence_.last), grammar::nominative | grammar::subject_you));
            return suggests ? open : open | feature::why_question;
        }
        if (words_.is(head, key::how)) {
            if (words_.is(next, key::come)) return open | feature::why_question;
            const bool amount = words_.is(next, key::much, key::many, key::long_, key::often, key::old,
                                          key::far, key::soon, key::late, key::big);
            return amount || on_a_scale(words_.next(head, sentence_.last)) ? closed : open;
        }
        if (words_.is(head, key::what)) {
            if (words_.is(next, key::made, key::makes, key::possessed)) return open | feature::why_question;
            if (words_.is(next, key::time, key::day, key::year, key::age)) return closed;
            return open;
        }
        if (words_.has(head, grammar::wh_open)) return open;
        return asks_opinion(clause) && !names_number() ? open : closed;
    }

    // "On a scale from 1 to 10, how sure are you": a number is asked for.
    [[nodiscard]] bool on_a_scale(std::uint32_t quality) {
        return words_.has(quality, grammar::adjective | grammar::feeling | grammar::certainty) &&
               names_number();
    }
    [[nodiscard]] bool names_number() {  // looks once a sentence, however many questions it holds
        for (; number_at_ < sentence_.last; ++number_at_)
            if (words_.is_number(number_at_)) return true;
        return false;
    }

    // "do you think", "would you", "do you feel" in the clause.
    [[nodiscard]] bool asks_opinion(const Clause& clause) const {
        for (std::uint32_t i = clause.first; i + 1 < clause.last; ++i) {
            const std::uint32_t next = words_.next(i, clause.last);
            if (words_.is(i, key::would) && words_.is(next, key::you)) return true;
            if (words_.is(i, key::you) && words_.is(next, key::think, key::feel)) return true;
        }
        return false;
    }

    // "tell me about it", "say more", "help me understand", "walk me through": an invitation to speak.
    [[nodiscard]] bool invites(std::uint32_t verb, const Clause& clause) const {
        const std::uint32_t last = sentence_.last;
        std::uint32_t next = words_.next(verb, last);
        if (words_.is(verb, key::tell, key::walk, key::help)) {
            if (!words_.has(next, grammar::object_me)) return false;
            const std::uint32_t third = words_.next(next, last);
            if (words_.is(verb, key::tell))
                return third == no_token ||
                       words_.has(third, grammar::wh | grammar::downtoner | grammar::determiner) ||
                       words_.is(third, key::about, key::more, key::some, key::something, key::everything,
                                 key::all, key::if_, key::just);
            return words_.is(third, key::understand) || words_.is(verb, key::walk) ||
                   words_.is(third, key::see);
        }
        if (words_.is(verb, key::say)) return words_.is(next, key::more, key::some, key::something);
        if (words_.is(verb, key::share, key::describe, key::explain, key::elaborate, key::expand)) {
            if (words_.is(next, key::to)) next = words_.next(words_.next(next, last), last);
            return words_.is(next, key::with, key::more, key::some) ||
                   words_.has(next, grammar::wh | grammar::object_me) ||
                   ((clause.features & feature::question) && next != no_token) ||
                   words_.is(verb, key::elaborate, key::expand);
        }
        if (words_.is(verb, key::talk)) {
            if (words_.is(next, key::to) && words_.has(words_.next(next, last), grammar::object_me))
                return true;
            if (words_.is(next, key::me, key::us)) return true;
            return words_.is(next, key::more);
        }
        return false;
    }

    // "can you tell me", "would you say more", "do you want to tell me"
    [[nodiscard]] bool asks_to_tell(const Clause& clause, std::uint32_t head) const {
        if (!words_.is(head, key::can, key::could, key::would, key::will)) return false;
        for (std::uint32_t i = head; i < clause.last; ++i)
            if (invites(i, clause)) return true;
        return false;
    }

    // "if you can tell me", "maybe you could say more"
    [[nodiscard]] bool lets_tell(const Clause& clause) const {
        constexpr std::uint64_t needed = feature::about_you | feature::possible;
        return (clause.features & needed) == needed && !(clause.features & feature::negated) &&
               clause.verb != Clause::none &&
               words_.is(clause.verb, key::tell, key::say, key::describe, key::elaborate, key::walk,
                         key::explain) &&
               invites(clause.verb, clause);
    }

    // "In what ways", "at which point"
    [[nodiscard]] std::uint32_t question_word(std::uint32_t head) const {
        if (!words_.has(head, grammar::preposition)) return head;
        const std::uint32_t next = words_.next(head, sentence_.last);
        return words_.has(next, grammar::wh) ? next : head;
    }

    // "I wonder what", "I'm curious how", "I'd like to know what", "let me know how".
    [[nodiscard]] std::uint64_t wonders(const Clause& clause) const {
        if (!(clause.features & (feature::about_i | feature::about_we)) ||
            (clause.features & feature::negated))
            return 0;
        for (std::uint32_t i = clause.first; i < clause.last; ++i) {
            const bool curious = words_.is(i, key::wonder, key::wondering, key::curious, key::interested);
            const bool asks = words_.is(i, key::ask) && words_.is(words_.next(i, clause.last), key::you);
            const bool wants = words_.is(i, key::know, key::hear, key::understand) &&
                               words_.is(words_.previous(i, clause.first), key::to);
            if (!curious && !wants && !asks) continue;
            std::uint32_t next = words_.next(asks ? i + 1 : i, sentence_.last);
            if (words_.is(next, key::about, key::to)) next = words_.next(next, sentence_.last);
            if (words_.is(next, key::know, key::hear)) next = words_.next(next, sentence_.last);
            if (words_.has(next, grammar::wh) && !words_.is(next, key::when)) return open;
            // "I wonder if you …" asks; "I wonder if I could …" asks leave.
            if (curious && words_.is(next, key::if_, key::whether))
                return words_.has(words_.next(next, sentence_.last), grammar::nominative) ? closed : open;
        }
        return 0;
    }

    // "Really?", "Oh?", "You know?"
    [[nodiscard]] bool asks_nothing() const {
        std::uint32_t content = 0;
        for (std::uint32_t i = sentence_.first; i < sentence_.last; ++i)
            if (words_.is_word(i) && !words_.has(i, grammar::filler | grammar::light | grammar::laughter))
                ++content;
        if (content == 0) return true;
        return sentence_.words == 2 && words_.is(sentence_.first, key::you) &&
               words_.is(sentence_.first + 1, key::know);
    }

    // "Anything else?", "What else" ask openly; other fragments and statements ask for yes or no.
    [[nodiscard]] std::uint64_t fragment_kind() const {
        for (std::uint32_t i = sentence_.first; i + 1 < sentence_.last; ++i)
            if (words_.is(i, key::anything, key::something, key::what) && words_.is(i + 1, key::else_))
                return open;
        return closed;
    }

    const Words& words_;
    const Sentence& sentence_;
    const bool asked_;
    std::span<Clause> clauses_;
    std::uint32_t number_at_;  // the sentence holds no number before it
};

}  // namespace

void read_questions(const Words& words, const Sentence& sentence, bool asked, std::span<Clause> clauses) {
    QuestionReader(words, sentence, asked, clauses).read();
}

}  // namespace attune
