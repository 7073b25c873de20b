// SPDX-License-Identifier: MIT
//
// The closed word classes that reading clauses depends on. Their members are data (data/lexicon/): a lexicon
// class whose name stands here sets the bit on each of its one-word members. The pack loader refuses a pack
// in which one of these classes is missing.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace attune {

// X(bit name, lexicon class name)
#define ATTUNE_GRAMMAR_CLASSES(X)                                                                  \
    X(subject_i, "i")               /* i                                                      */   \
    X(subject_we, "we")             /* we                                                     */   \
    X(subject_you, "you")           /* you, ya, y'all                                         */   \
    X(subject_third, "they")        /* he, she, they, someone, everyone, people, nobody …     */ \
    X(subject_it, "it")             /* it, this, that, there, these, those, everything …      */ \
    X(object_me, "me")              /* me, us, myself, ourselves                              */   \
    X(object_them, "them")          /* him, her, them, himself …                              */ \
    X(yourself, "yourself")         /* yourself, yourselves                                   */   \
    X(my, "my")                     /* my, our, mine, ours                                    */   \
    X(your, "your")                 /* your, yours                                            */   \
    X(their, "their")               /* his, her, their, its                                   */   \
    X(determiner, "determiner")     /* a, an, the, some, any, every, this, another, no …      */ \
    X(preposition, "preposition")   /* in, on, at, with, to, from, about, into …              */ \
    X(particle, "particle")         /* up, out, off, down, away, back, over, on …             */ \
    X(coordinator, "coordinator")   /* and, but, or, so, yet, nor                             */   \
    X(subordinator, "subordinator") /* because, although, while, since, until, that, whether …*/ \
    X(conditional, "if-word")       /* if, unless                                             */   \
    X(temporal, "when-word")        /* when, whenever, once, after, before, while, until      */   \
    X(be, "be")                     /* am, is, are, was, were, be, been, being                */   \
    X(have, "have")                 /* have, has, had, having                                 */   \
    X(do_aux, "do")                 /* do, does, did                                          */   \
    X(modal, "modal")               /* can, could, will, would, may, might, shall             */   \
    X(obligation, "obligation")     /* should, must, ought; need, have, got count before "to" */   \
    X(future, "future")             /* will, shall, gonna                                     */   \
    X(negator, "negator")           /* not, never, no, nothing, hardly, neither, without …    */ \
    X(wh_open, "wh-open")           /* what, how, why                                         */   \
    X(wh_closed, "wh-closed")       /* who, whom, whose, when, where, which                   */   \
    X(adverb, "adverb")             /* just, really, still, always, even, also, actually …    */ \
    X(filler, "filler")             /* well, ok, oh, hey, so, yeah, look, hmm, please, wow …  */ \
    X(hedge, "hedge")               /* maybe, perhaps, possibly, might, guess, probably …     */ \
    X(certainty, "certainty")       /* definitely, certainly, surely, absolutely, obviously … */ \
    X(intensifier, "intensifier")   /* so, very, really, completely, utterly …                */ \
    X(downtoner, "downtoner")       /* a bit, kind of, slightly, somewhat …                   */ \
    X(verb_base, "verb")            /* base forms of the verb lexicon                         */   \
    X(verb_s, "verb.s")             /* third person                                           */   \
    X(verb_ing, "verb.ing")         /* -ing forms                                             */   \
    X(verb_past, "verb.past")       /* past forms                                             */   \
    X(verb_pp, "verb.pp")           /* past participles                                       */   \
    X(order_verb, "order-verb")     /* base verbs that open an order in ordinary talk         */   \
    X(not_order, "not-order")       /* heads no order although they look it (thank, love, hope)*/  \
    X(saying, "say.any")            /* say, tell, ask, think … in any form (reporting)        */ \
    X(noun_or_verb, "noun-or-verb") /* base verbs that stand at a clause's head as nouns too  */   \
    X(person, "person")             /* mum, boss, husband, friend …                           */ \
    X(feeling, "feeling")           /* any feeling word                                       */   \
    X(adjective, "adjective")       /* evaluative and common adjectives                       */   \
    X(time, "time")                 /* today, yesterday, week, night …                        */ \
    X(laughter, "laughter")         /* lol, haha, hehe, lmao                                  */

namespace grammar {
namespace detail {
enum Index : unsigned {
#define X(bit, name) bit##_index,
    ATTUNE_GRAMMAR_CLASSES(X)
#undef X
        count
};
static_assert(count <= 64, "grammar classes must fit one word");
}  // namespace detail

#define X(bit, name) inline constexpr std::uint64_t bit = std::uint64_t{1} << detail::bit##_index;
ATTUNE_GRAMMAR_CLASSES(X)
#undef X

// Class names in bit order: names[i] sets bit i.
inline constexpr std::array<std::string_view, detail::count> names = {
#define X(bit, name) std::string_view{name},
    ATTUNE_GRAMMAR_CLASSES(X)
#undef X
};

// Classes that belong together.
// am, is, did, have, can … : what can stand before its subject. A bit beyond those of the lexicon's classes.
inline constexpr std::uint64_t finite_auxiliary = std::uint64_t{1} << 63;
static_assert(detail::count < 63);

inline constexpr std::uint64_t nominative = subject_i | subject_we;
inline constexpr std::uint64_t any_subject =
    subject_i | subject_we | subject_you | subject_third | subject_it;
inline constexpr std::uint64_t any_verb = verb_base | verb_s | verb_past | verb_pp | verb_ing;
inline constexpr std::uint64_t possessives = my | your | their;
inline constexpr std::uint64_t wh = wh_open | wh_closed;
// What may open a clause before its subject.
inline constexpr std::uint64_t openers =
    coordinator | subordinator | conditional | temporal | wh_open | wh_closed;
inline constexpr std::uint64_t light = adverb | hedge | certainty | intensifier | downtoner;
}  // namespace grammar

}  // namespace attune
