// SPDX-License-Identifier: MIT
//
// An auxiliary before a subject pronoun asks, with or without a question mark; before a noun phrase it asks
// only with one, for "is the point" also ends "what matters is the point". A question word asks when an
// auxiliary and a subject follow it, at most four words on ("what kind of things do you"), or when it is the
// subject itself.
#include "text/inversion.h"

namespace attune {
namespace {

// The last word of the noun phrase that starts at `at`: at most four words, up to a preposition or a verb.
std::uint32_t noun_phrase_end(const Words& words, std::uint32_t at, std::uint32_t last) {
    std::uint32_t end = at;
    for (int i = 0; i < 4; ++i) {
        const std::uint32_t n = words.next(end, last);
        if (n == no_token ||
            words.has(n, grammar::preposition | grammar::any_subject | grammar::wh | grammar::verb_ing |
                             grammar::be | grammar::modal | grammar::negator))
            break;
        if (i > 0 && words.has(n, grammar::any_verb | grammar::adjective | grammar::feeling | grammar::light |
                                      grammar::determiner | grammar::possessives))
            break;
        end = n;
    }
    return end;
}

// The subject after an auxiliary; no_token when none stands there.
std::uint32_t inverted_subject(const Words& words, std::uint32_t auxiliary, std::uint32_t last, bool asked) {
    std::uint32_t s = words.next(auxiliary, last);
    if (words.is(s, key::not_)) s = words.next(s, last);
    if (words.has(s, grammar::nominative | grammar::subject_you)) return s;
    if (words.is(s, key::he, key::she, key::they, key::it, key::there)) return s;
    const bool thing = words.has(s, grammar::subject_it | grammar::subject_third);
    if (thing && words.has(s, grammar::determiner)) {
        // "is that man …" or "is that …"
        const std::uint32_t n = words.next(s, last);
        const bool alone =
            n == no_token ||
            words.has(n, grammar::any_verb | grammar::adjective | grammar::feeling | grammar::light |
                             grammar::preposition | grammar::determiner | grammar::possessives | grammar::wh |
                             grammar::coordinator | grammar::negator);
        if (alone) return s;
        return asked ? noun_phrase_end(words, s, last) : no_token;
    }
    if (thing) return s;
    if (asked && words.has(s, grammar::determiner | grammar::possessives | grammar::person)) {
        return noun_phrase_end(words, s, last);
    }
    return no_token;
}

}  // namespace

Inversion inversion_at(const Words& words, std::uint32_t at, std::uint32_t last, bool asked) {
    Inversion out;
    if (words.has(at, grammar::finite_auxiliary)) {
        if (words.is(at, key::must, key::might, key::may) && !asked) return out;
        const std::uint32_t s = inverted_subject(words, at, last, asked);
        if (s == no_token) return out;
        // "do it", "have that": orders. "Had I known": a condition.
        if (words.is(at, key::do_, key::have) && words.has(s, grammar::subject_it | grammar::determiner) &&
            !asked)
            return out;
        if (words.is(at, key::had) && !asked) return out;
        out = {Inversion::Kind::yes_no, at, s, words.next(s, last), no_token};
        return out;
    }
    if (!words.has(at, grammar::wh)) return out;
    out.head = at;
    std::uint32_t n = at;
    for (int i = 0; i < 5; ++i) {
        n = words.next(n, last);
        if (n == no_token) return out;
        if (words.has(n, grammar::finite_auxiliary)) {
            // "what people do" asks nothing; "how long have you" does.
            if (words.is(n, key::have, key::do_) && i > 0 && !asked && !words.is(at, key::how)) return out;
            const std::uint32_t s = inverted_subject(words, n, last, asked || i == 0);
            if (s != no_token) return {Inversion::Kind::wh, n, s, words.next(s, last), at};
            // "what is wrong", "who was there", "what could help"
            if (i <= 1) return {asked || i == 0 ? Inversion::Kind::wh : Inversion::Kind::none, n, at, n, at};
            return out;
        }
        if (i == 0 && words.has(at, grammar::wh) &&
            !words.is(at, key::when, key::where, key::how, key::why) &&
            words.has(n, grammar::verb_s | grammar::verb_past) && !words.has(n, grammar::determiner))
            return {Inversion::Kind::wh, no_token, at, n, at};
        // A subject before any auxiliary: "what you need" is no question by shape.
        if (words.has(n, grammar::nominative | grammar::subject_you) ||
            words.is(n, key::he, key::she, key::they, key::it))
            return out;
    }
    return out;
}

}  // namespace attune
