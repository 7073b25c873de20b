// SPDX-License-Identifier: MIT
//
// Rules are sorted by what they speak for, in the order in which the judge asks them (rules/judge.h), and
// then as written. A rule's cues, then its exceptions, are automaton units side by side, so that a range says
// it all.
#include "packs/compile_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/suggest.h"
#include "packs/check_conditions.h"
#include "rules/automaton.h"
#include "rules/cue.h"
#include "text/features.h"
#include "text/tokens.h"

namespace attune {
namespace {

class RuleCompiler {
  public:
    RuleCompiler(const Pack& pack, const Names& names, Lexicon& lexicon, TextPool& pool)
        : pack_(pack),
          names_(names),
          lexicon_(lexicon),
          pool_(pool),
          automaton_(lexicon.classes()),
          condition_checker_(names) {
        cue_names_.words = [&](std::string_view surface) { return lexicon_.words(surface); };
        cue_names_.word_class = [&](std::string_view name) {
            return lexicon_.word_class(name == "thing" && !things_.empty() ? things_ : name);
        };
        cue_names_.suggest_class = [&](std::string_view name) { return lexicon_.suggest_class(name); };
        condition_names_.fact = [&](std::string_view name) { return names_.fact(name); };
        condition_names_.word_class = [&](std::string_view name) { return lexicon_.word_class(name); };
        condition_names_.suggest = [&](std::string_view name) { return suggest_condition(name); };
        for (const auto* list : {&names.signals, &names.moves, &names.patterns})
            facts_and_features_.insert(facts_and_features_.end(), list->begin(), list->end());
        facts_and_features_.insert(facts_and_features_.end(), feature::names.begin(), feature::names.end());
    }

    void compile() {
        std::vector<const RuleSource*> order;
        for (const RuleSource& rule : pack_.rules) order.push_back(&rule);
        for (const RuleSource* rule : order) check_id(*rule);
        std::stable_sort(order.begin(), order.end(), [&](const RuleSource* a, const RuleSource* b) {
            return std::pair(a->kind, target_of(*a)) < std::pair(b->kind, target_of(*b));
        });
        for (const RuleSource* rule : order) add_rule(*rule);
        for (const FrameSource& frame : pack_.frames) add_frame(frame);
    }

    void write(BlobWriter& out) const {
        out.add(section::rules, rules_);
        out.add(section::rule_of_unit, rule_of_unit_);
        out.add(section::conditions, conditions_);
        out.add(section::examples, examples_);
        out.add(section::frames, frames_);
        automaton_.write(lexicon_.word_count(), words_of_examples(), out);
    }

  private:
    // How often each word stands in the examples of all rules, by its number.
    [[nodiscard]] std::vector<std::uint32_t> words_of_examples() const {
        BlobWriter writer;
        lexicon_.write(writer);
        const std::vector<std::byte> blob = writer.finish();
        const Vocabulary vocabulary{BlobView(blob)};
        std::vector<std::uint32_t> counts(vocabulary.word_count());
        std::vector<Token> tokens;
        for (const RuleSource& rule : pack_.rules)
            for (const ExampleSource& example : rule.examples)
                for (const std::string* text : {&example.statement, &example.reply}) {
                    tokenize(*text, vocabulary, tokens);
                    for (const Token& token : tokens) ++counts[token.word];
                }
        return counts;
    }

    [[nodiscard]] const std::vector<std::string>& targets(RuleKind kind) const {
        switch (kind) {
            case RuleKind::move:
                return names_.moves;
            case RuleKind::pattern:
                return names_.patterns;
            case RuleKind::frame:
                return names_.frames;
            case RuleKind::feeling:
                return names_.families;
            case RuleKind::topic:
                return names_.topics;
            case RuleKind::signal:
                break;
        }
        return names_.signals;
    }
    // Past the end when the target is unknown, which was told where it was named.
    [[nodiscard]] std::size_t target_of(const RuleSource& rule) const {
        const std::vector<std::string>& all = targets(rule.kind);
        return static_cast<std::size_t>(std::find(all.begin(), all.end(), rule.target) - all.begin());
    }

    void check_id(const RuleSource& rule);
    void add_rule(const RuleSource& source);
    void add_frame(const FrameSource& source);
    std::uint32_t add_cues(const std::vector<Text>& cues, std::uint32_t owner);
    void add_conditions(const RuleSource& source, Rule& rule);
    void add_examples(const RuleSource& source, Rule& rule);
    std::uint64_t cancelling_frames(const RuleSource& source);
    void set_kind(const RuleSource& source, Rule& rule);
    std::string suggest_condition(std::string_view name) const;

