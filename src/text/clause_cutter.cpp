// SPDX-License-Identifier: MIT
//
// People in chats leave out commas and full stops, so marks alone cannot part clauses. A clause is found by
// its verb: one pass goes over the words and asks at each whether an order, a question, a subject with its
// verb, or a finite verb behind a noun phrase starts there. When the clause at hand has its verb already,
// such a find begins the next one; its start is then moved back over the words that open it ("because", "and
// then", "that"). Marks and coordinators only say where a clause may begin, and whether an order may stand
// there.
//
// Every question looks a bounded number of words ahead or back, so the pass is linear.
#include "text/clause_cutter.h"

#include "text/features.h"
#include "text/verb_group.h"

namespace attune {
ClauseCutter::ClauseCutter(Passage& passage, const Sentence& sentence, std::uint32_t index, bool asked)
    : passage_(passage),
      words_(passage),
      first_(sentence.first),
      last_(sentence.last),
      asked_(asked),
      floor_(sentence.first),
      at_(sentence.first),
      boundary_(sentence.first) {
    clause_.first = sentence.first;
    clause_.sentence = index;
}

void ClauseCutter::run() {
    while (at_ < last_) {
        const std::uint32_t at = at_++;
        if (words_.is_word(at))
            take_word(at);
        else
            take_mark(at);
    }
    close(last_);
}

void ClauseCutter::take_mark(std::uint32_t at) {
    const TokenKind kind = words_.kind(at);
    if (kind == TokenKind::quote_open) return boundary(at, true);
    if (kind == TokenKind::emoji || !words_.seen_through(at)) {
        boundary(at + 1, true);
        urging_ = urging_ || kind == TokenKind::colon;
        if (has_verb_) forget_nominal();
    }
}

void ClauseCutter::boundary(std::uint32_t clause_begin, bool hard) {
    boundary_ = clause_begin;
    hard_ = hard;
    head_ = true;
    coordinated_ = false;
    urging_ = false;
}

void ClauseCutter::take_word(std::uint32_t at) {
    const std::uint64_t g = words_.grammar(at);
    if (g & grammar::laughter) return boundary(at + 1, true);
    const bool joins = (g & grammar::coordinator) != 0;
    if (joins && !head_) {
        if (has_verb_) forget_nominal();
        boundary(at, false);
        coordinated_ = true;
        return;
    }
    if (head_) {
        if (joins) {
            coordinated_ = true;
            return;
        }
        if (take_at_head(at)) return;
    } else {
        // "Steph do you know"
        if (asked_ && !has_verb_ && words_.has(at, grammar::finite_auxiliary) &&
            words_.has(words_.next(at, last_), grammar::subject_you)) {
            boundary(at, true);
            if (take_question(at)) return;
        }
        // "that sucks just call him", "its ok dont worry": an order without any mark before it.
        const bool urges = words_.is(at, key::just, key::please, key::maybe) ||
                           (words_.is(at, key::do_) && words_.is(words_.next(at, last_), key::not_));
        const std::uint32_t before = words_.previous(at, first_);
        if (urges && has_verb_ && before != no_token && before >= floor_ &&
            (!words_.has(before, grammar::person) || words_.has(before, grammar::filler)) &&
            !words_.has(before, grammar::any_subject | grammar::be | grammar::have | grammar::do_aux |
                                    grammar::modal | grammar::negator | grammar::wh) &&
            !words_.is(before, key::to)) {
            const bool negative = words_.is(at, key::do_);
            const Order order =
                order_at(words_, negative ? at : words_.next(at, last_), last_, OrderPlace::joined);
            if (order.verb != no_token) {
                boundary(at, true);
                urging_ = true;
                if (take_order(negative ? at : words_.next(at, last_))) return;
            }
        }
        if (chained_ && has_verb_ && before != no_token && at >= floor_ && !words_.is(before, key::to) &&
            !words_.has(before, grammar::modal | grammar::do_aux | grammar::be | grammar::have |
                                    grammar::negator | grammar::preposition | grammar::determiner |
                                    grammar::possessives | grammar::adjective) &&
            !takes_bare_verb(words_, clause_.verb) &&
            order_at(words_, at, last_, OrderPlace::run_on).verb != no_token) {
            boundary(at, true);
            if (take_order(at)) return;
        }
        // "I'm wondering are you one of those"
        if (asked_ && has_verb_ && at >= floor_ &&
            words_.has(words_.previous(at, first_), grammar::any_verb | grammar::object_me) &&
            words_.has(at, grammar::finite_auxiliary) &&
            words_.has(words_.next(at, last_), grammar::subject_you)) {
            boundary(at, true);
            if (take_question(at)) return;
        }
    }
    constexpr std::uint64_t finite =
        grammar::finite_auxiliary | grammar::verb_base | grammar::verb_s | grammar::verb_past;
    if (words_.is(at, key::who, key::which, key::that) && take_relative(at)) return;
    if ((g & grammar::any_subject) && take_pronoun(at)) return;
    if (((g & finite) || words_.is(at, key::possessive)) && take_finite(at)) return;
    take_nominal(at);
    head_ = false;
}

// The word stands where a clause may begin. True when it was taken.
bool ClauseCutter::take_at_head(std::uint32_t at) {
    const std::uint64_t g = words_.grammar(at);
    const std::uint32_t next = words_.next(at, last_);
    const bool dates = (g & grammar::time) &&
                       (words_.has(words_.previous(at, boundary_), grammar::light) || (g & grammar::light));
    const bool opens = (g & (grammar::filler | grammar::light | grammar::openers)) != 0 || dates;
    if (words_.is(at, key::at) && words_.is(next, key::least)) {
        at_ = next + 1;
        return true;
    }
    if (take_question(at)) return true;
    // "look, …", "see, …" open; "look at him" orders.
    const bool filler_with_mark = (g & grammar::filler) && next == no_token;
    if (!filler_with_mark && (take_order(at) || take_dropped_subject(at))) return true;
    if (!opens) return false;
    if ((g & grammar::openers) && (take_relative(at) || take_pronoun(at))) return true;
    if (words_.is(at, key::just, key::please, key::maybe, key::then, key::perhaps)) urging_ = true;
    if ((g & grammar::determiner) || (g & grammar::any_subject)) return false;
    if (words_.has(next, grammar::be) && (g & grammar::wh)) return false;
    // A filler stands outside the clause that it opens: "yeah | you should".
    if ((g & grammar::filler) && !(g & (grammar::light | grammar::openers | grammar::verb_base)) &&
        !words_.is(at, key::please) && boundary_ <= at) {
        const bool coordinated = coordinated_, urging = urging_;
        if (!has_verb_) boundary(at + 1, true);
        coordinated_ = coordinated;
        urging_ = urging;
    }
    return true;
}

bool ClauseCutter::take_order(std::uint32_t at) {
    const bool after_statement = has_verb_ && !chained_;
    if (coordinated_ && after_statement && !urging_ && !hard_) {
        // "I went home and put it away" goes on with the same subject. "but" and "so" turn to the person.
        const std::uint32_t joiner = words_.previous(at, boundary_);
        if (!words_.is(joiner, key::but, key::so)) return false;
    }
    const OrderPlace place = after_statement && !urging_ ? OrderPlace::joined : OrderPlace::head;
    const Order order = order_at(words_, at, last_, place);
    if (order.verb == no_token) return false;
    if (asked_ && !has_verb_ && words_.has(at, grammar::not_order)) return false;
    std::uint64_t features = feature::order | feature::about_you | feature::present;
    if (order.negated) features |= feature::negated;
    start_clause(opener_begin(at), no_token, no_token, no_token, features);
    clause_.order = clause_.verb = order.verb;
    chained_ = true;
    has_verb_ = true;
    at_ = order.verb + 1;
    floor_ = at_;
    return true;
}

bool ClauseCutter::take_question(std::uint32_t at) {
    if (!words_.has(at, grammar::wh) && !words_.has(at, grammar::finite_auxiliary)) return false;
    if (coordinated_ && !hard_ && has_verb_ && !words_.has(at, grammar::wh) && !asked_) return false;
    const Inversion found = inversion_at(words_, at, last_, asked_);
    if (found.kind == Inversion::Kind::none) return false;
    // ", who hasn't slept since": a clause about the person before.
    if (has_verb_ && found.subject == at && words_.is(at, key::who, key::which)) return false;
    std::uint64_t features = feature::question | about(found.subject);
    if (found.kind == Inversion::Kind::yes_no) features |= feature::closed_question;
    start_clause(opener_begin(at), found.subject, found.verb_at, found.auxiliary, features);
    return true;
}

// A clause that leaves its subject out: "hope it heals", "sounds hard", "must be tough", "been there".
bool ClauseCutter::take_dropped_subject(std::uint32_t at) {
    if (nominal_begin_ != no_token && !has_verb_) return false;
    if (coordinated_ && !hard_ && has_verb_) return false;
    const std::uint64_t g = words_.grammar(at);
    const std::uint32_t next = words_.next(at, last_);
    if (words_.has(next, grammar::finite_auxiliary) && !words_.has(next, grammar::do_aux | grammar::have))
        return false;
    const std::uint32_t begin = opener_begin(at);
    if (words_.is(at, key::do_) && words_.is(next, key::not_)) {
        start_clause(begin, no_token, at, no_token, feature::about_i);
        return true;
    }
    if (words_.is(at, key::sorry, key::glad)) {
        start_clause(begin, no_token, no_token, no_token, feature::about_i | feature::present);
        clause_.verb = at;
        floor_ = at_ = at + 1;
        return true;
    }
    if ((g & grammar::not_order) && (g & (grammar::verb_base | grammar::verb_s)) &&
        !words_.is(at, key::sorry)) {
        const bool third = words_.has(at, grammar::verb_s) || words_.is(at, key::seem);
        const bool asks = asked_ && words_.is(at, key::want, key::need, key::feel, key::mind, key::care,
                                              key::know, key::like);
        if (asks)
            start_clause(begin, no_token, at, no_token,
                         feature::about_you | feature::question | feature::closed_question);
        else
            start_clause(begin, no_token, at, no_token, third ? feature::about_it : feature::about_i);
        return true;
    }
    if (!hard_ && has_verb_) return false;
    if (words_.is(at, key::must, key::might, key::could, key::would, key::should, key::can, key::may) &&
        next != no_token) {
        const bool negated = words_.is(next, key::not_);
        const bool thing = words_.has(next, grammar::be | grammar::have);
        start_clause(begin, no_token, at, no_token,
                     negated ? feature::about_i
                     : thing ? feature::about_it
                             : feature::about_you);
        return true;
    }
    if (words_.is(at, key::been, key::am, key::was)) {
        start_clause(begin, no_token, at, no_token,
                     feature::about_i | (words_.is(at, key::been) ? feature::perfect : 0));
        return true;
    }
    if (words_.is(next, key::to) && words_.is(at, key::have, key::need, key::got)) {
        start_clause(begin, no_token, at, no_token, feature::about_you);
        return true;
    }
    if ((g & grammar::verb_s) && !(g & (grammar::be | grammar::have | grammar::determiner)) &&
        !words_.has(next, grammar::verb_s | grammar::verb_past) && !words_.is(at, key::thanks)) {
        start_clause(begin, no_token, at, no_token, feature::about_it);
        return true;
    }
    if ((g & grammar::verb_past) &&
        (!(g & (grammar::verb_pp | grammar::verb_base)) || words_.is(at, key::had, key::felt)) &&
        !(g & (grammar::feeling | grammar::adjective)) && boundary_ == clause_.first && !has_verb_) {
        start_clause(begin, no_token, at, no_token, feature::about_i);
        return true;
    }
    return false;
}

// Where the clause that has its subject (or verb) at `at` begins: before the words that open it.
std::uint32_t ClauseCutter::opener_begin(std::uint32_t at) const {
    std::uint32_t begin = at;
    const std::uint32_t floor = has_verb_ ? floor_ : first_;
    constexpr int most_openers = 6;
    for (int i = 0; i < most_openers; ++i) {
        const std::uint32_t before = words_.previous(begin, first_);
        if (before == no_token || before < floor) break;
        const bool opens = words_.has(before, grammar::openers) ||
                           (words_.has(before, grammar::hedge | grammar::certainty) &&
                            !words_.has(before, grammar::any_verb)) ||
                           words_.is(before, key::just, key::also, key::then, key::so, key::please, key::even,
                                     key::all, key::that);
        const bool degree = words_.has(before, grammar::adjective | grammar::light | grammar::feeling) &&
                            words_.is(words_.previous(before, first_), key::how);
        if (!opens && !degree) break;
        // "too" and the like close the clause before; a preposition's "as" or "before" needs no verb and does
        // not get here.
        begin = before;
    }
    // Quotation marks, brackets before the first word go with it.
    while (begin > floor && begin > clause_.first && words_.kind(begin - 1) == TokenKind::quote_open) --begin;
    return begin;
}

std::uint64_t ClauseCutter::opener_features(std::uint32_t first, std::uint32_t last) const {
    std::uint64_t features = 0;
    for (std::uint32_t i = first; i < last; ++i) {
        const std::uint64_t g = passage_.grammar[i];
        if (g & grammar::conditional) {
            // "I wonder if", "not sure if": whether, no condition.
            const std::uint32_t before = words_.previous(i, first_);
            const bool asks = words_.is(before, key::wonder, key::wondering, key::wondered, key::know,
                                        key::see, key::sure, key::curious);
            features |= asks ? feature::sub_clause : feature::if_clause;
        } else if (g & grammar::temporal) {
            features |= feature::when_clause;
        } else if ((g & (grammar::subordinator | grammar::wh)) || words_.is(i, key::that)) {
            features |= feature::sub_clause;
        }
    }
    return features;
}

// Begins a clause at `begin`, closing the one at hand when that has its verb or a mark stands between them.
void ClauseCutter::start_clause(std::uint32_t begin, std::uint32_t subject, std::uint32_t verb_at,
                                std::uint32_t auxiliary, std::uint64_t features) {
    const std::uint32_t subject_or_verb = subject != no_token   ? subject
                                          : verb_at != no_token ? verb_at
                                                                : at_ - 1;
    if (has_verb_) {
        if (boundary_ > floor_ && boundary_ <= begin && head_) begin = boundary_;
        if (begin < floor_) begin = floor_;
        if (begin > clause_.first) close(begin);
    } else if (hard_ && boundary_ > clause_.first && boundary_ <= begin) {
        begin = boundary_;
        close(begin);
    }
    const bool question = (features & feature::question) != 0;
    if (!question)
        features |= opener_features(clause_.first > begin ? clause_.first : begin, subject_or_verb);
    clause_.features |= features;
    clause_.subject = subject;
    if (subject != no_token) clause_.features |= feature::has_subject;
    if (verb_at != no_token || auxiliary != no_token) {
        const VerbGroup group = read_verb_group(words_, verb_at, last_, words_.grammar(subject), auxiliary);
        clause_.features |= group.features;
        clause_.verb = group.verb;
        floor_ = group.end;
        if (subject != no_token && floor_ <= subject) floor_ = subject + 1;
        if (floor_ > at_) at_ = floor_;
    }
    chained_ = (clause_.features & (feature::if_clause | feature::when_clause)) != 0;
    has_verb_ = true;
    head_ = hard_ = coordinated_ = urging_ = false;
    forget_nominal();
}

void ClauseCutter::close(std::uint32_t last) {
    clause_.last = last;
    if (clause_.last > clause_.first) passage_.clauses.push_back(clause_);
    const std::uint32_t sentence = clause_.sentence;
    clause_ = {};
    clause_.sentence = sentence;
    clause_.first = last;
    has_verb_ = false;
}

}  // namespace attune
