// SPDX-License-Identifier: MIT
#include "practice/session.h"

#include <algorithm>

#include "rules/evidence.h"

namespace attune {
namespace {

Landing landing_of(const Reading& reading) {
    if (reading.risk) return Landing::risk;
    if (reading.flagged()) return Landing::missed;
    const bool reaches = std::any_of(reading.moves.begin(), reading.moves.end(),
                                     [](const FoundMove& move) { return move.confidence >= flagged_from; });
    return reaches || reading.statement.low_stakes ? Landing::met : Landing::halfway;
}

}  // namespace

Session::Session(Coach& coach, const Choice& choice)
    : coach_(coach), choice_(choice), order_(order_scenarios(coach.knowledge(), choice)) {}

const Scenario* Session::scenario() const {
    if (own_statement_ || order_.empty()) return nullptr;
    return &coach_.knowledge().scenarios()[order_[at_]];
}

std::string_view Session::statement() const {
    if (own_statement_) return *own_statement_;
    const Scenario* now = scenario();
    return now != nullptr ? coach_.knowledge().text(now->says) : std::string_view{};
}

RewriteOptions Session::rewriting() const {
    RewriteOptions options;
    options.relation = choice_.relation;
    options.style = choice_.style;
    options.offered = offered_;
    if (const Scenario* now = scenario()) options.relation = now->relation;
    return options;
}

const Coaching& Session::answer(std::string_view draft) {
    const Scenario* now = scenario();
    Coaching& coaching = last_.emplace();
    coaching.statement = statement();
    coaching.draft = draft;
    const Exchange exchange{coaching.statement, coaching.draft};
    coach_.read(exchange, coaching.reading);
    coaching.landing = landing_of(coaching.reading);
    if (coaching.landing == Landing::missed)
        coaching.rewrites = coach_.rewrite(exchange, coaching.reading, rewriting());
    if (!coaching.rewrites.empty()) offered_.push_back(coaching.rewrites.front().text);
    coaching.attempt = ++attempt_;
    if (now != nullptr) {
        const Knowledge& knowledge = coach_.knowledge();
        if (coaching.landing == Landing::met) coaching.they_say = knowledge.text(now->met);
        if (coaching.landing == Landing::missed && !miss_answered_) {
            coaching.they_say = knowledge.text(now->missed);
            miss_answered_ = true;
        }
    }
    coaching.moves_on =
        coaching.landing == Landing::met || coaching.landing == Landing::risk || attempt_ >= attempts;
    ++drafts_;
    landed_ += coaching.landing == Landing::met ? 1 : 0;
    answered_ = true;
    if (coaching.moves_on) move_on();
    return coaching;
}

std::vector<Rewrite> Session::better_words() {
    if (answered_ && !last_->rewrites.empty()) return last_->rewrites;
    Reading reading;
    const std::string asked{statement()};
    const Exchange exchange{asked, ""};
    coach_.read(exchange, reading);
    return coach_.rewrite(exchange, reading, rewriting());
}

bool Session::say(std::string_view statement) {
    Reading reading;
    coach_.read({statement, ""}, reading);
    if (reading.risk) return false;
    own_statement_ = statement;
    last_.reset();
    begin_moment();
    return true;
}

bool Session::choose_deck(std::size_t deck) {
    Choice choice = choice_;
    choice.deck = deck;
    auto order = order_scenarios(coach_.knowledge(), choice);
    if (order.empty()) return false;
    choice_ = choice;
    order_ = std::move(order);
    at_ = 0;
    own_statement_.reset();
    last_.reset();
    begin_moment();
    return true;
}

void Session::move_on() {
    // One's own statement stood in front of a scenario that still waits.
    if (own_statement_)
        own_statement_.reset();
    else if (!order_.empty())
        at_ = (at_ + 1) % order_.size();
    begin_moment();
}

void Session::begin_moment() {
    attempt_ = 0;
    answered_ = false;
    miss_answered_ = false;
}

}  // namespace attune
