// SPDX-License-Identifier: MIT
//
// `attune eval`: labelled replies in, figures out. A trainer sees what a pack finds, what it gets wrong, and
// which rules do the work.
#include "app/commands/eval.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "app/complaint.h"
#include "app/console.h"
#include "app/evaluation_report.h"
#include "app/labelled_records.h"
#include "app/packs_in_use.h"
#include "coach/coach.h"
#include "core/suggest.h"

namespace attune {
namespace {

struct Options {
    std::vector<std::string> inputs;
    bool json = false;
    EvaluationShow show;
    double fail_under = 0;
};

template <class Number>
bool read_number(const std::string& text, Number& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

std::optional<LabelId> read_label(const Arguments& arguments, std::string_view flag,
                                  const Knowledge& knowledge) {
    const auto name = arguments.value(flag);
    if (!name) return std::nullopt;
    if (const auto label = find_label(knowledge, *name)) return label;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < label_count(knowledge); ++i)
        names.emplace_back(label_name(knowledge, static_cast<LabelId>(i)));
    const std::string near = did_you_mean(*name, names);
    throw usage_complaint("`" + *name + "` is neither a pattern nor a move",
                          near.empty() ? "`attune explain` lists them all" : "did you mean `" + near + "`?");
}

Options read_options(const Arguments& arguments, const Knowledge& knowledge) {
    Options options;
    options.inputs = arguments.operands();
    if (options.inputs.empty())
        throw usage_complaint("no labelled file is named", "`attune eval --help` tells what one holds");
    options.json = arguments.value("--format").value_or("text") == "json";
    options.show.only = read_label(arguments, "--pattern", knowledge);
    options.show.missed = read_label(arguments, "--missed", knowledge);
    options.show.evidence = arguments.has("--evidence");
    if (options.show.evidence && !options.json)
        throw usage_complaint("`--evidence` is told as JSON only", "add `--format json`");
    if (const auto worst = arguments.value("--worst"); worst && !read_number(*worst, options.show.worst))
        throw usage_complaint("`--worst` takes a whole number, not `" + *worst + "`", "");
    if (const auto least = arguments.value("--fail-under"))
        if (!read_number(*least, options.fail_under) || !(options.fail_under >= 0 && options.fail_under <= 1))
            throw usage_complaint("`--fail-under` takes a number from 0 to 1, not `" + *least + "`", "");
    return options;
}

// Files as they are, and the labelled files of folders by name.
std::vector<std::string> files_of(const std::vector<std::string>& inputs) {
    std::vector<std::string> files;
    for (const std::string& input : inputs) {
        std::error_code error;
        if (!std::filesystem::is_directory(input, error)) {
            files.push_back(input);
            continue;
        }
        std::vector<std::string> inside;
        for (std::filesystem::directory_iterator entry(input, error), end; !error && entry != end;
             entry.increment(error))
            if (entry->path().extension() == ".jsonl") inside.push_back(entry->path().string());
        if (error) throw InputError("cannot read " + input + ": " + error.message());
        if (inside.empty()) throw usage_complaint("no file in " + input + " ends in .jsonl", "");
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

std::vector<LabelledCase> read_cases(const std::vector<std::string>& files, const Knowledge& knowledge) {
    std::vector<LabelledCase> cases;
    Diagnostics problems;
    std::string more;
    for (const std::string& file : files) {
        Input input(file);
        const std::size_t before = problems.all().size();
        read_labelled(input, knowledge, cases, problems);
        if (problems.all().size() - before >= enough_problems)
            more += "attune: the rest of " + input.shown() + " was not read\n";
    }
    if (problems.failed()) throw Complaint(problems.render() + more);
    if (cases.empty()) {
        const std::string where = files.front() == "-" ? "standard input" : files.front();
        throw usage_complaint("no labelled reply in " + where, "");
    }
    return cases;
}

int run_eval(const Arguments& arguments, Console& console) {
    const auto library = open_packs(arguments);
    const Knowledge& knowledge = library->knowledge();
    const Options options = read_options(arguments, knowledge);
    const auto files = files_of(options.inputs);
    const auto cases = read_cases(files, knowledge);

    Coach coach(knowledge);
    Reading reading;
    std::vector<CaseReading> readings;
    readings.reserve(cases.size());
    for (const LabelledCase& labelled : cases) {
        coach.read({labelled.statement, labelled.reply}, reading);
        readings.push_back(keep_evidence(knowledge, reading));
    }

    const Judged judged{cases, readings};
    const Resampling resampling;
    const Evaluation evaluation = evaluate(knowledge, judged, resampling);
    const RuleWorths rules = weigh_rules(knowledge, judged, evaluation);
    const EvaluationReport report{files.size(), judged, evaluation, rules, resampling, options.show};
    if (options.json)
        show_evaluation_as_json(knowledge, report, console);
    else
        show_evaluation_as_text(knowledge, report, console);
    console.out.flush();
    return evaluation.macro_f1 < options.fail_under ? 1 : 0;
}

constexpr Usage examples[] = {
    {"attune eval labelled.jsonl", "what is found, what is wrong, and which rules do the work"},
    {"attune eval --pattern fixing --worst 10 labelled.jsonl",
     "all rules of one pattern, and where they err"},
    {"attune eval --missed minimizing labelled.jsonl", "the replies in which it should have been found"},
    {"attune eval --pack my-pack --fail-under 0.5 labels/", "a pack of your own, held to a mark"},
};

constexpr Flag flags[] = {
    {"--format", "FORMAT", "how to show the figures", "text|json", 0},
    {"--pattern", "NAME", "tell of the rules of this pattern or move only, and of all of them", "", 0,
     Names::code},
    {"--worst", "N", "show this many wrong hits of a rule (3)", "", 0},
    {"--missed", "NAME", "list the replies that carry this pattern or move and were passed over", "", 0,
     Names::code},
    {"--fail-under", "X", "exit 1 when the macro-F1 is below this", "", 0},
    {"--evidence", "", "with JSON: every reply with its labels and the rules that spoke", "", 0},
};

}  // namespace

const Command eval_command = {
    "eval",
    "measure the rules on labelled replies",
    "A line holds {\"id\": …, \"statement\": …, \"reply\": …, \"labels\": {\"fixing\": 1, \"naming\": 0}, "
    "\"spans\": {\"fixing\": [0, 12]}, \"rating\": 2}. A label that is null or missing is not scored. "
    "data/README.md tells more.\n\n"
    "A rule earns a reply when what it says there is right and would be wrong without it, and costs one "
    "when it is the other way round.\n\n"
    "Exit: 0 measured, 1 below --fail-under, 2 an error.",
    examples,
    flags,
    {"FILE|FOLDER…|-", "labelled JSONL; of a folder, its files that end in .jsonl", SIZE_MAX, Names::file},
    run_eval,
};

}  // namespace attune
