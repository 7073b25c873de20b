// SPDX-License-Identifier: MIT
//
// A sentence stays when it carries a move and nothing speaks against it; so does a short first exclamation.
// One with a flagged finding goes, unless the miss begins with a clause of its own ("I'm so sorry, but …")
// and the part before it carries a move: then that part stays. A sentence that only makes sense after the one
// that went
// ("Then …", "That way …") goes with it.
#include "coach/rewrite/keep.h"

#include <algorithm>
#include <optional>

#include "coach/rewrite/wording.h"
#include "rules/evidence.h"

namespace attune {
namespace {

constexpr std::uint32_t longest_kept = 22;  // words of a sentence

// Too weak to flag, too doubtful to recommend.
bool is_doubtful(const Reading& reading, Span span) {
    constexpr float doubt = 0.2F;
    return std::any_of(reading.findings.begin(), reading.findings.end(), [&](const Finding& finding) {
        return finding.confidence >= doubt && finding.span.overlaps(span);
    });
}

// "I know it's hard, but …": what comes behind takes back what stands before.
bool takes_something_back(std::string_view sentence) {
    for (const auto& word : split_words(sentence))
        if (one_of(folded(word.core), {"but", "although", "though", "however"})) return true;
    return false;
}

bool leans_on_the_one_before(std::string_view sentence, bool something_was_cut) {
    if (!something_was_cut) return false;
    const auto words = split_words(sentence);
    if (words.empty()) return true;
    return one_of(
        folded(words.front().core),
        {"then",  "and",    "or",    "but",   "so",    "also", "it",    "it's",      "its",  "this",
         "that",  "that's", "thats", "these", "those", "they", "which", "otherwise", "plus", "because",
         "cause", "if",     "once",  "after", "maybe", "he",   "she",   "there",     "who"});
}

bool overlaps_flagged(const Reading& reading, Span span) {
    return std::any_of(reading.findings.begin(), reading.findings.end(), [&](const Finding& finding) {
        return finding.confidence >= flagged_from && finding.span.overlaps(span);
    });
}

// Worth keeping: it carries a move, and not only a question, which may have been beside the point, or
// cheering on.
bool holds_move(const Knowledge& knowledge, const Reading& reading, Span span) {
    const auto asking = knowledge.move("asking");
    const auto affirming = knowledge.move("affirming");
    return std::any_of(reading.moves.begin(), reading.moves.end(), [&](const FoundMove& move) {
        return move.confidence >= flagged_from && span.contains(move.span) && move.move != asking &&
               move.move != affirming;
    });
}

// A first short exclamation: it says little, but it is theirs, and human.
bool is_opener(const Passage& draft, const Sentence& sentence) {
    constexpr std::uint32_t longest = 6;
    if (sentence.first_clause != 0 || sentence.words > longest) return false;
    if (sentence.features & (feature::question | feature::about_you)) return false;
    return one_of(folded(draft.tokens[sentence.first].span().of(draft.text)), {"oh",
                                                                               "aw",
                                                                               "aww",
                                                                               "awww",
                                                                               "ah",
                                                                               "ouch",
                                                                               "oof",
                                                                               "ugh",
                                                                               "wow",
                                                                               "whoa",
                                                                               "omg",
                                                                               "haha",
                                                                               "lol",
                                                                               "ha",
                                                                               "yikes",
                                                                               "geez",
                                                                               "jeez",
                                                                               "gosh",
                                                                               "damn",
                                                                               "dang",
                                                                               "eww",
                                                                               "ew",
                                                                               "ewww",
                                                                               "gross",
                                                                               "yuck",
                                                                               "man",
                                                                               "phew",
                                                                               "congrats",
                                                                               "congratulations",
                                                                               "hmm",
                                                                               "yeah",
                                                                               "yes",
                                                                               "that",
                                                                               "thats",
                                                                               "i'm",
                                                                               "im",
                                                                               "so",
                                                                               "poor"});
}

// "I" as one writes it where there was time.
std::string_view written_right(std::string_view word) {
    if (word == "i") return "I";
    if (one_of(word, {"i'm", "im", "Im"})) return "I'm";
    if (one_of(word, {"i've", "ive", "Ive"})) return "I've";
    if (one_of(word, {"i'll", "Ill"})) return "I'll";
    if (word == "i'd") return "I'd";
    if (one_of(word, {"dont", "Dont"})) return word == "dont" ? "don't" : "Don't";
    if (one_of(word, {"thats", "Thats"})) return word == "thats" ? "that's" : "That's";
    if (one_of(word, {"cant", "Cant"})) return word == "cant" ? "can't" : "Can't";
    return {};
}

// As it stood, with a capital and an end mark.
std::string as_sentence(std::string_view text) {
    std::string sentence = tidied(text);
    for (const std::string_view dash : {"—", "–", "…"})
        while (sentence.ends_with(dash)) sentence.resize(sentence.size() - dash.size());
    while (!sentence.empty() &&
           (sentence.front() == '-' || sentence.front() == ',' || sentence.front() == ' '))
        sentence.erase(sentence.begin());
    auto words = split_words(sentence);
    for (auto& word : words) {
        const auto written = written_right(word.core);
        if (!written.empty()) word.core = written;
        if (word.after == "...") word.after = "…";
    }
    return with_end_mark(with_capital(join_words(words)));
}

// The clean part of a flagged sentence that comes before its first flagged clause, or nothing.
Span clean_head(const Knowledge& knowledge, const Passage& draft, const Reading& reading,
                const Sentence& sentence) {
    for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
        const Clause& clause = draft.clauses[c];
        if (!overlaps_flagged(reading, draft.bytes(clause.first, clause.last))) continue;
        if (c == sentence.first_clause) return {};
        std::uint32_t last = clause.first;
        while (last > sentence.first && !draft.tokens[last - 1].is_word()) --last;
        const bool own_start =
            last != clause.first ||  // a comma or dash stands before it
            one_of(folded(draft.tokens[clause.first].span().of(draft.text)), {"but", "and", "so"});
        if (!own_start || last == sentence.first) return {};
        const Span head = draft.bytes(sentence.first, last);
        for (std::uint32_t i = sentence.first; i < last; ++i)  // the advice began before the flag did
            if (one_of(folded(draft.tokens[i].span().of(draft.text)), {"should", "must", "ought"})) return {};
        return holds_move(knowledge, reading, draft.bytes(sentence.first, clause.first)) ? head : Span{};
    }
    return {};
}

}  // namespace

