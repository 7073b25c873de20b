// SPDX-License-Identifier: MIT
//
// `attune rules`: for those who write rules. list shows what there is, test holds every rule to its own
// examples, lint looks for rules that earn nothing.
#include "app/commands/rules.h"

#include <algorithm>

#include "app/complaint.h"
#include "app/console.h"
#include "app/rule_files.h"
#include "app/rule_words.h"
#include "app/wrap.h"
#include "core/suggest.h"
#include "packs/lint.h"
#include "rules/examples.h"

namespace attune {
namespace {

std::string operand(const Arguments& arguments) {
    return arguments.operands().empty() ? "" : arguments.operands().front();
}

std::string count_of(std::size_t n, std::string_view one, std::string_view many) {
    return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

// What a rule speaks for: its pattern, move, signal, frame or feeling.
std::string_view target_name(const Knowledge& knowledge, const Rule& rule) {
    switch (rule.kind) {
        case RuleKind::pattern:
            return knowledge.text(knowledge.patterns()[rule.target].name);
        case RuleKind::move:
            return knowledge.text(knowledge.moves()[rule.target].name);
        case RuleKind::signal:
            return knowledge.text(knowledge.signals()[rule.target]);
        case RuleKind::frame:
            return knowledge.text(knowledge.frames()[rule.target].name);
        case RuleKind::feeling:
            return knowledge.text(knowledge.families()[rule.target].name);
        case RuleKind::topic:
            return knowledge.text(knowledge.topics()[rule.target].name);
    }
    return "";
}

bool speaks_for(const Knowledge& knowledge, const Rule& rule, std::string_view name) {
    if (target_name(knowledge, rule) == name) return true;
    return rule.kind == RuleKind::pattern && knowledge.text(knowledge.kinds()[rule.subkind].id) == name;
}

Complaint unknown_target(const Knowledge& knowledge, const std::string& name) {
    std::vector<std::string> names;
    for (const Rule& rule : knowledge.rules()) {
        std::string target{target_name(knowledge, rule)};
        if (std::find(names.begin(), names.end(), target) == names.end()) names.push_back(std::move(target));
    }
    const std::string near = did_you_mean(name, names);
    return usage_complaint("no rule speaks for `" + name + "`", near.empty()
                                                                    ? "`attune rules list` shows them all"
                                                                    : "did you mean `" + near + "`?");
}

// One rule a line, columns apart by tabs: for grep and cut as much as for eyes.
int run_list(const Arguments& arguments, Console& console) {
    const RuleFiles files(arguments, operand(arguments));
    const Knowledge& knowledge = files.knowledge();
    const auto wanted = arguments.value("--pattern");
    bool any = false;
    for (const std::uint32_t index : files.own_rules()) {
        const Rule& rule = knowledge.rules()[index];
        if (wanted && !speaks_for(knowledge, rule, *wanted)) continue;
        any = true;
        console.out.write(std::string(knowledge.text(rule.id)) + "\t" + weight_text(rule.weight) + "\t" +
                          files.place(rule, rule.line) + "\n");
    }
    if (wanted && !any) throw unknown_target(knowledge, *wanted);
    return 0;
}

int run_test(const Arguments& arguments, Console& console) {
    const RuleFiles files(arguments, operand(arguments));
    const Knowledge& knowledge = files.knowledge();
    const auto own = files.own_rules();
    const auto failures = check_examples(knowledge, own);
    for (const ExampleFailure& failure : failures) {
        const Rule& rule = knowledge.rules()[failure.rule];
        const Example& example = knowledge.examples()[failure.example];
        console.out.write(files.place(rule, example.line) + ": " +
                          console.screen.in(Ink::bold, knowledge.text(rule.id)) + " " + failure.what + "\n");
        if (example.statement.size > 0)
            console.out.write(hang("    to: ", knowledge.text(example.statement), 8, console.screen));
        console.out.write(hang("    ", knowledge.text(example.reply), 4, console.screen));
    }
    std::size_t examples = 0;
    for (const std::uint32_t index : own)
        examples += knowledge.rules()[index].last_example - knowledge.rules()[index].first_example;
    const std::string held =
        failures.empty() ? "all hold" : count_of(failures.size(), "does", "do") + " not hold";
    console.out.write(count_of(own.size(), "rule", "rules") + ", " +
                      count_of(examples, "example", "examples") + ": " + held + "\n");
    return failures.empty() ? 0 : 1;
}

int run_lint(const Arguments& arguments, Console& console) {
    const RuleFiles files(arguments, operand(arguments));
    const Knowledge& knowledge = files.knowledge();
    const auto own = files.own_rules();
    const auto notes =
        lint_rules(knowledge, own, arguments.has("--examples") ? LintDepth::every_cue : LintDepth::usual);
    for (const LintNote& note : notes) {
        const Rule& rule = knowledge.rules()[note.rule];
        console.out.write(files.place(rule, rule.line) + ": " +
                          console.screen.in(Ink::bold, knowledge.text(rule.id)) + " " + note.what + "\n");
        if (!note.help.empty()) console.out.write("    help: " + note.help + "\n");
    }
    console.out.write(count_of(own.size(), "rule", "rules") + ": " +
                      (notes.empty() ? "nothing to remark" : count_of(notes.size(), "remark", "remarks")) +
                      "\n");
    return notes.empty() ? 0 : 1;
}

constexpr Usage list_examples[] = {
    {"attune rules list", "every rule: its name, its weight, where it stands"},
    {"attune rules list --pattern fixing",
     "those that speak for one pattern, move, signal, frame or feeling"},
};
constexpr Usage test_examples[] = {
    {"attune rules test", "every rule of the packs in use"},
    {"attune rules test my-rules.yaml", "the rules of one file, laid over the built-in ones"},
};
constexpr Usage lint_examples[] = {
    {"attune rules lint", "look over the packs in use"},
    {"attune rules lint my-pack", "a pack of your own, laid over the built-in one"},
    {"attune rules lint --examples my-rules.yaml", "and which of its cues no hit shows"},
};
constexpr Flag list_flags[] = {
    {"--pattern", "NAME", "only rules that speak for this pattern, kind, move, signal, frame or feeling", "",
     0, Names::anything},
};
constexpr Flag lint_flags[] = {
    {"--examples", "", "also tell of every cue that no hit of its rule shows", "", 0},
};
constexpr Operand path_operand = {
    "PATH", "a pack folder, or one YAML file of a pack, laid over the built-in rules", 1, Names::file};

}  // namespace

const Command rules_list_command = {
    "rules list", "every rule, its weight and where it stands", "", list_examples, list_flags, path_operand,
    run_list,
};
const Command rules_test_command = {
    "rules test",
    "hold every rule to its own hits and misses",
    "Exit: 0 all hold, 1 some do not, 2 the YAML has mistakes.",
    test_examples,
    {},
    path_operand,
    run_test,
};

const Command rules_lint_command = {
    "rules lint",
    "look for rules that earn nothing",
    "Tells rules that find themselves in no example, only repeat another or are spoken down by others, cues "
    "that "
    "stand twice or may begin with nearly any word, which takes time at each, and rules without a why.\n\n"
    "Exit: 0 nothing to remark, 1 remarks, 2 the YAML has mistakes.",
    lint_examples,
    lint_flags,
    path_operand,
    run_lint,
};

}  // namespace attune
