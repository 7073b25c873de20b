// SPDX-License-Identifier: MIT
#include "text/small_vocabulary.h"

#include <doctest/doctest.h>

#include <cstring>
#include <sstream>

namespace attune::testing {
namespace {

void add_class(VocabularyBuilder& builder, std::uint64_t bits, const char* members) {
    std::istringstream words(members);
    for (std::string word; words >> word;) builder.add_grammar(builder.add_word(word), bits);
}

void add_contraction(VocabularyBuilder& builder, std::string_view surface,
                     std::initializer_list<const char*> words) {
    std::vector<WordId> ids;
    for (const char* word : words) ids.push_back(builder.add_word(word));
    builder.add_surface(surface, ids);
}

VocabularyBuilder build() {
    using namespace grammar;
    VocabularyBuilder b;
    add_class(b, subject_i, "i");
    add_class(b, subject_we, "we");
    add_class(b, subject_you, "you");
    add_class(b, subject_third, "he she they someone everyone people nobody who");
    add_class(b, subject_it, "it this that there everything nothing which");
    add_class(b, object_me, "me us");
    add_class(b, object_them, "him her them");
    add_class(b, yourself, "yourself");
    add_class(b, my, "my our mine");
    add_class(b, your, "your yours");
    add_class(b, their, "his her their its");
    add_class(b, determiner, "a an the some any this that every no my your his her their");
    add_class(b, preposition, "in on at with to from about of for by after before like");
    add_class(b, particle, "up out off down away back");
    add_class(b, coordinator, "and but or so");
    add_class(b, subordinator, "because although that whether");
    add_class(b, conditional, "if unless");
    add_class(b, temporal, "when after before while");
    add_class(b, be, "am is are was were be been being");
    add_class(b, have, "have has had having");
    add_class(b, do_aux, "do does did");
    add_class(b, modal, "can could will would may might shall should must");
    add_class(b, obligation, "should must ought need");
    add_class(b, negator, "not never no nothing nobody");
    add_class(b, wh_open, "what how why");
    add_class(b, wh_closed, "who when where which");
    add_class(b, adverb, "just really so now then maybe also too well soon again better very");
    add_class(b, filler, "well oh ok yeah so please look hey dude like");
    add_class(b, hedge, "maybe perhaps guess");
    add_class(b, certainty, "definitely sure");
    add_class(b, verb_base,
              "call talk go tell feel think know try rest leave work cry give come want hope get help "
              "sleep tried lose say do have take worry put quit love sound hurt make need die see");
    add_class(b, verb_s, "calls talks feels thinks works sounds hurts helps makes says");
    add_class(b, verb_ing, "calling talking going feeling crying working helping");
    add_class(b, verb_past,
              "happened called talked went told felt thought knew left cried gave came wanted lost said died "
              "put hurt made");
    add_class(b, verb_pp,
              "called talked gone told felt thought known left cried given come lost said died put hurt been "
              "tried");
    add_class(b, order_verb,
              "call talk go tell try rest leave work cry give come get help sleep take worry put quit be do "
              "have let think");
    add_class(b, not_order, "hope love know feel think guess sorry thank sounds want need");
    add_class(b, noun_or_verb, "call talk work help sleep rest cry try worry leave");
    add_class(b, saying, "say says said tell told think thinks thought know hope guess");
    add_class(b, person, "mum boss friend dad brother");
    add_class(b, feeling, "tired sad angry exhausted");
    add_class(b, adjective, "hard mean good valid tired");
    add_class(b, time, "today night week year");
    add_class(b, laughter, "lol haha");
    for (const char* word : {"hell", "exam", "life", "age", "hello", "stop", "thanks"}) b.add_word(word);
    add_contraction(b, "dont", {"do", "not"});
    add_contraction(b, "can't", {"can", "not"});
    add_contraction(b, "won't", {"will", "not"});
    add_contraction(b, "youre", {"you", "are"});
    add_contraction(b, "gonna", {"going", "to"});
    add_contraction(b, "idk", {"do", "not", "know"});
    add_contraction(b, "'cause", {"because"});
    add_contraction(b, "thats", {"that", "is"});
    return b;
}

}  // namespace

OwnedVocabulary::OwnedVocabulary(const VocabularyBuilder& builder) {
    BlobWriter writer;
    builder.write(writer);
    const std::vector<std::byte> bytes = writer.finish();
    room_.resize(bytes.size() / 8 + 1);
    std::memcpy(room_.data(), bytes.data(), bytes.size());
    vocabulary_ = Vocabulary(BlobView({reinterpret_cast<const std::byte*>(room_.data()), bytes.size()}));
}

const Vocabulary& small_english() {
    static const OwnedVocabulary owned(build());
    return owned.get();
}

std::string Read::clauses() const {
    std::string out;
    for (const Clause& clause : passage_.clauses) {
        if (!out.empty()) out += " | ";
        out += passage_.bytes(clause.first, clause.last).of(text_);
    }
    return out;
}

std::uint64_t Read::features_of(std::string_view words) const {
    for (const Clause& clause : passage_.clauses)
        if (passage_.bytes(clause.first, clause.last).of(text_).starts_with(words)) return clause.features;
    return 0;
}

std::string Read::orders() const {
    std::string out;
    for (const Clause& clause : passage_.clauses) {
        if (clause.order == Clause::none) continue;
        if (!out.empty()) out += ' ';
        out += passage_.tokens[clause.order].span().of(text_);
    }
    return out;
}

std::string Read::spelled(std::uint32_t token) const {
    return std::string(small_english().spelling(passage_.tokens[token].word));
}

}  // namespace attune::testing
