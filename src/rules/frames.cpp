// SPDX-License-Identifier: MIT
#include "rules/frames.h"

#include <algorithm>

namespace attune {
namespace {

// Where the first cue that ends the frame stands, from token `from` on; `last` when none does before it.
std::uint32_t ended_at(const FrameInfo& frame, const std::vector<CueHit>& hits, std::uint32_t from,
                       std::uint32_t last) {
    for (std::uint32_t unit = frame.first_end_unit; unit < frame.last_end_unit; ++unit) {
        const auto it = std::lower_bound(hits.begin(), hits.end(), CueHit{unit, from, 0},
                                         [](const CueHit& a, const CueHit& b) {
                                             return a.unit != b.unit ? a.unit < b.unit : a.first < b.first;
                                         });
        if (it != hits.end() && it->unit == unit) last = std::min(last, it->first);
    }
    return last;
}

}  // namespace

Stretch cover(const Knowledge& knowledge, const Passage& passage, const std::vector<CueHit>& hits,
              std::uint32_t index, const RuleHit& cue) {
    const FrameInfo& frame = knowledge.frames()[index];
    Stretch hit{cue.first, cue.last};
    const bool placed = cue.clause < passage.clauses.size() && cue.sentence < passage.sentences.size();
    const Clause clause = placed ? passage.clauses[cue.clause] : Clause{};
    const Sentence sentence = placed ? passage.sentences[cue.sentence] : Sentence{};
    switch (frame.reach) {
        case Reach::cue:
            break;
        case Reach::clause:
            hit.first = clause.first, hit.last = clause.last;
            break;
        case Reach::rest_of_clause:
            hit.last = clause.last;
            break;
        case Reach::sentence:
            hit.first = sentence.first, hit.last = sentence.last;
            break;
        case Reach::rest_of_sentence:
            hit.last = sentence.last;
            break;
        case Reach::before:
            hit.first = sentence.first;
            break;
        case Reach::reply:
            hit.first = 0, hit.last = static_cast<std::uint32_t>(passage.tokens.size());
            break;
        case Reach::quotation:
            break;
    }
    hit.last = std::max(hit.last, cue.last);
    hit.last = ended_at(frame, hits, cue.last, hit.last);
    return hit;
}

void lay(std::uint32_t frame, std::vector<Stretch>& stretches, std::vector<std::uint64_t>& frames) {
    std::sort(stretches.begin(), stretches.end(),
              [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
    std::uint32_t done = 0;  // tokens before this one are settled
    for (const Stretch& stretch : stretches)
        for (done = std::max(done, stretch.first); done < stretch.last; ++done)
            frames[done] |= std::uint64_t{1} << frame;
}

void find_quotations(const Passage& passage, std::vector<Stretch>& out) {
    constexpr std::uint32_t closed = UINT32_MAX;
    std::uint32_t open = closed;
    for (const Sentence& sentence : passage.sentences)
        for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
            const TokenKind kind = passage.tokens[t].kind;
            if (kind == TokenKind::quote_open && open == closed) {
                open = t;
            } else if (kind == TokenKind::quote_close && open != closed) {
                out.push_back({open, t});
                open = closed;
            } else if (open != closed && t + 1 == sentence.last) {
                // Not closed in its own sentence: look no further than the next quotation mark of any kind.
                std::uint32_t next = t + 1;
                while (next < passage.tokens.size() && passage.tokens[next].kind != TokenKind::quote_open &&
                       passage.tokens[next].kind != TokenKind::quote_close)
                    ++next;
                const bool closes =
                    next < passage.tokens.size() && passage.tokens[next].kind == TokenKind::quote_close;
                out.push_back({open, closes ? next : sentence.last});
                open = closed;
            }
        }
}

}  // namespace attune
