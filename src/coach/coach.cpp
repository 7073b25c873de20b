// SPDX-License-Identifier: MIT
//
// The pipeline on one page.
//
//   1. The statement is read: who speaks of what, what is felt, was something asked, is there risk.
//   2. The reply is read the same way, beside the statement.
//   3. What rules found becomes findings (where the reply would leave the person alone) and moves (where it
//   meets
//      them), sentence by sentence; questions are counted.
//   4. All of it is weighed into a score and a level, as the person would feel it.
//   5. If something was flagged, better replies are written, and each is read again in the same way before it
//   is
//      shown.
//
// Where risk is mentioned, no level is given and nothing rewritten: that talk needs care of another kind.
#include "coach/coach.h"

#include "coach/findings.h"
#include "coach/rewrite/rewriter.h"
#include "coach/rewrite/wording.h"
#include "coach/score.h"
#include "coach/statement.h"
#include "rules/judge.h"
#include "text/passage.h"
#include "text/shared_words.h"

namespace attune {

// A text with its grammar and the rules that held in it.
struct ReadText {
    Passage passage;
    RuleHits hits;
};

struct Coach::Room {
    explicit Room(const Knowledge& k) : knowledge(k), judge(k), feelings(k) {}

    void read_statement_of(const Exchange& exchange);
    void read_reply(std::string_view text, ReadText& reply, Reading& out);
    int tone_of(const Passage& reply) const;
    bool mentions_risk(const ReadText& text) const;

    const Knowledge& knowledge;
    Judge judge;
    FeelingFinder feelings;
    std::optional<Rewriter> rewriter;  // built when a first rewrite is wanted

    ReadText statement, draft, attempt;
    StatementReading understood;
    ContentWords statement_words;
    bool statement_known = false;
    std::uint64_t read_last = 0;  // the mark of the exchange that `statement` and `draft` hold
};

namespace {

// Tells exchanges apart, by what they say and where it stands: passages point into it.
std::uint64_t mark_of(const Exchange& exchange) {
    std::uint64_t mark = exchange.statement ? 1 : 2;
    for (const std::string_view text : {exchange.statement.value_or(std::string_view{}), exchange.reply})
        mark = hash_of(text, mixed(mark ^ text.size() ^ reinterpret_cast<std::uintptr_t>(text.data())));
    return mark;
}

}  // namespace

Coach::Coach(const Knowledge& knowledge) : room_(std::make_unique<Room>(knowledge)) {}
Coach::~Coach() = default;
Coach::Coach(Coach&&) noexcept = default;

const Knowledge& Coach::knowledge() const {
    return room_->knowledge;
}

void Coach::read(const Exchange& exchange, Reading& out) {
    room_->read_statement_of(exchange);
    room_->read_reply(exchange.reply, room_->draft, out);
    room_->read_last = mark_of(exchange);
}

std::vector<Rewrite> Coach::rewrite(const Exchange& exchange, const Reading& reading,
                                    const RewriteOptions& options) {
    if (reading.risk || !reading.flagged() || options.at_most == 0) return {};
    Room& room = *room_;
    if (room.read_last != mark_of(exchange)) {  // mostly it was read just now
        room.read_statement_of(exchange);
        read_passage(exchange.reply, room.knowledge.vocabulary(), room.draft.passage);
        room.read_last = mark_of(exchange);
    }
    if (room.statement_known) room.judge.find_topics(room.statement.passage, room.statement.hits);
    if (!room.rewriter) room.rewriter.emplace(room.knowledge, room.feelings);

    Reading again;
    const Rewriter::Reader read_again = [&](std::string_view text) -> ReadAgain {
        room.read_reply(text, room.attempt, again);
        return {room.attempt.passage, again};
    };
    const RewriteTask task{exchange,
                           room.statement_known ? &room.statement.passage : nullptr,
                           room.statement_known ? &room.statement.hits : nullptr,
                           room.draft.passage,
                           reading,
                           options};
    return room.rewriter->write(task, read_again);
}

// Step 1.
void Coach::Room::read_statement_of(const Exchange& exchange) {
    understood = StatementReading{};
    statement_known = exchange.statement.has_value();
    if (!statement_known) return;
    read_passage(*exchange.statement, knowledge.vocabulary(), statement.passage);
    statement_known = statement.passage.words > 0;
    if (!statement_known) return;
    judge.judge(statement.passage, Role::statement, {}, statement.hits);
    statement_words.fill(statement.passage, knowledge.vocabulary());
    read_statement(knowledge, feelings, statement.passage, statement.hits, understood);
}

// Steps 2 to 4.
void Coach::Room::read_reply(std::string_view text, ReadText& reply, Reading& out) {
    read_passage(text, knowledge.vocabulary(), reply.passage);
    StatementSide side;
    if (statement_known) {
        side.passage = &statement.passage;
        side.hits = &statement.hits;
        side.shared_words = statement_words.shared_with(reply.passage, knowledge.vocabulary());
    }
    judge.judge(reply.passage, Role::reply, side, reply.hits);

    out.statement = understood;
    gather_findings(knowledge, reply.hits, out);
    gather_moves(knowledge, reply.hits, out);
    count_questions(knowledge, reply.passage, out);
    const ReplyShape shape{reply.passage.words, side.shared_words, tone_of(reply.passage)};
    out.risk = understood.risk || mentions_risk(reply);
    out.score = score_of(knowledge, out, shape);
    out.level = out.risk ? 0 : level_of(knowledge, out, shape);
}

int Coach::Room::tone_of(const Passage& reply) const {
    int tone = 0;
    for (const Token& token : reply.tokens) tone += knowledge.tone(token.word);
    return tone;
}

bool Coach::Room::mentions_risk(const ReadText& text) const {
    const auto risk = knowledge.signal("risk");
    return risk && text.hits.facts.test(*risk);
}

}  // namespace attune
