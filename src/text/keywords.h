// SPDX-License-Identifier: MIT
//
// Words that reading clauses knows by name: auxiliaries, "to", "let", "tell" and the like. They have the same
// ids in every vocabulary (VocabularyBuilder adds them first), so that a test for one of them is a comparison
// with a constant. Everything that is a matter of class and not of one word belongs into the lexicon
// (text/grammar.h).
#pragma once

#include <array>
#include <string_view>

#include "text/vocabulary.h"

namespace attune {

// X(name, spelling)
// clang-format off
#define ATTUNE_KEYWORDS(X)                                                                          \
    X(i, "i") X(you, "you") X(we, "we") X(it, "it") X(that, "that") X(this_, "this")                \
    X(these, "these") X(those, "those") X(there, "there") X(here, "here") X(he, "he")               \
    X(she, "she") X(they, "they") X(one, "one") X(who, "who") X(which, "which") X(me, "me")         \
    X(us, "us") X(everything, "everything") X(something, "something") X(nothing, "nothing")         \
    X(anything, "anything") X(nobody, "nobody") X(none, "none") X(neither, "neither")               \
    X(not_, "not") X(never, "never") X(no, "no") X(to, "to") X(of, "of") X(like, "like")            \
    X(as, "as") X(than, "than") X(about, "about") X(am, "am") X(is, "is") X(are, "are")             \
    X(was, "was") X(were, "were") X(be, "be") X(been, "been") X(have, "have") X(has, "has")         \
    X(had, "had") X(having, "having") X(do_, "do") X(does, "does") X(did, "did") X(will, "will")    \
    X(would, "would") X(shall, "shall") X(can, "can") X(could, "could") X(may, "may")               \
    X(might, "might") X(should, "should") X(must, "must") X(ought, "ought") X(going, "going")       \
    X(gonna, "gonna") X(got, "got") X(gotta, "gotta") X(need, "need") X(needs, "needs")             \
    X(needed, "needed") X(supposed, "supposed") X(better, "better") X(possessive, "'s")             \
    X(but, "but") X(so, "so") X(then, "then") X(if_, "if") X(what, "what") X(how, "how")            \
    X(why, "why") X(where, "where") X(when, "when") X(much, "much") X(many, "many")                 \
    X(long_, "long") X(often, "often") X(old, "old") X(far, "far") X(soon, "soon") X(late, "late")  \
    X(big, "big") X(time, "time") X(day, "day") X(year, "year") X(age, "age") X(come, "come")       \
    X(made, "made") X(make, "make") X(makes, "makes") X(making, "making")                           \
    X(possessed, "possessed") X(let, "let") X(lets, "lets") X(help, "help") X(helps, "helps")       \
    X(watch, "watch") X(tell, "tell") X(say, "say") X(more, "more") X(explain, "explain")           \
    X(share, "share") X(describe, "describe") X(walk, "walk") X(talk, "talk")                       \
    X(elaborate, "elaborate") X(expand, "expand") X(understand, "understand") X(wonder, "wonder")   \
    X(wondering, "wondering") X(wondered, "wondered") X(curious, "curious")                         \
    X(interested, "interested") X(think, "think") X(thinking, "thinking") X(thought, "thought")     \
    X(know, "know") X(knew, "knew") X(guess, "guess") X(suppose, "suppose") X(believe, "believe")   \
    X(feel, "feel") X(feels, "feels") X(felt, "felt") X(bet, "bet") X(sure, "sure")                 \
    X(glad, "glad") X(sorry, "sorry") X(hope, "hope") X(wish, "wish") X(mean, "mean")               \
    X(meant, "meant") X(mind, "mind") X(blame, "blame") X(remember, "remember") X(see, "see")       \
    X(care, "care") X(want, "want") X(wanted, "wanted") X(imagine, "imagine") X(seem, "seem")       \
    X(seems, "seems") X(sounds, "sounds") X(looks, "looks") X(said, "said") X(hear, "hear")         \
    X(heard, "heard") X(read, "read") X(saw, "saw") X(noticed, "noticed") X(love, "love")           \
    X(loved, "loved") X(liked, "liked") X(please, "please") X(just, "just") X(maybe, "maybe")       \
    X(perhaps, "perhaps") X(also, "also") X(too, "too") X(same, "same") X(else_, "else")            \
    X(trust, "trust") X(question, "question") X(idea, "idea") X(all, "all") X(both, "both")         \
    X(some, "some") X(even, "even") X(thanks, "thanks") X(with, "with") X(its, "its") X(ask, "ask") X(at, "at") X(least, "least") X(whether, "whether")
// clang-format on

namespace key {
#define X(name, spelling) name,
enum Keyword : WordId { unknown_, ATTUNE_KEYWORDS(X) end_ };
#undef X

// In id order; spellings[i] has id i + 1.
#define X(name, spelling) std::string_view{spelling},
inline constexpr std::array<std::string_view, end_ - 1> spellings = {ATTUNE_KEYWORDS(X)};
#undef X
}  // namespace key

// Whether `word` is one of the keywords named.
template <class... Keywords>
constexpr bool is_one_of(WordId word, Keywords... keywords) {
    return ((word == keywords) || ...);
}

}  // namespace attune
