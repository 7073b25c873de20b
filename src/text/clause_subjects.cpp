// SPDX-License-Identifier: MIT
//
// The cutter's second half: subjects. A pronoun is a subject when a verb stands behind it and nothing before
// makes it an object ("make you feel"). A noun phrase is kept aside until a finite verb shows that it was
// one.
#include "text/clause_cutter.h"
#include "text/features.h"

namespace attune {

// "who is mean", "which hurts", "the thing that helps": a clause about the word before it.
bool ClauseCutter::take_relative(std::uint32_t at) {
    if (!words_.is(at, key::who, key::which, key::that)) return false;
    const std::uint32_t before = words_.previous(at, first_);
    const std::uint32_t verb = verb_after(at);
    if (verb == no_token) return false;
    if (words_.is(at, key::that)) {
        const bool names_before =
            before != no_token && !head_ &&
            !words_.has(before, grammar::any_verb | grammar::light | grammar::preposition | grammar::openers |
                                    grammar::be | grammar::feeling | grammar::adjective) &&
            (words_.id(before) == unknown_word ||
             words_.has(before, grammar::person | grammar::subject_it | grammar::subject_third |
                                    grammar::object_them) ||
             nominal_head_ == before);
        if (!names_before) return false;
    } else if (head_ && hard_ && !has_verb_ && nominal_begin_ == no_token) {
        return false;
    }
    start_clause(at, at, verb, no_token, about(at) | feature::sub_clause);
    return true;
}

// A pronoun that has a verb behind it.
bool ClauseCutter::take_pronoun(std::uint32_t at) {
    const std::uint64_t g = words_.grammar(at);
    if (!(g & grammar::any_subject) || words_.is(at, key::who, key::which)) return false;
    const std::uint32_t verb = verb_after(at);
    const std::uint32_t before = head_ ? no_token : words_.previous(at, first_);
    const bool only_subject = (g & grammar::nominative) || words_.is(at, key::he, key::she, key::they);
    if (verb == no_token) {
        // An unknown verb: "I relapsed", "that sucks".
        const std::uint32_t next = words_.next(at, last_);
        if (next == no_token || words_.grammar(next) != 0 || !words_.is_lower(next)) return false;
        const bool third = head_ && (words_.is(at, key::it, key::that, key::this_) || only_subject) &&
                           words_.ends_like_verb(next);
        if (!(g & grammar::nominative) && !third) return false;
        start_clause(opener_begin(at), at, next, no_token, about(at));
        if (clause_.verb == no_token) clause_.verb = next;
        return true;
    }
    if (before != no_token && !only_subject) {
        const bool subordinates =
            words_.has(before, grammar::openers) || words_.is(before, key::like, key::than, key::as);
        if (!subordinates && words_.has(before, grammar::preposition) &&
            !words_.has(before, grammar::any_verb))
            return false;
        const bool auxiliary =
            words_.has(verb, grammar::finite_auxiliary) && !words_.is(verb, key::have, key::do_);
        if (!subordinates && takes_bare_verb(words_, before) && !auxiliary) return false;
        if (!subordinates && !auxiliary && words_.has(before, grammar::any_verb) &&
            !complement_may_follow(before))
            return false;
        if (words_.is(before, key::to, key::not_)) return false;
    }
    std::uint32_t begin = at;
    std::uint64_t features = about(at);
    if (words_.is(before, key::no) && words_.is(at, key::one)) features |= feature::negated;
    // "the things you said": a clause about the noun before it.
    if (has_verb_ && !chained_ && before != no_token && before >= floor_ && nominal_head_ == before &&
        !complement_may_follow(before))
        features |= feature::sub_clause;
    begin = opener_begin(at);
    start_clause(begin, at, verb, no_token, features);
    return true;
}

// A finite verb: behind a noun phrase, or one that goes on after a clause inside the subject ("what you need
// is").
bool ClauseCutter::take_finite(std::uint32_t at) {
    const std::uint64_t g = words_.grammar(at);
    bool sure = words_.has(at, grammar::finite_auxiliary) && !words_.is(at, key::have, key::do_);
    if (words_.is(at, key::possessive)) {
        const std::uint32_t next = words_.next(at, last_);
        sure = words_.has(next, grammar::verb_ing | grammar::negator | grammar::feeling |
                                    grammar::determiner | grammar::possessives) &&
               !words_.has(next, grammar::person);
        if (!sure) return false;
    }
    const bool likely =
        (g & (grammar::verb_s | grammar::verb_past)) != 0 ||
        ((g & (grammar::verb_base | grammar::have | grammar::do_aux)) != 0 && nominal_head_ != no_token &&
         (words_.ends_with_s(nominal_head_) || words_.has(nominal_head_, grammar::subject_third)));
    if (!sure && !likely) return false;
    const std::uint32_t before = words_.previous(at, first_);
    if (words_.is(before, key::to)) return false;
    const bool nominal = nominal_begin_ != no_token && !nominal_in_preposition_;
    if (!has_verb_ || (nominal && may_begin_clause(nominal_begin_))) {
        if (!nominal) return false;
        if (!sure) {
            std::uint32_t b = before;
            for (int i = 0; i < 2 && words_.has(b, grammar::light) && b != nominal_head_; ++i)
                b = words_.previous(b, first_);
            const std::uint32_t next = words_.next(at, last_);
            if (b == no_token || (b != nominal_head_ && !nominal_closed_)) return false;
            if (words_.has(nominal_head_, grammar::adjective | grammar::feeling) &&
                nominal_head_ == nominal_begin_)
                return false;  // "big hugs"
            if (words_.has(next, grammar::finite_auxiliary) || words_.is(next, key::of)) return false;
            if ((g & grammar::verb_base) && !(g & (grammar::verb_s | grammar::verb_past)) &&
                words_.has(at, grammar::light))
                return false;
        }
        start_clause(opener_begin(nominal_begin_), nominal_head_, at, no_token, about(nominal_head_));
        return true;
    }
    if (!sure) return false;
    if (coordinated_ && head_) return false;
    if (words_.has(before, grammar::any_subject)) return false;
    start_clause(at, no_token, at, no_token, feature::about_it);
    return true;
}

// Behind a clause that has its verb: whether the noun phrase at `at` can be the next one's subject. A mark,
// an opener or a word such as "think" must stand before it.
bool ClauseCutter::may_begin_clause(std::uint32_t at) const {
    if (at < floor_) return false;
    const std::uint32_t before = words_.previous(at, first_);
    return before == no_token || words_.has(before, grammar::openers) ||
           (before + 1 >= floor_ && complement_may_follow(before));
}

// Keeps the noun phrase that may turn out to be a subject.
void ClauseCutter::take_nominal(std::uint32_t at) {
    const std::uint64_t g = words_.grammar(at);
    const std::uint32_t before = words_.previous(at, first_);
    const bool behind_preposition = words_.has(before, grammar::preposition) &&
                                    !words_.has(before, grammar::subordinator | grammar::temporal);
    const bool begins = (g & (grammar::determiner | grammar::possessives)) != 0;
    if (!begins && (g & grammar::preposition) && !(g & grammar::any_verb)) {
        if (nominal_begin_ != no_token) nominal_closed_ = true;
        return;
    }
    if (begins && (nominal_begin_ == no_token || nominal_in_preposition_)) {
        if (nominal_in_preposition_ && behind_preposition) return;
        nominal_begin_ = nominal_head_ = at;
        nominal_in_preposition_ = behind_preposition;
        nominal_closed_ = false;
        return;
    }
    if ((g & (grammar::light | grammar::openers | grammar::filler)) != 0 &&
        !(g & (grammar::person | grammar::subject_third)))
        return;
    if (nominal_begin_ == no_token) {
        nominal_begin_ = nominal_head_ = at;
        nominal_in_preposition_ = behind_preposition;
        nominal_closed_ = false;
    } else if (!nominal_closed_) {
        nominal_head_ = at;
    }
}

void ClauseCutter::forget_nominal() {
    nominal_begin_ = nominal_head_ = no_token;
    nominal_in_preposition_ = nominal_closed_ = false;
}

// The first word of the verb group behind a subject, adverbs passed over; no_token when there is none.
std::uint32_t ClauseCutter::verb_after(std::uint32_t subject) const {
    std::uint32_t at = words_.next(subject, last_);
    const std::uint32_t group = at;
    constexpr int most_adverbs = 4;
    for (int i = 0; i <= most_adverbs && at != no_token; ++i) {
        const std::uint64_t g = words_.grammar(at);
        if (words_.has(at, grammar::finite_auxiliary) || (g & (grammar::be | grammar::have))) return group;
        if (words_.is(at, key::gotta, key::gonna, key::ought, key::need, key::needs, key::supposed))
            return group;
        if (words_.is(at, key::got, key::better)) return group;
        const bool base_fits =
            words_.has(subject, grammar::nominative | grammar::subject_you | grammar::subject_third) ||
            words_.is(subject, key::these, key::those, key::who, key::which, key::that);
        if (g & (grammar::verb_s | grammar::verb_past)) {
            if (!(g & grammar::light) ||
                !words_.has(words_.next(at, last_), grammar::verb_base | grammar::be))
                return group;
        }
        if ((g & grammar::verb_base) && base_fits) {
            const std::uint32_t n = words_.next(at, last_);
            const bool colours = (g & grammar::light) && (words_.has(n, grammar::any_verb) ||
                                                          words_.has(n, grammar::finite_auxiliary));
            if (!colours && !(words_.is(at, key::like) && words_.has(n, grammar::any_verb | grammar::light)))
                return group;
        }
        if ((g & grammar::verb_pp) && words_.has(subject, grammar::nominative)) return group;
        if (!(g & (grammar::light | grammar::negator)) && !words_.is(at, key::all, key::both, key::like))
            return no_token;
        at = words_.next(at, last_);
    }
    return no_token;
}

// After these words a clause without "that" may begin: "I think you …", "I'm sure it …".
bool ClauseCutter::complement_may_follow(std::uint32_t word) const {
    return words_.has(word, grammar::saying | grammar::feeling | grammar::adjective | grammar::not_order |
                                grammar::certainty) ||
           words_.is(word, key::thought, key::knew, key::felt, key::feels, key::meant, key::said, key::sounds,
                     key::looks, key::seems, key::wish, key::heard, key::hear, key::see, key::noticed,
                     key::thinking, key::glad, key::sure);
}

std::uint64_t ClauseCutter::about(std::uint32_t subject) const {
    const std::uint64_t g = words_.grammar(subject);
    if (g & grammar::subject_i) return feature::about_i;
    if (g & grammar::subject_we) return feature::about_we;
    if (g & grammar::subject_you) return feature::about_you;
    if (words_.is(subject, key::that, key::this_, key::what, key::which)) return feature::about_it;
    if (words_.is(subject, key::who)) return feature::about_them;
    if (g & (grammar::subject_third | grammar::person)) return feature::about_them;
    return feature::about_it;
}

}  // namespace attune
