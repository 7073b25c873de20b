// SPDX-License-Identifier: MIT
//
// A sentence with a flagged finding goes, unless the miss begins with a clause of its own ("I'm so sorry, but
// …") and the part before it carries a move: then that part stays. A sentence that only makes sense after the
// one that went
// ("Then …", "That way …") goes with it.
#include "coach/rewrite/keep.h"

#include <algorithm>
#include <optional>

#include "coach/rewrite/wording.h"
#include "rules/evidence.h"

namespace attune {
namespace {

// Too weak to flag, too doubtful to recommend.
bool is_doubtful(const Reading& reading, Span span) {
    constexpr float doubt = 0.2F;
    return std::any_of(reading.findings.begin(), reading.findings.end(), [&](const Finding& finding) {
        return finding.confidence >= doubt && finding.span.overlaps(span);
    });
}

bool asks(const Sentence& sentence) {
    return (sentence.features & feature::open_question) != 0;
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

// `asking` is the move of that name when it is not to count: a question beside the point carries nothing.
bool holds_move(const Reading& reading, Span span, std::optional<std::size_t> asking) {
    return std::any_of(reading.moves.begin(), reading.moves.end(), [&](const FoundMove& move) {
        return move.confidence >= flagged_from && span.contains(move.span) && move.move != asking;
    });
}

// As it stood, with a capital and an end mark.
std::string as_sentence(std::string_view text) {
    std::string sentence = tidied(text);
    while (!sentence.empty() &&
           (sentence.front() == '-' || sentence.front() == ',' || sentence.front() == ' '))
        sentence.erase(sentence.begin());
    return with_end_mark(with_capital(std::move(sentence)));
}

// The clean part of a flagged sentence that comes before its first flagged clause, or nothing.
Span clean_head(const Passage& draft, const Reading& reading, const Sentence& sentence,
                std::optional<std::size_t> asking) {
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
        return holds_move(reading, draft.bytes(sentence.first, clause.first), asking) ? head : Span{};
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
    std::optional<std::size_t> asking;
    const auto avoiding = knowledge.pattern("avoiding");
    for (const Finding& finding : reading.findings)
        if (finding.confidence >= flagged_from && finding.pattern == avoiding)
            asking = knowledge.move("asking");
    bool cut_any = false;
    bool cut_last = false;
    for (const Sentence& sentence : draft.sentences) {
        if (sentence.words == 0) continue;
        const Span span = draft.bytes(sentence.first, sentence.last);
        auto& side = cut_any ? kept.after : kept.before;
        if (!overlaps_flagged(reading, span)) {
            const bool moves = holds_move(reading, span, asking);
            // What follows a miss and carries nothing usually goes on with it.
            const bool goes_on = cut_last && (asking || !asks(sentence));
            if (!moves && (goes_on || is_doubtful(reading, span) ||
                           leans_on_the_one_before(span.of(draft.text), cut_any))) {
                cut_any = true;
                continue;
            }
            side.push_back(as_sentence(span.of(draft.text)));
            kept.carries_move = kept.carries_move || moves;
            cut_last = false;
            continue;
        }
        const Span head = clean_head(draft, reading, sentence, asking);
        if (head.length() > 0) {
            side.push_back(as_sentence(head.of(draft.text)));
            kept.carries_move = true;
        }
        cut_any = cut_last = true;
    }
    return kept;
}

}  // namespace attune
