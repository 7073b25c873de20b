// SPDX-License-Identifier: MIT
//
// A turn counts at most once for each pattern, kind and move, as the MITI counts a volley. Three counts need
// a decision:
//
//   acts      Every move of a turn is an act that fits, and so is asking openly; every flagged pattern is one
//             that does not. A turn that says no more than "mm-hm" is neither: in talk that is listening.
//   complex   A reflection adds meaning when it names a feeling that the statement did not voice, or when
//   more
//             than half of its content words are new: the other has used none with the same beginning so far.
//             This is an estimate: meaning can be added with the speaker's own words, and lost with new ones.
//   met       A feeling counts as voiced when the speaker says it in a feeling word, and as met when the
//   answer
//             or the helper's turn after it names, reflects, validates or shows empathy.
//
// Turns that mention risk are counted as such and leave every other count alone; a feeling waits for the next
// turn that is read.
#include "score/session_counter.h"

#include <algorithm>
#include <bit>
#include <initializer_list>

#include "rules/evidence.h"
#include "score/session_score.h"
#include "text/chars.h"
#include "text/shared_words.h"

namespace attune {
namespace {

std::uint64_t moves_named(const Knowledge& knowledge, std::initializer_list<std::string_view> names) {
    std::uint64_t bits = 0;
    for (const std::string_view name : names)
        if (const auto move = knowledge.move(name)) bits |= std::uint64_t{1} << *move;
    return bits;
}

// Where part `part` of `parts` begins among `count` things: parts differ by one at most.
std::size_t cut(std::size_t count, std::size_t part, std::size_t parts) {
    return count * part / parts;
}

template <class Infos>
std::vector<std::string> names_of(const Knowledge& knowledge, const Infos& infos, std::uint64_t bits) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < infos.size(); ++i)
        if (bits >> i & 1) names.emplace_back(knowledge.text(infos[i].name));
    return names;
}

template <class Infos>
void tell(const Knowledge& knowledge, const Infos& infos, const std::vector<std::uint64_t>& counts,
          NamedCounts& out) {
    out.clear();
    for (std::size_t i = 0; i < infos.size(); ++i) out.emplace(knowledge.text(infos[i].name), counts[i]);
}

void count_each(std::uint64_t bits, std::vector<std::uint64_t>& counts) {
    for (; bits != 0; bits &= bits - 1) ++counts[static_cast<std::size_t>(std::countr_zero(bits))];
}

// The first letters, which most forms of a word have in common.
std::uint64_t stem_of(const Token& token, std::string_view text) {
    constexpr std::size_t letters = 5;
    std::uint64_t stem = 0;
    for (const char c : token.span().of(text).substr(0, letters))
        stem = stem << 8 | static_cast<unsigned char>(fold(c));
    return stem;
}

}  // namespace

SessionCounter::SessionCounter(const Knowledge& knowledge)
    : knowledge_(knowledge),
      asking_(moves_named(knowledge, {"asking"})),
      reflecting_(moves_named(knowledge, {"reflecting"})),
      naming_(moves_named(knowledge, {"naming"})),
      meets_feelings_(moves_named(knowledge, {"naming", "reflecting", "validating", "empathy"})) {
    if (const auto silence = knowledge.pattern("silence")) silence_ = std::uint64_t{1} << *silence;
    begin();
}

void SessionCounter::begin() {
    counted_ = {};
    turns_.clear();
    pattern_turns_.assign(knowledge_.patterns().size(), 0);
    move_turns_.assign(knowledge_.moves().size(), 0);
    kind_turns_.assign(knowledge_.kinds().size(), 0);
    feeling_waits_ = false;
    heard_.clear();
}

void SessionCounter::add(const ReadTurn& turn) {
    const Reading& reading = turn.reading;
    ++counted_.turns;
    if (reading.risk) {
        ++counted_.risk_turns;
        return;
    }
    hear(turn.statement);
    Turn counted{turn.number, reading.score, 0, 0};
    count_findings(reading, counted);
    count_moves(reading, counted);
    count_feelings(reading, counted);
    counted_.open_questions += reading.open_questions;
    counted_.closed_questions += reading.closed_questions;
    if (reading.open_questions + reading.closed_questions > 0) ++counted_.question_turns;
    if (counted.moves & (reflecting_ | naming_)) {
        ++counted_.reflections;
        if (adds_meaning(turn, counted)) ++counted_.complex_reflections;
    }
    const auto fitting = std::popcount(counted.moves & ~asking_) + (reading.open_questions > 0 ? 1 : 0);
    counted_.consistent += static_cast<std::uint64_t>(fitting);
    counted_.inconsistent += static_cast<std::uint64_t>(std::popcount(counted.patterns & ~silence_));
    if (counted.patterns & ~silence_) ++counted_.missed_turns;
    counted_.turn_scores += static_cast<std::uint64_t>(counted.score);
    turns_.push_back(counted);
}

void SessionCounter::count_findings(const Reading& reading, Turn& turn) {
    kinds_seen_.clear();
    for (const Finding& finding : reading.findings) {
        if (finding.confidence < flagged_from) continue;
        turn.patterns |= std::uint64_t{1} << finding.pattern;
        const std::uint16_t kind = knowledge_.rules()[finding.rule].subkind;
        if (kind < kind_turns_.size() &&
            std::find(kinds_seen_.begin(), kinds_seen_.end(), kind) == kinds_seen_.end()) {
            kinds_seen_.push_back(kind);
            ++kind_turns_[kind];
        }
    }
    count_each(turn.patterns, pattern_turns_);
}

