// SPDX-License-Identifier: MIT
//
// From tokens to grammar in four steps, each a pass over the text. sentences.cpp cuts sentences and marks
// what stands in quotation marks. clause_cutter.cpp cuts each into clauses, with subject
// (clause_subjects.cpp), verb (verb_group.cpp) and order (orders.cpp). questions.cpp tells what a sentence
// asks, own_story.cpp whether it tells of its writer. What is left is done here: what the words in a clause
// say of it, what one clause lends the next ("I don't think | you should"), and the sums for sentences and
// passage.
#include "text/clauses.h"

#include <array>

#include "text/clause_cutter.h"
#include "text/own_story.h"
#include "text/questions.h"
#include "text/sentences.h"

namespace attune {
namespace {

constexpr auto finite_auxiliaries = [] {
    std::array<bool, key::end_> table{};
    for (const key::Keyword word :
         {key::am,    key::is,    key::are,    key::was, key::were,  key::have,  key::has,
          key::had,   key::do_,   key::does,   key::did, key::can,   key::could, key::will,
          key::would, key::shall, key::should, key::may, key::might, key::must})
        table[word] = true;
    return table;
}();

bool ends_with(const Passage& passage, const Sentence& sentence, TokenKind kind) {
    for (std::uint32_t i = sentence.last; i-- > sentence.first && passage.tokens[i].kind != TokenKind::word;)
        if (passage.tokens[i].kind == kind) return true;
    return false;
}

// What the words in a clause say of it.
std::uint64_t features_of_words(const Words& words, const Clause& clause) {
    std::uint64_t features = 0, seen = 0;
    bool quoted = false, unsure = false;
    for (std::uint32_t i = clause.first; i < clause.last; ++i) {
        if (!words.is_word(i)) continue;
        const std::uint64_t g = words.grammar(i);
        seen |= g;
        quoted |= (words.token(i).flags & in_quotes) != 0;
        if (words.is(i, key::sure) && (clause.features & feature::negated)) unsure = true;
        if (words.is(i, key::know) && (clause.features & feature::about_i) && i == clause.verb)
            features |= clause.features & feature::negated ? feature::hedged : feature::certain;
        if (words.is(i, key::trust) && words.is(words.next(i, clause.last), key::me))
            features |= feature::certain;
        if (words.is(i, key::seem, key::seems, key::wonder, key::wondering)) features |= feature::hedged;
    }
    if (seen & (grammar::subject_i | grammar::subject_we | grammar::object_me | grammar::my))
        features |= feature::mentions_me;
    if (seen & (grammar::subject_you | grammar::your | grammar::yourself)) features |= feature::mentions_you;
    if (seen & (grammar::subject_third | grammar::object_them | grammar::person))
        features |= feature::mentions_them;
    if (seen & grammar::hedge) features |= feature::hedged;
    if ((seen & grammar::certainty) && !unsure) features |= feature::certain;
    if (unsure) features |= feature::hedged;
    if (quoted) features |= feature::quoted;
    return features;
}

// "I guess | you should", "I'm sure | you'll be fine", "I don't think | it is": the first clause colours the
// second.
void lend(const Words& words, const Clause& from, Clause& to) {
    if (!(from.features & (feature::about_i | feature::about_we)) || from.last != to.first) return;
    if (from.order != Clause::none || to.features & (feature::if_clause | feature::when_clause)) return;
    for (std::uint32_t i = to.first; i < to.last && i < to.subject; ++i)
        if (!words.is_word(i) || words.has(i, grammar::coordinator)) return;
    const std::uint32_t before = words.previous(from.last, from.first);
    const bool opinion = words.is(before, key::think, key::believe, key::guess, key::suppose, key::feel,
                                  key::imagine, key::bet, key::thought, key::know) ||
                         words.has(before, grammar::certainty | grammar::hedge);
    if (!opinion) return;
    to.features |= from.features & (feature::hedged | feature::certain);
    if (words.is(before, key::think, key::believe, key::feel, key::suppose, key::guess))
        to.features |= from.features & feature::negated;
}

void read_sentence(const Words& words, Passage& passage, Sentence& sentence, std::uint32_t index) {
    const bool asked = ends_with(passage, sentence, TokenKind::question);
    const bool exclaimed = !asked && ends_with(passage, sentence, TokenKind::exclamation);
    sentence.first_clause = static_cast<std::uint32_t>(passage.clauses.size());
    ClauseCutter(passage, sentence, index, asked).run();
    sentence.last_clause = static_cast<std::uint32_t>(passage.clauses.size());

    const std::span<Clause> clauses(passage.clauses.data() + sentence.first_clause,
                                    sentence.last_clause - sentence.first_clause);
    read_questions(words, sentence, asked, clauses);
    bool finite = false;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        Clause& clause = clauses[i];
        clause.features |= features_of_words(words, clause);
        if (exclaimed) clause.features |= feature::exclaimed;
        if (!(clause.features & (feature::question | feature::order))) clause.features |= feature::statement;
        if (i > 0) lend(words, clauses[i - 1], clause);
        finite |= clause.verb != Clause::none;
        for (std::uint32_t t = clause.first; t < clause.last; ++t)
            passage.clause_of[t] = static_cast<std::uint32_t>(&clause - passage.clauses.data());
        sentence.features |= clause.features;
    }
    if (!finite) sentence.features |= feature::fragment;
    const bool in_story = index > 0 && (passage.sentences[index - 1].features & feature::own_story) != 0;
    if (tells_own_story(words, sentence, clauses) || (in_story && carries_story_on(words, sentence, clauses)))
        sentence.features |= feature::own_story;
    if (sentence.features & feature::open_question)
        ++passage.open_questions;
    else if (sentence.features & feature::closed_question)
        ++passage.closed_questions;
}

}  // namespace

void find_clauses(const Vocabulary& vocabulary, Passage& passage) {
    passage.clauses.clear();
    passage.open_questions = passage.closed_questions = 0;
    passage.features = 0;
    passage.clause_of.resize(passage.tokens.size());
    passage.grammar.resize(passage.tokens.size());
    for (std::size_t i = 0; i < passage.tokens.size(); ++i) {
        const WordId word = passage.tokens[i].word;
        std::uint64_t g = vocabulary.grammar(word);
        if (g & grammar::order_verb) g |= grammar::verb_base;
        if (word < key::end_ && finite_auxiliaries[word]) g |= grammar::finite_auxiliary;
        passage.grammar[i] = g;
    }
    cut_sentences(passage);
    if (passage.sentences.empty()) return;

    const Words words(passage);
    for (std::uint32_t i = 0; i < passage.sentences.size(); ++i)
        read_sentence(words, passage, passage.sentences[i], i);
    passage.sentences.front().features |= feature::first;
    passage.sentences.back().features |= feature::last;
    for (const Sentence& sentence : passage.sentences) passage.features |= sentence.features;
}

}  // namespace attune
