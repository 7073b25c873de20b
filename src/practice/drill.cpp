// SPDX-License-Identifier: MIT
#include "practice/drill.h"

#include <algorithm>
#include <bit>

#include "core/suggest.h"
#include "practice/dice.h"
#include "rules/evidence.h"
#include "text/chars.h"

namespace attune {
namespace {

using Outcome = DrillAnswer::Outcome;

bool is_flagged(const Reading& reading, std::size_t pattern) {
    return std::any_of(reading.findings.begin(), reading.findings.end(), [&](const Finding& finding) {
        return finding.pattern == pattern && finding.confidence >= flagged_from;
    });
}

// Letters in lower case; what joins words is a space.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool joins = c == '_' || c == '-' || c == ',' || c == '.' || c == ':' || is_blank(c);
        if (!joins)
            out += fold(c);
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

// The digits of an answer, taken out of it.
std::optional<std::size_t> take_number(std::string& text) {
    const auto begin = text.find_first_of("0123456789");
    if (begin == std::string::npos) return std::nullopt;
    const auto end = std::min(text.find_first_not_of("0123456789", begin), text.size());
    std::size_t number = 0;
    for (std::size_t i = begin; i < end && number < 1000; ++i)
        number = number * 10 + static_cast<std::size_t>(text[i] - '0');
    text.replace(begin, end - begin, " ");
    return number;
}

}  // namespace

std::optional<std::size_t> find_pattern(const Knowledge& knowledge, std::string_view typed) {
    const std::string wanted = plain(typed);
    if (wanted.empty()) return std::nullopt;
    std::optional<std::size_t> begun;
    int fitting = 0;
    for (std::size_t p = 0; p < knowledge.patterns().size(); ++p) {
        const std::string name = plain(knowledge.text(knowledge.patterns()[p].name));
        const std::string title = plain(knowledge.text(knowledge.patterns()[p].title));
        if (wanted == name || wanted == title) return p;
        if (wanted.size() < 3 || !(name.starts_with(wanted) || title.starts_with(wanted))) continue;
        begun = p;
        ++fitting;
    }
    return fitting == 1 ? begun : std::nullopt;
}

std::string nearest_pattern(const Knowledge& knowledge, std::string_view typed) {
    std::vector<std::string> names;
    for (const CodeInfo& pattern : knowledge.patterns()) names.emplace_back(knowledge.text(pattern.name));
    return did_you_mean(plain(typed), names);
}

Drill::Drill(Coach& coach, std::size_t skill, std::uint64_t seed)
    : coach_(coach),
      knowledge_(coach.knowledge()),
      skill_(knowledge_.skills()[skill]),
      feelings_(knowledge_) {
    add_tasks();
    Dice(seed).shuffle(tasks_);
}

void Drill::add_tasks() {
    const auto text = [&](PoolText t) { return knowledge_.text(t); };
    for (const Exercise& exercise :
         knowledge_.exercises().subspan(skill_.first, skill_.last - skill_.first)) {
        Task task{text(exercise.says), text(exercise.thought), text(exercise.offer), text(exercise.why)};
        task.families = exercise.families;
        task.relation = exercise.relation;
        task.replies = knowledge_.spot_replies().subspan(exercise.first, exercise.last - exercise.first);
        tasks_.push_back(task);
    }
    for (std::uint64_t decks = skill_.decks; decks != 0; decks &= decks - 1) {
        const Deck& deck = knowledge_.decks()[static_cast<std::size_t>(std::countr_zero(decks))];
        for (std::uint32_t s = deck.first; s < deck.last; ++s) {
            const Scenario& scenario = knowledge_.scenarios()[s];
            Task task{text(scenario.says), {}, {}, {}};
            task.relation = scenario.relation;
            tasks_.push_back(task);
        }
    }
}

const DrillAnswer& Drill::answer(std::string_view text) {
    DrillAnswer& answer = last_.emplace();
    answer.task = task();
    answer.text = text;
    answer.read = text;
    coach_.read({std::nullopt, answer.read}, answer.reading);
    switch (answer.reading.risk ? DrillKind::draft : skill_.drill) {
        case DrillKind::name:
            judge_word(answer);
            break;
        case DrillKind::spot:
            judge_spotting(answer);
            break;
        case DrillKind::draft:
        case DrillKind::turn:
            judge_draft(answer);
            break;
    }
    const bool counts = answer.outcome != Outcome::unclear && answer.outcome != Outcome::risk;
    attempt_ += counts ? 1 : 0;
    answer.attempt = attempt_;
    answer.moves_on =
        answer.outcome == Outcome::done || answer.outcome == Outcome::risk || attempt_ >= attempts;
    if (answer.moves_on) {
        attempt_ = 0;
        at_ = (at_ + 1) % tasks_.size();
    }
    return answer;
}

void Drill::skip() {
    last_.reset();
    attempt_ = 0;
    at_ = (at_ + 1) % tasks_.size();
}

void Drill::judge_word(DrillAnswer& answer) {
    answer.family = feelings_.family_in(answer.text);
    if (!answer.family) {
        answer.suggestion = feelings_.nearest(answer.text);
        return;
    }
    if ((answer.task.families >> *answer.family & 1U) != 0) {
        answer.outcome = Outcome::done;
        return;
    }
    Reading heard;
    coach_.read({answer.task.says, ""}, heard);
    const auto first = static_cast<std::size_t>(std::countr_zero(answer.task.families));
    answer.outcome = fit_of(knowledge_, heard.statement, first, *answer.family) == Fit::other
                         ? Outcome::not_yet
                         : Outcome::close;
}

void Drill::judge_draft(DrillAnswer& answer) {
    coach_.read({answer.task.says, answer.read}, answer.reading);
    const Reading& reading = answer.reading;
    const bool carries = std::any_of(reading.moves.begin(), reading.moves.end(), [&](const FoundMove& move) {
        return move.confidence >= flagged_from && (skill_.moves >> move.move & 1U) != 0;
    });
    answer.outcome = reading.risk        ? Outcome::risk
                     : reading.flagged() ? Outcome::not_yet
                     : carries           ? Outcome::done
                                         : Outcome::close;
}

void Drill::judge_spotting(DrillAnswer& answer) {
    const auto replies = answer.task.replies;
    std::string words = answer.text;
    const auto number = take_number(words);
    answer.pattern = find_pattern(knowledge_, words);
    if (!plain(words).empty() && !answer.pattern) answer.suggestion = nearest_pattern(knowledge_, words);
    if (!number || *number < 1 || *number > replies.size()) return;
    answer.reply = *number - 1;
    const SpotReply& pointed = replies[*answer.reply];
    answer.read = knowledge_.text(pointed.text);
    coach_.read({answer.task.says, answer.read}, answer.reading);
    if (pointed.pattern == SpotReply::no_pattern) {
        answer.outcome = Outcome::not_yet;
        return;
    }
    if (!answer.pattern) return;
    const bool named = *answer.pattern == pointed.pattern || is_flagged(answer.reading, *answer.pattern);
    answer.outcome = named ? Outcome::done : Outcome::close;
}

}  // namespace attune
