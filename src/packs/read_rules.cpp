// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "packs/read.h"

namespace attune {
namespace {

constexpr std::size_t least_examples = 2;

const std::vector<std::string> scope_names = {"clause", "sentence", "reply", "statement"};
const std::vector<std::string> marks_names = {"cue", "clause", "sentence", "reply"};

Fields rule_fields(const Source& source, const Yaml& node, RuleKind kind) {
    switch (kind) {
        case RuleKind::pattern:
        case RuleKind::move:
            return {source,
                    node,
                    {"id", "cue", "weight", "hits", "misses"},
                    {"except", "when", "why", "marks", "despite", "also-cancelled-by"}};
        case RuleKind::feeling:
            return {source,
                    node,
                    {"id", "family", "strength", "cue", "weight", "hits", "misses"},
                    {"except", "when", "why", "despite", "also-cancelled-by"}};
        case RuleKind::topic:  // read_topics() knows its keys
        case RuleKind::signal:
        case RuleKind::frame:
            break;
    }
    return {source,
            node,
            {"id", "cue", "hits", "misses"},
            {"except", "when", "why", "weight", "despite", "also-cancelled-by"}};
}

// A text is a reply alone; `to` gives the statement before it.
void read_examples(const Fields& fields, std::string_view key, bool hit, RuleSource& rule) {
    const Yaml* node = fields.find(key);
    if (node == nullptr) return;
    const std::vector<Yaml>& list = fields.list(key);
    for (const Yaml& item : list) {
        ExampleSource example{"", "", fields.source().line_of(item), hit};
        if (item.kind == Yaml::Kind::map) {
            const Fields pair(fields.source(), item, {}, {"to", "reply"});
            example.statement = pair.string("to");
            if (const Yaml* reply = pair.find("reply"))
                if (auto text = read_text(fields.source(), *reply, "`reply`")) example.reply = text->value;
        } else if (auto text = read_text(fields.source(), item, fmt::format("an item of `{}`", key))) {
            example.reply = text->value;
        }
        rule.examples.push_back(std::move(example));
    }
    if (node->kind == Yaml::Kind::sequence && list.size() < least_examples)
        fields.source().error(*node, fmt::format("a rule needs at least two {}", key),
                              hit ? "write two texts in which it must find itself"
                                  : "write two texts that look like it and are not");
}

void read_when(const Fields& fields, RuleSource& rule) {
    const Yaml* node = fields.find("when");
    if (node == nullptr) return;
    const Fields scopes(fields.source(), *node, {}, {"clause", "sentence", "reply", "statement"});
    for (std::size_t i = 0; i < scope_names.size(); ++i) rule.when[i] = scopes.texts(scope_names[i]);
}

// The cues, conditions and examples of a rule, under whatever keys stand beside them.
void read_body(const Fields& fields, RuleSource& rule) {
    rule.cues = fields.texts("cue");
    rule.exceptions = fields.texts("except");
    if (const Yaml* cue = fields.find("cue");
        cue != nullptr && cue->kind == Yaml::Kind::sequence && cue->items.empty())
        fields.source().error(*cue, "a rule needs at least one cue");
    read_when(fields, rule);
    rule.weight = fields.number("weight", -1, 1).value_or(1);
    read_examples(fields, "hits", true, rule);
    read_examples(fields, "misses", false, rule);
}

void read_rule(const Source& source, const Yaml& node, const RuleHome& home, Pack& pack) {
    const Fields fields = rule_fields(source, node, home.kind);
    RuleSource rule;
    rule.kind = home.kind;
    rule.target = home.target;
    rule.cancelled_by = home.cancelled_by;
    if (auto id = fields.text("id"))
        rule.id = std::move(*id);
    else
        return;  // told as missing; without a name nothing more can be said about it
    if (home.kind == RuleKind::feeling) {
        rule.target = fields.string("family");
        rule.strength = fields.whole("strength", 1, 3).value_or(1);
    }
    read_body(fields, rule);
    rule.despite = fields.texts("despite");
    rule.also_cancelled_by = fields.texts("also-cancelled-by");
    if (const auto marks = fields.text("marks"))
        if (const auto index = find_name(*marks, marks_names, "place to mark"))
            rule.marks = static_cast<Marks>(*index);
    rule.why = fields.string("why");
    rule.why_of_file = home.why;
    pack.rules.push_back(std::move(rule));
}

}  // namespace

void read_rules(const Source& source, const Yaml& list, const RuleHome& home, Pack& pack) {
    if (list.kind != Yaml::Kind::sequence) {
        source.error(list, "`rules` should be a list", "begin each rule with `- id: …`");
        return;
    }
    for (const Yaml& node : list.items) read_rule(source, node, home, pack);
}

void read_topic_rule(const Fields& fields, const Text& topic, Pack& pack) {
    RuleSource rule;
    rule.kind = RuleKind::topic;
    rule.id = topic;
    rule.id.value = "topic." + topic.value;
    rule.target = topic.value;
    read_body(fields, rule);
    pack.rules.push_back(std::move(rule));
}

}  // namespace attune