std::size_t KeptDraft::words() const {
    std::size_t count = 0;
    for (const auto* part : {&before, &after})
        for (const auto& sentence : *part) count += count_words(sentence);
    return count;
}

KeptDraft keep_clean(const Knowledge& knowledge, const Passage& draft, const Reading& reading) {
    KeptDraft kept;
    bool cut_any = false;
    for (const Sentence& sentence : draft.sentences) {
        if (sentence.words == 0) continue;
        const Span span = draft.bytes(sentence.first, sentence.last);
        auto& side = cut_any ? kept.after : kept.before;
        if (overlaps_flagged(reading, span)) {
            cut_any = true;
            const Span head = clean_head(knowledge, draft, reading, sentence);
            if (head.length() == 0) continue;
            side.push_back(as_sentence(head.of(draft.text)));
            kept.meets = true;
            continue;
        }
        if (!cut_any && !is_doubtful(reading, span) && is_opener(draft, sentence) &&
            !holds_move(knowledge, reading, span)) {
            side.push_back(as_sentence(span.of(draft.text)));
            continue;
        }
        // What carries nothing is part of the story, the plan or the joke that goes.
        if (!holds_move(knowledge, reading, span) || is_doubtful(reading, span) ||
            leans_on_the_one_before(span.of(draft.text), cut_any) ||
            takes_something_back(span.of(draft.text)) || sentence.words > longest_kept) {
            cut_any = true;
            continue;
        }
        side.push_back(as_sentence(span.of(draft.text)));
        kept.meets = kept.meets || sentence.words >= 3;  // "Aw." alone does not meet anyone
    }
    return kept;
}

}  // namespace attune
