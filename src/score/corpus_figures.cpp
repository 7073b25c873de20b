// SPDX-License-Identifier: MIT
#include "score/corpus_figures.h"

#include <algorithm>

namespace attune {
namespace {

void add_counts(const NamedCounts& from, NamedCounts& to) {
    for (const auto& [name, count] : from) to[name] += count;
}

void add_total(const SessionFigures& from, SessionFigures& to) {
    constexpr std::uint64_t SessionFigures::*numbers[] = {
        &SessionFigures::turns,
        &SessionFigures::risk_turns,
        &SessionFigures::helper_words,
        &SessionFigures::other_words,
        &SessionFigures::missed_turns,
        &SessionFigures::open_questions,
        &SessionFigures::closed_questions,
        &SessionFigures::question_turns,
        &SessionFigures::reflections,
        &SessionFigures::complex_reflections,
        &SessionFigures::consistent,
        &SessionFigures::inconsistent,
        &SessionFigures::feelings,
        &SessionFigures::feelings_met,
        &SessionFigures::turn_scores,
    };
    for (const auto number : numbers) to.*number += from.*number;
    add_counts(from.patterns, to.patterns);
    add_counts(from.kinds, to.kinds);
    add_counts(from.moves, to.moves);
}

void add_spread(const SessionFigures& session, Spread& spread) {
    const std::optional<int> values[measures] = {session.score, consistent_share(session),
                                                 reflection_share(session), open_share(session),
                                                 talk_share(session)};
    for (std::size_t i = 0; i < measures; ++i)
        if (values[i]) spread[i].add(*values[i]);
}

// The entry of that name, or null when it would be one too many.
template <class Map>
auto* room_for(Map& map, const std::string& name, std::size_t most) {
    const auto found = map.find(name);
    if (found != map.end()) return &found->second;
    return map.size() < most ? &map[name] : nullptr;
}

}  // namespace

void Timeline::add(int score) {
    if (!stretches_.empty() && stretches_.back().sessions < step_) {
        ++stretches_.back().sessions;
        stretches_.back().sum += static_cast<std::uint64_t>(score);
        return;
    }
    if (stretches_.size() == longest) {
        for (std::size_t i = 0; i < longest / 2; ++i)
            stretches_[i] = {stretches_[2 * i].sessions + stretches_[2 * i + 1].sessions,
                             stretches_[2 * i].sum + stretches_[2 * i + 1].sum};
        stretches_.resize(longest / 2);
        step_ *= 2;
    }
    stretches_.push_back({1, static_cast<std::uint64_t>(score)});
}

void CorpusFigures::add(const SessionFigures& session) {
    ++sessions;
    add_total(session, total);
    add_spread(session, spread);
    if (HelperFigures* helper = room_for(helpers, session.helper, most_helpers)) {
        ++helper->sessions;
        helper->turns += session.turns;
        helper->turns_read += session.turns_read();
        helper->missed_turns += session.missed_turns;
        if (session.score) {
            ++helper->scored;
            helper->scores += static_cast<std::uint64_t>(*session.score);
            helper->lowest = std::min(helper->lowest, *session.score);
            helper->highest = std::max(helper->highest, *session.score);
            helper->timeline.add(*session.score);
        }
    } else {
        ++helpers_left_out;
    }
    if (!session.by) return;
    by = session.by->column;
    if (GroupFigures* group = room_for(groups, session.by->value, most_groups)) {
        ++group->sessions;
        group->turns += session.turns;
        add_spread(session, group->spread);
    } else {
        ++groups_left_out;
    }
}

}  // namespace attune