void SessionCounter::count_moves(const Reading& reading, Turn& turn) {
    for (const FoundMove& found : reading.moves)
        if (found.confidence >= flagged_from) turn.moves |= std::uint64_t{1} << found.move;
    count_each(turn.moves, move_turns_);
}

void SessionCounter::count_feelings(const Reading& reading, const Turn& turn) {
    const bool meets = (turn.moves & meets_feelings_) != 0;
    if (feeling_waits_ && meets) ++counted_.feelings_met;
    feeling_waits_ = false;
    const auto& feelings = reading.statement.feelings;
    if (std::none_of(feelings.begin(), feelings.end(), [](const FeltFeeling& f) { return f.own_word; }))
        return;
    ++counted_.feelings;
    if (meets)
        ++counted_.feelings_met;
    else
        feeling_waits_ = true;
}

void SessionCounter::hear(std::string_view statement) {
    const Vocabulary& vocabulary = knowledge_.vocabulary();
    tokenize(statement, vocabulary, tokens_);
    for (const Token& token : tokens_)
        if (is_content_word(token, vocabulary)) heard_.insert(stem_of(token, statement));
}

bool SessionCounter::adds_meaning(const ReadTurn& turn, const Turn& counted) {
    const auto& feelings = turn.reading.statement.feelings;
    if ((counted.moves & naming_) &&
        std::none_of(feelings.begin(), feelings.end(), [](const FeltFeeling& f) { return f.own_word; }))
        return true;
    const Vocabulary& vocabulary = knowledge_.vocabulary();
    tokenize(turn.reply, vocabulary, tokens_);
    std::size_t content = 0, fresh = 0;
    for (const FoundMove& found : turn.reading.moves) {
        if (found.confidence < flagged_from || !((reflecting_ | naming_) >> found.move & 1)) continue;
        for (const Token& token : tokens_) {
            if (!found.span.overlaps(token.span()) || !is_content_word(token, vocabulary)) continue;
            ++content;
            if (!heard_.contains(stem_of(token, turn.reply))) ++fresh;
        }
    }
    return 2 * fresh > content;
}

void SessionCounter::draw_course(std::vector<CoursePoint>& out) const {
    const std::size_t points = std::min(turns_.size(), longest_course);
    out.assign(points, {});
    for (std::size_t point = 0; point < points; ++point) {
        const std::size_t first = cut(turns_.size(), point, points);
        const std::size_t last = cut(turns_.size(), point + 1, points);
        int sum = 0;
        for (std::size_t i = first; i < last; ++i) {
            sum += turns_[i].score;
            if (turns_[i].patterns & ~silence_) ++out[point].misses;
            if (turns_[i].moves) ++out[point].moves;
        }
        const int count = static_cast<int>(last - first);
        out[point].score = (2 * sum + count) / (2 * count);
    }
}

Moment SessionCounter::moment_of(const Turn& turn) const {
    return {turn.number,
            turn.score,
            names_of(knowledge_, knowledge_.patterns(), turn.patterns),
            names_of(knowledge_, knowledge_.moves(), turn.moves),
            {},
            {}};
}

// The best are among the turns with a move and no miss, the hardest among those with a miss; of equals the
// earlier ones.
void SessionCounter::choose_moments(SessionFigures& out) const {
    std::vector<const Turn*> best, hardest;
    for (const Turn& turn : turns_) {
        if (turn.patterns & ~silence_)
            hardest.push_back(&turn);
        else if (turn.moves)
            best.push_back(&turn);
    }
    std::stable_sort(best.begin(), best.end(), [](auto* a, auto* b) { return a->score > b->score; });
    std::stable_sort(hardest.begin(), hardest.end(), [](auto* a, auto* b) { return a->score < b->score; });
    out.best.clear();
    out.hardest.clear();
    for (std::size_t i = 0; i < std::min(most_moments, best.size()); ++i)
        out.best.push_back(moment_of(*best[i]));
    for (std::size_t i = 0; i < std::min(most_moments, hardest.size()); ++i)
        out.hardest.push_back(moment_of(*hardest[i]));
}

void SessionCounter::finish(SessionFigures& out) {
    counted_.session = std::move(out.session);
    counted_.helper = std::move(out.helper);
    counted_.source = std::move(out.source);
    counted_.by = std::move(out.by);
    counted_.helper_words = out.helper_words;
    counted_.other_words = out.other_words;
    tell(knowledge_, knowledge_.patterns(), pattern_turns_, counted_.patterns);
    tell(knowledge_, knowledge_.moves(), move_turns_, counted_.moves);
    for (std::size_t i = 0; i < kind_turns_.size(); ++i)
        if (kind_turns_[i] > 0)
            counted_.kinds.emplace(knowledge_.text(knowledge_.kinds()[i].id), kind_turns_[i]);
    counted_.score = score_of_session(counted_);
    draw_course(counted_.course);
    choose_moments(counted_);
    out = std::move(counted_);
    begin();
}

}  // namespace attune