    const Pack& pack_;
    const Names& names_;
    Lexicon& lexicon_;
    TextPool& pool_;
    AutomatonBuilder automaton_;
    ConditionChecker condition_checker_;
    CueNames cue_names_;
    std::string things_;  // the class that {thing} means in the topic at hand
    ConditionNames condition_names_;
    std::vector<std::string> facts_and_features_;
    std::unordered_map<std::string, const Text*> ids_;
    std::set<const Yaml*> told_frames_;  // unknown names that were told
    std::set<std::string> told_families_;

    std::vector<Rule> rules_;
    std::vector<std::uint32_t> rule_of_unit_;
    std::vector<Condition> conditions_;
    std::vector<Example> examples_;
    std::vector<FrameInfo> frames_;
};

std::string RuleCompiler::suggest_condition(std::string_view name) const {
    const std::string near = did_you_mean(name, facts_and_features_);
    return near.empty() ? lexicon_.suggest_class(name) : near;
}

// `pattern.kind.name`, or `move.name` for what has no kinds.
void RuleCompiler::check_id(const RuleSource& rule) {
    if (rule.kind == RuleKind::topic) return;  // made from the topic's name, which was checked
    const std::string& id = rule.id.value;
    const auto [earlier, fresh] = ids_.emplace(id, &rule.id);
    if (!fresh)
        rule.id.error("the id " + quoted(id) + " stands here a second time",
                      fmt::format("the first is in {}:{}", earlier->second->source->path(),
                                  earlier->second->source->line_of(*earlier->second->node)));
    if (rule.examples.empty() && rule.kind == RuleKind::feeling) return;  // a family's own rule

    std::vector<std::string_view> parts;
    for (std::string_view rest = id; !rest.empty();) {
        const std::size_t dot = std::min(rest.find('.'), rest.size());
        parts.push_back(rest.substr(0, dot));
        rest.remove_prefix(std::min(dot + 1, rest.size()));
    }
    const bool plain = std::all_of(parts.begin(), parts.end(), is_plain_name) && !id.ends_with('.');
    std::string shape = rule.target + ".name";
    std::size_t size = 2;
    std::string_view first = rule.target;
    if (rule.kind == RuleKind::pattern) {
        shape = rule.target + ".kind.name";
        size = 3;
    } else if (rule.kind == RuleKind::feeling) {
        shape = "feeling." + rule.target + ".name";
        size = 3;
        first = "feeling";
    }
    const bool fits = plain && parts.size() == size && parts[0] == first &&
                      (rule.kind != RuleKind::feeling || parts[1] == rule.target);
    if (!fits) rule.id.error("the id " + quoted(id) + " does not fit its place", "it reads " + quoted(shape));
}

std::uint32_t RuleCompiler::add_cues(const std::vector<Text>& cues, std::uint32_t owner) {
    for (const Text& cue : cues) {
        const auto parsed = parse_cue(cue.value, cue_names_);
        if (const auto* error = std::get_if<CueError>(&parsed)) {
            cue.source->error(*cue.node, {error->begin, error->end}, error->message, error->help);
            continue;
        }
        if (const std::string problem = automaton_.add(std::get<CueNode>(parsed)); !problem.empty())
            cue.error(problem);
        else
            rule_of_unit_.push_back(owner);
    }
    return static_cast<std::uint32_t>(rule_of_unit_.size());
}

void RuleCompiler::add_conditions(const RuleSource& source, Rule& rule) {
    rule.first_condition = static_cast<std::uint32_t>(conditions_.size());
    for (std::size_t s = 0; s < source.when.size(); ++s) {
        ConditionChecker::Scoped scoped;
        for (const Text& term : source.when[s]) {
            auto parsed = parse_condition(term.value, static_cast<Scope>(s), condition_names_);
            if (const auto* error = std::get_if<ConditionError>(&parsed)) {
                term.source->error(*term.node, {error->begin, error->end}, error->message, error->help);
                continue;
            }
            auto& conditions = std::get<std::vector<Condition>>(parsed);
            condition_checker_.check(rule, term, conditions, scoped);
            conditions_.insert(conditions_.end(), conditions.begin(), conditions.end());
        }
    }
    rule.last_condition = static_cast<std::uint32_t>(conditions_.size());
}

void RuleCompiler::add_examples(const RuleSource& source, Rule& rule) {
    rule.first_example = static_cast<std::uint32_t>(examples_.size());
    for (const ExampleSource& example : source.examples)
        examples_.push_back(
            {pool_.add(example.statement), pool_.add(example.reply), example.line, example.hit ? 1U : 0U});
    rule.last_example = static_cast<std::uint32_t>(examples_.size());
}

std::uint64_t RuleCompiler::cancelling_frames(const RuleSource& source) {
    std::uint64_t bits = 0;
    const auto bit = [&](const Text& name) -> std::uint64_t {
        const auto frame = find_name(name, names_.frames, "frame");
        return frame ? std::uint64_t{1} << *frame : 0;
    };
    for (const Text& name : source.cancelled_by) {
        // The rules of a file share its list: an unknown name is told by the first of them.
        const auto known = std::find(names_.frames.begin(), names_.frames.end(), name.value);
        if (known != names_.frames.end() || told_frames_.insert(name.node).second) bits |= bit(name);
    }
    for (const Text& name : source.despite) {
        const std::uint64_t frame = bit(name);
        if (frame != 0 && (bits & frame) == 0)
            name.error("no " + quoted(name.value) + " would cancel this rule",
                       "its file's `cancelled-by` has it not");
        bits &= ~frame;
    }
    for (const Text& name : source.also_cancelled_by) bits |= bit(name);
    return bits;
}

void RuleCompiler::set_kind(const RuleSource& source, Rule& rule) {
    const std::string& id = source.id.value;
    const std::size_t first = id.find('.');
    const std::size_t second = id.find('.', first == std::string::npos ? first : first + 1);
    if (second == std::string::npos || id.substr(0, first) != source.target) return;  // its id was told
    std::vector<std::string> own;
    for (std::size_t k = 0; k < names_.kinds.size(); ++k) {
        const Names::Kind& kind = names_.kinds[k];
        if (kind.pattern == rule.target) own.push_back(kind.id.substr(kind.id.find('.') + 1));
        if (kind.id != id.substr(0, second)) continue;
        rule.subkind = static_cast<std::uint16_t>(k);
        if (source.why.empty() && !kind.source->why.empty()) rule.why = pool_.add(kind.source->why);
        return;
    }
    const std::string kind = id.substr(first + 1, second - first - 1);
    source.id.error(fmt::format("{} has no kind {}", source.target, quoted(kind)),
                    suggestion(kind, own, "describe it under `kinds`"));
}

void RuleCompiler::add_rule(const RuleSource& source) {
    const std::size_t target = target_of(source);
    if (target == targets(source.kind).size()) {
        if (source.kind == RuleKind::feeling && told_families_.insert(source.target).second)
            source.id.error(
                "unknown family " + quoted(source.target),
                suggestion(source.target, names_.families, "families live in lexicon/feelings.yaml"));
        return;
    }
    const auto index = static_cast<std::uint32_t>(rules_.size());
    Rule rule;
    rule.id = pool_.add(source.id.value);
    rule.why = pool_.add(source.why.empty() ? source.why_of_file : source.why);
    std::string cues;
    for (const Text& cue : source.cues) cues += (cues.empty() ? "" : "\n") + cue.value;
    rule.cue = pool_.add(cues);
    rule.file = pool_.add(source.id.source->path());
    rule.line = source.id.source->line_of(*source.id.node);
    rule.kind = source.kind;
    rule.marks = source.marks;
    rule.target = static_cast<std::uint16_t>(target);
    rule.strength = static_cast<std::uint8_t>(source.strength);
    rule.weight = static_cast<float>(source.weight);
    if (source.kind == RuleKind::pattern) {
        set_kind(source, rule);
        if (rule.why.size == 0)
            source.id.error("nothing says why " + quoted(source.id.value) + " matters",
                            "give the rule, its kind or its file a `why`");
    }
    rule.cancelled_by = cancelling_frames(source);
    things_ = source.kind == RuleKind::topic ? source.target + std::string(things_of_topic) : "";
    rule.first_unit = static_cast<std::uint32_t>(rule_of_unit_.size());
    rule.last_unit = rule.first_exception = add_cues(source.cues, index);
    rule.last_exception = add_cues(source.exceptions, index);
    add_conditions(source, rule);
    add_examples(source, rule);
    rules_.push_back(rule);
}

void RuleCompiler::add_frame(const FrameSource& source) {
    FrameInfo frame;
    frame.name = pool_.add(source.name.value);
    frame.about = pool_.add(source.about);
    frame.reach = source.reach;
    frame.first_end_unit = static_cast<std::uint32_t>(rule_of_unit_.size());
    frame.last_end_unit = add_cues(source.until, UINT32_MAX);
    frames_.push_back(frame);
}

}  // namespace

void compile_rules(const Pack& pack, const Names& names, Lexicon& lexicon, TextPool& pool, BlobWriter& out,
                   Diagnostics& problems) {
    RuleCompiler compiler(pack, names, lexicon, pool);
    compiler.compile();
    if (!problems.failed()) compiler.write(out);
}

}  // namespace attune
