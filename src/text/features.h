// SPDX-License-Identifier: MIT
//
// What a clause or a sentence is like, as one bit each. These are the words that a rule's conditions may use
// (data/README.md explains each with an example). A sentence has a feature when one of its clauses has it,
// unless said otherwise.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace attune {

// X(bit, name in packs)
#define ATTUNE_FEATURES(X)                                                                                 \
    /* who the clause is about: its subject; an order is about "you" */                                    \
    X(about_i, "about me")      /* subject I                                                  */           \
    X(about_we, "about us")     /* subject we                                                 */           \
    X(about_you, "about you")   /* subject you, or an order                                   */           \
    X(about_them, "about them") /* subject he, she, they, my boss, your mum …                 */         \
    X(about_it, "about it")     /* subject it, this, that, there                              */           \
    /* mood */                                                                                             \
    X(statement, "statement")             /* says something                                             */ \
    X(order, "order")                     /* an imperative: "call him"                                  */ \
    X(question, "question")               /* any question                                               */ \
    X(open_question, "open question")     /* what, how, tell me                                         */ \
    X(closed_question, "closed question") /* yes or no, or a fact: did you, how many, when           */    \
    X(why_question, "why question")       /* asks for reasons: why, how come, what made you             */ \
    /* force */                                                                                            \
    X(obliged, "obliged")   /* should, must, need to, have to, had better                 */               \
    X(possible, "possible") /* can, could, may, might                                     */               \
    X(certain, "certain")   /* sure, definitely, I know, trust me, will                   */               \
    X(hedged, "hedged")     /* maybe, perhaps, I guess, I wonder, it seems                */               \
    X(negated, "negated")   /* not, never, no one … on the clause's verb                  */             \
    /* time */                                                                                             \
    X(past, "past")       /* did, was, went                                             */                 \
    X(perfect, "perfect") /* have been, has gone                                        */                 \
    X(present, "present") /* is, goes                                                   */                 \
    X(future, "future")   /* will, going to                                             */                 \
    /* its place */                                                                                        \
    X(if_clause, "if clause")     /* opened by if, unless                                       */         \
    X(when_clause, "when clause") /* opened by when, after, before, while, once                 */         \
    X(sub_clause, "sub clause")   /* opened by that, because, whether, who, which …             */       \
    X(quoted, "quoted")           /* inside quotation marks                                     */         \
    X(exclaimed, "exclaimed")     /* its sentence ends with !                                   */         \
    /* who is mentioned anywhere in it */                                                                  \
    X(mentions_me, "mentions me")     /* I, me, my, we, us …                                        */   \
    X(mentions_you, "mentions you")   /* you, your, yourself                                        */     \
    X(mentions_them, "mentions them") /* he, she, they, a person noun                               */     \
    /* of a sentence only */                                                                               \
    X(first, "first")             /* the passage's first sentence                               */         \
    X(last, "last")               /* the passage's last sentence                                */         \
    X(own_story, "own story")     /* tells what happened to the writer: past or perfect "I",    */         \
                                  /* have/am/my + event; not an attitude (I think, I hope)      */         \
    X(fragment, "fragment")       /* no finite verb                                             */         \
    X(has_subject, "has subject") /* a subject was found                                        */

namespace feature {
namespace detail {
enum Index : unsigned {
#define X(bit, name) bit##_index,
    ATTUNE_FEATURES(X)
#undef X
        count
};
static_assert(count <= 64, "features must fit one word");
}  // namespace detail

#define X(bit, name) inline constexpr std::uint64_t bit = std::uint64_t{1} << detail::bit##_index;
ATTUNE_FEATURES(X)
#undef X

// Names in bit order.
inline constexpr std::array<std::string_view, detail::count> names = {
#define X(bit, name) std::string_view{name},
    ATTUNE_FEATURES(X)
#undef X
};
}  // namespace feature

}  // namespace attune
