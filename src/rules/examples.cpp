// SPDX-License-Identifier: MIT
#include "rules/examples.h"

#include <algorithm>

#include "rules/judge.h"
#include "text/passage.h"
#include "text/shared_words.h"

namespace attune {
namespace {

// Reads one example in the role that a kind of rule reads texts in; keeps the room for the next.
class ExampleReader {
  public:
    explicit ExampleReader(const Knowledge& knowledge) : knowledge_(knowledge), judge_(knowledge) {}

    void read(const Example& example, RuleKind kind) {
        const std::string_view statement = knowledge_.text(example.statement);
        const std::string_view reply = knowledge_.text(example.reply);
        if (kind == RuleKind::feeling) return read_alone(reply, Role::statement);
        if (kind == RuleKind::topic) {
            read_alone(reply, Role::statement);
            return judge_.find_topics(passage_, hits_);
        }
        if (kind == RuleKind::signal && reply.empty()) return read_alone(statement, Role::statement);
        if (statement.empty()) return read_alone(reply, Role::reply);

        read_passage(statement, knowledge_.vocabulary(), statement_);
        judge_.judge(statement_, Role::statement, {}, statement_hits_);
        read_passage(reply, knowledge_.vocabulary(), passage_);
        words_.fill(statement_, knowledge_.vocabulary());
        const int shared = words_.shared_with(passage_, knowledge_.vocabulary());
        judge_.judge(passage_, Role::reply, {&statement_, &statement_hits_, shared}, hits_);
    }

    [[nodiscard]] bool found(std::uint32_t rule) const {
        const Rule& r = knowledge_.rules()[rule];
        const auto& list = r.kind == RuleKind::move      ? hits_.moves
                           : r.kind == RuleKind::pattern ? hits_.patterns
                           : r.kind == RuleKind::feeling ? hits_.feelings
                           : r.kind == RuleKind::topic   ? hits_.topics
                           : r.kind == RuleKind::frame   ? hits_.frame_cues
                                                         : hits_.signals;
        return std::any_of(list.begin(), list.end(), [&](const RuleHit& hit) { return hit.rule == rule; });
    }

    // Every rule that found itself, but frames, in rising order.
    [[nodiscard]] std::vector<std::uint32_t> all_found() const {
        std::vector<std::uint32_t> rules;
        for (const auto* list :
             {&hits_.signals, &hits_.moves, &hits_.patterns, &hits_.feelings, &hits_.topics})
            for (const RuleHit& hit : *list) rules.push_back(hit.rule);
        std::sort(rules.begin(), rules.end());
        rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
        return rules;
    }

  private:
    void read_alone(std::string_view text, Role role) {
        read_passage(text, knowledge_.vocabulary(), passage_);
        judge_.judge(passage_, role, {}, hits_);
    }

    const Knowledge& knowledge_;
    Judge judge_;
    Passage statement_, passage_;
    RuleHits statement_hits_, hits_;
    ContentWords words_;
};

}  // namespace

std::vector<ExampleFailure> check_examples(const Knowledge& knowledge, std::span<const std::uint32_t> rules) {
    ExampleReader reader(knowledge);
    std::vector<ExampleFailure> failures;
    for (const std::uint32_t index : rules) {
        const Rule& rule = knowledge.rules()[index];
        for (std::uint32_t e = rule.first_example; e < rule.last_example; ++e) {
            const Example& example = knowledge.examples()[e];
            reader.read(example, rule.kind);
            const bool hit = example.is_hit != 0;
            if (reader.found(index) != hit)
                failures.push_back(
                    {index, e, hit ? "does not find itself in this hit" : "finds itself in this miss"});
        }
    }
    return failures;
}

std::vector<std::vector<std::uint32_t>> rules_by_example(const Knowledge& knowledge) {
    ExampleReader reader(knowledge);
    std::vector<std::vector<std::uint32_t>> found(knowledge.examples().size());
    for (const Rule& rule : knowledge.rules())
        for (std::uint32_t e = rule.first_example; e < rule.last_example; ++e) {
            reader.read(knowledge.examples()[e], rule.kind);
            found[e] = reader.all_found();
        }
    return found;
}

}  // namespace attune
