// SPDX-License-Identifier: MIT
//
// A verb's form does not tell an order from a noun ("work is hell") or from a sentence whose "I" was dropped
// ("hope it heals"). Three things decide: its class (order-verb, not-order, noun-or-verb), the place before
// it, and the next word. A determiner, an object, a particle, "to" or a question word behind it is strong
// evidence; a plain noun or the clause's end is weak, and a finite verb speaks against it. The cost is a few
// words' look ahead.
#include "text/orders.h"

namespace attune {
namespace {

enum class Evidence : std::uint8_t { against, weak, fair, strong };

// A finite verb within the next words, before a subject pronoun or a mark: then what stands here is a noun
// phrase.
bool finite_verb_ahead(const Words& words, std::uint32_t at, std::uint32_t last) {
    constexpr int far_enough = 6;
    for (int i = 0; i < far_enough; ++i) {
        at = words.next(at, last);
        if (at == no_token) return false;
        if (words.has(at, grammar::nominative | grammar::subject_you | grammar::conditional |
                              grammar::temporal | grammar::wh | grammar::coordinator))
            return false;
        if (words.is(at, key::to, key::that, key::he, key::she, key::they, key::it)) return false;
        if (words.is(at, key::is, key::are, key::was, key::were, key::has, key::does, key::did, key::can,
                     key::could, key::will, key::would, key::should, key::must, key::might))
            return true;
    }
    return false;
}

Evidence evidence_of(const Words& words, std::uint32_t verb, std::uint32_t next) {
    if (next == no_token) return Evidence::weak;  // "Breathe."
    const std::uint64_t g = words.grammar(next);
    if (words.is(next, key::is, key::are, key::was, key::were, key::am, key::has, key::had, key::does,
                 key::did, key::can, key::could, key::will, key::would, key::should, key::must, key::may,
                 key::might, key::possessive, key::of))
        return Evidence::against;
    if (g & grammar::nominative) {
        // "Remember I love you", "know she cares"; but "help I am lost".
        return words.has(verb, grammar::saying) && !words.has(verb, grammar::noun_or_verb)
                   ? Evidence::fair
                   : Evidence::against;
    }
    if (words.is(next, key::he, key::she, key::they))
        return words.has(verb, grammar::saying) ? Evidence::fair : Evidence::against;
    if (g & grammar::subject_you)
        return words.has(verb, grammar::noun_or_verb) ? Evidence::weak : Evidence::fair;
    if (g & (grammar::determiner | grammar::possessives | grammar::object_me | grammar::object_them |
             grammar::yourself | grammar::subject_it | grammar::wh | grammar::conditional))
        return Evidence::strong;
    if (words.is(next, key::to, key::not_) || words.is_number(next)) return Evidence::strong;
    if (g & (grammar::person | grammar::subject_third)) return Evidence::strong;
    if ((g & grammar::verb_ing) && !(g & grammar::adjective)) return Evidence::strong;
    if (g & grammar::particle) return Evidence::strong;
    if (g & (grammar::preposition | grammar::light | grammar::coordinator | grammar::subordinator |
             grammar::adjective | grammar::feeling | grammar::time))
        return Evidence::fair;
    if ((g & (grammar::verb_s | grammar::verb_past)) && !(g & (grammar::verb_pp | grammar::verb_base)))
        return Evidence::against;
    return Evidence::weak;
}

// "don't know", "don't blame you": the I was dropped.
bool dropped_i(const Words& words, std::uint32_t verb, std::uint32_t next) {
    if (words.is(verb, key::know, key::mean, key::blame, key::understand, key::remember, key::want, key::need,
                 key::like, key::care, key::wish, key::mind, key::suppose, key::see, key::have, key::imagine,
                 key::love))
        return !(words.is(verb, key::blame, key::mind) &&
                 words.has(next, grammar::yourself | grammar::object_them | grammar::their));
    if (words.is(verb, key::think, key::believe))
        return words.has(next, grammar::any_subject) || next == no_token;
    return false;
}

std::uint32_t past_light(const Words& words, std::uint32_t at, std::uint32_t last) {
    for (int i = 0; i < 3 && words.has(at, grammar::adverb | grammar::intensifier) &&
                    !words.has(at, grammar::order_verb);
         ++i)
        at = words.next(at, last);
    return at;
}

Order negative_order(const Words& words, std::uint32_t negation, std::uint32_t last) {
    const std::uint32_t verb = past_light(words, words.next(negation, last), last);
    if (!words.has(verb, grammar::verb_base | grammar::order_verb) && !words.is(verb, key::be, key::have))
        return {};
    const std::uint32_t next = words.next(verb, last);
    if (dropped_i(words, verb, next)) return {};
    if (words.is(negation, key::never) &&
        (!words.has(verb, grammar::order_verb) || words.is(verb, key::mind) ||
         words.has(verb, grammar::verb_past | grammar::verb_pp) ||
         evidence_of(words, verb, next) == Evidence::against))
        return {};
    return {verb, true};
}

// Verbs that are both order-verb and not-order ("think", "believe"): orders only with these behind them.
bool urged(const Words& words, std::uint32_t next) {
    return words.is(next, key::about) || words.has(next, grammar::yourself | grammar::your) ||
           (words.has(next, grammar::preposition) && !words.is(next, key::so, key::like, key::of, key::as));
}

}  // namespace

Order order_at(const Words& words, std::uint32_t at, std::uint32_t last, OrderPlace place) {
    const std::uint32_t next = words.next(at, last);
    if (words.is(at, key::do_)) {
        if (words.is(next, key::not_)) return negative_order(words, next, last);
        if (words.has(next, grammar::nominative | grammar::subject_you | grammar::subject_third)) return {};
        if (words.has(next, grammar::order_verb) && !words.has(next, grammar::determiner | grammar::light))
            return {next, false};  // "do take care"
    }
    if (words.is(at, key::never)) return negative_order(words, at, last);
    const std::uint64_t g = words.grammar(at);
    if (!(g & grammar::order_verb)) return {};
    if (words.is(at, key::let)) {
        if (next == no_token || words.is(next, key::me, key::us)) return {};
    }
    if ((g & grammar::not_order) && !urged(words, next)) return {};
    if (words.is(at, key::see) && words.has(next, grammar::subject_you)) return {};
    if (words.is(at, key::have) &&
        (next == no_token || words.has(next, grammar::any_subject & ~grammar::subject_it)))
        return {};
    if (words.is(at, key::have) && words.is(next, key::been, key::had, key::got, key::to)) return {};
    if (words.is(at, key::be) && next == no_token) return {};
    if (words.is(at, key::been, key::care) && words.is(next, key::to)) return {};

    // "shoot that is bad", "help it hurts": what follows is a subject with its verb.
    if (words.has(next, grammar::any_subject) && !words.has(at, grammar::saying) &&
        words.is(words.next(next, last), key::is, key::are, key::was, key::were, key::has, key::does,
                 key::can, key::will, key::would, key::should))
        return {};
    if (next == no_token && (g & (grammar::adjective | grammar::feeling | grammar::filler))) return {};

    Evidence evidence = evidence_of(words, at, next);
    if (evidence == Evidence::against) return {};
    if (place == OrderPlace::run_on &&
        (evidence != Evidence::strong || ((g & grammar::noun_or_verb) && words.is(next, key::to))))
        return {};
    if (g & grammar::noun_or_verb) {
        if (evidence == Evidence::weak && next == no_token && place == OrderPlace::joined) return {};
        if (evidence != Evidence::strong && finite_verb_ahead(words, at, last)) return {};
        if (evidence == Evidence::weak && place == OrderPlace::joined) return {};
    }
    if (evidence == Evidence::weak && place == OrderPlace::joined && next == no_token) return {};
    const bool not_behind = words.is(next, key::not_);
    return {at, not_behind};
}

}  // namespace attune
