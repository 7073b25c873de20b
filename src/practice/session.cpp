// SPDX-License-Identifier: MIT
#include "practice/session.h"

#include <algorithm>

#include "rules/evidence.h"

namespace attune {
namespace {

// For scenarios that do not say how a repair is taken.
constexpr std::string_view taken_well = "Okay. Thank you for coming back to it.";

bool carries(const Reading& reading, std::optional<std::size_t> wanted = std::nullopt) {
    return std::any_of(reading.moves.begin(), reading.moves.end(), [&](const FoundMove& move) {
        return move.confidence >= flagged_from && (!wanted || move.move == *wanted);
    });
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool in_word = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        words += !blank && !in_word ? 1U : 0U;
        in_word = !blank;
    }
    return words;
}

}  // namespace

Session::Session(Coach& coach, const Choice& choice)
    : coach_(coach), choice_(choice), order_(order_scenarios(coach.knowledge(), choice)) {}

const Scenario* Session::scenario() const {
    if (own_statement_ || order_.empty()) return nullptr;
    return &coach_.knowledge().scenarios()[order_[at_]];
}

std::string_view Session::statement() const {
    return at_depth(depth_);
}

// "" where they say no more.
std::string_view Session::at_depth(int depth) const {
    if (own_statement_) return depth == 0 ? std::string_view{*own_statement_} : std::string_view{};
    const Scenario* now = scenario();
    if (now == nullptr || depth > 2) return {};
    const PoolText statements[] = {now->says, now->met, now->deeper};
    return coach_.knowledge().text(statements[depth]);
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
    Coaching& coaching = last_.emplace();
    coaching.statement = statement();
    coaching.draft = draft;
    coaching.scenario = scenario();
    coaching.depth = depth_;
    coaching.attempt = ++attempt_;
    coaching.landing = land(coaching);
    if (coaching.landing == Landing::missed)
        coaching.rewrites =
            coach_.rewrite({coaching.statement, coaching.draft}, coaching.reading, rewriting());
    if (!coaching.rewrites.empty()) offered_.push_back(coaching.rewrites.front().text);
    coaching.next = next_after(coaching);
    coaching.they_say = reply_to(coaching);
    count(coaching);
    answered_ = true;
    if (coaching.landing == Landing::missed) missed_ = true;
    go(coaching.next);
    return coaching;
}

Landing Session::land(Coaching& coaching) {
    Reading& reading = coaching.reading;
    coach_.read({coaching.statement, coaching.draft}, reading);
    if (reading.risk) return Landing::risk;
    if (missed_ && mends(coaching)) return Landing::repaired;
    if (reading.flagged()) return Landing::missed;
    return carries(reading) || reading.statement.low_stakes ? Landing::met : Landing::halfway;
}

// "I think I misunderstood earlier" owns a miss that the statement knows nothing of, so the draft is read
// once more without it. And what would be a miss in a first answer ("I wasn't listening") is none where the
// same words own one.
bool Session::mends(Coaching& coaching) {
    const auto repair = coach_.knowledge().move("repair");
    if (!repair) return false;
    Reading alone;
    coach_.read({std::nullopt, coaching.draft}, alone);
    std::vector<FoundMove> mending;
    for (const Reading* reading : {&alone, &coaching.reading})
        for (const FoundMove& move : reading->moves)
            if (move.move == *repair && move.confidence >= flagged_from) mending.push_back(move);
    if (mending.empty()) return false;
    Reading& reading = coaching.reading;
    std::erase_if(reading.findings, [&](const Finding& finding) {
        return std::any_of(mending.begin(), mending.end(),
                           [&](const FoundMove& move) { return finding.span.overlaps(move.span); });
    });
    if (reading.flagged()) return false;
    if (!carries(reading, repair)) reading.moves = std::move(alone.moves);
    return true;
}

Next Session::next_after(const Coaching& coaching) const {
    const bool says_more = !at_depth(depth_ + 1).empty();
    switch (coaching.landing) {
        case Landing::risk:
            return Next::on;
        case Landing::met:
            return says_more ? Next::further : Next::on;
        case Landing::repaired:  // the same words are tried anew where there are no others
            return says_more ? Next::further : mended_ ? Next::on : Next::again;
        case Landing::halfway:
            return attempt_ >= attempts ? Next::on : Next::again;
        case Landing::missed:
            return attempt_ > attempts ? Next::on : attempt_ == attempts ? Next::last_chance : Next::again;
    }
    return Next::on;
}

std::string_view Session::reply_to(const Coaching& coaching) {
    const Knowledge& knowledge = coach_.knowledge();
    if (coaching.landing == Landing::repaired) {
        const bool own_words = coaching.scenario != nullptr && coaching.scenario->repaired.size > 0;
        return own_words ? knowledge.text(coaching.scenario->repaired) : taken_well;
    }
    if (coaching.landing != Landing::missed || coaching.scenario == nullptr || closed_) return {};
    closed_ = true;
    return knowledge.text(coaching.scenario->missed);
}

void Session::count(const Coaching& coaching) {
    if (coaching.landing == Landing::risk) return;
    ++tally_.drafts;
    tally_.landed += landed_well(coaching.landing) ? 1 : 0;
    tally_.repaired += coaching.landing == Landing::repaired ? 1 : 0;
    // "Can we try again?" asks for no yes or no.
    if (coaching.landing != Landing::repaired) tally_.closed_questions += coaching.reading.closed_questions;
    tally_.open_questions += coaching.reading.open_questions;
    tally_.own_words += count_words(coaching.draft);
    if (coaching.attempt == 1) tally_.heard_words += count_words(coaching.statement);
    tally_.heard_words += count_words(coaching.they_say);
}

void Session::go(Next next) {
    switch (next) {
        case Next::last_chance:
            return;
        case Next::again:
            if (last_->landing != Landing::repaired) return;
            begin_moment();
            missed_ = false;
            mended_ = true;
            return;
        case Next::further:
            ++depth_;
            missed_ = false;
            return begin_moment();
        case Next::on:
            // One's own statement stood in front of a scenario that still waits.
            if (own_statement_)
                own_statement_.reset();
            else if (!order_.empty())
                at_ = (at_ + 1) % order_.size();
            return begin_scenario();
    }
}

void Session::skip() {
    last_.reset();
    go(Next::on);
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
    begin_scenario();
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
    begin_scenario();
    return true;
}

void Session::begin_scenario() {
    depth_ = 0;
    closed_ = false;
    missed_ = false;
    begin_moment();
}

void Session::begin_moment() {
    attempt_ = 0;
    answered_ = false;
    mended_ = false;
}

}  // namespace attune
