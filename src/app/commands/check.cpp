// SPDX-License-Identifier: MIT
//
// `attune check`: replies in, readings out, one at a time and with flat memory.
#include "app/commands/check.h"

#include <algorithm>
#include <charconv>

#include "app/complaint.h"
#include "app/console.h"
#include "app/packs_in_use.h"
#include "app/paragraphs.h"
#include "app/presenter.h"
#include "app/records.h"
#include "app/sieve.h"
#include "coach/coach.h"

namespace attune {
namespace {

constexpr int never = 4;  // above every severity

struct Options {
    std::optional<std::string> statement, reply;
    std::vector<std::string> files;
    bool records = false;
    Format format = Format::text;
    bool rewrites = true;
    RewriteOptions rewriting;
    int fail_on = 1;  // findings of this severity or graver make exit 1
    ShowOptions show;
};

Format format_named(std::string_view name) {
    if (name == "concise") return Format::concise;
    if (name == "json") return Format::json;
    if (name == "jsonl") return Format::jsonl;
    if (name == "csv") return Format::csv;
    if (name == "github") return Format::github;
    if (name == "sarif") return Format::sarif;
    return Format::text;
}

float read_confidence(const std::string& text) {
    float value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !(value >= 0 && value <= 1))
        throw usage_complaint("`--min-confidence` takes a number from 0 to 1, not `" + text + "`", "");
    return value;
}

Options read_options(const Arguments& arguments) {
    Options options;
    options.statement = arguments.value("--to");
    options.reply = arguments.value("--reply");
    options.files = arguments.operands();
    if (options.reply && !options.files.empty())
        throw usage_complaint("`--reply` and a file cannot be read together",
                              "run `attune check` once for each");
    options.records = arguments.value("--input").value_or("text") == "jsonl";
    if (options.reply && options.records)
        throw usage_complaint("`--reply` is plain text and `--input jsonl` is not", "leave one of them out");
    options.format = format_named(arguments.value("--format").value_or("text"));
    options.rewrites = !arguments.has("--no-rewrites");
    const auto index_in = [](const auto& names, std::string_view name) {
        return static_cast<std::uint8_t>(std::find(std::begin(names), std::end(names), name) -
                                         std::begin(names));
    };
    if (const auto relation = arguments.value("--for"))
        options.rewriting.relation = index_in(relation_names, *relation);
    if (const auto style = arguments.value("--style"))
        options.rewriting.style = index_in(style_names, *style);
    options.show.region = arguments.value("--region").value_or("");
    if (const auto given = arguments.value("--min-confidence"))
        options.show.flagged_from = options.show.reported_from = read_confidence(*given);
    const std::string fail_on = arguments.value("--fail-on").value_or("1");
    options.fail_on = fail_on == "never" ? never : fail_on[0] - '0';
    if (options.files.empty() && !options.reply) options.files.emplace_back("-");
    return options;
}

std::unique_ptr<Presenter> make_presenter(const Options& options, const Knowledge& knowledge,
                                          Console& console) {
    switch (options.format) {
        case Format::text:
            return make_text_presenter(knowledge, console, options.show);
        case Format::concise:
            return make_concise_presenter(knowledge, console, options.show);
        case Format::csv:
            return make_csv_presenter(knowledge, console, options.show);
        case Format::github:
            return make_github_presenter(knowledge, console, options.show);
        case Format::sarif:
            return make_sarif_presenter(knowledge, console, options.show);
        case Format::json:
        case Format::jsonl:
            break;
    }
    return make_json_presenter(options.format, knowledge, console, options.show);
}

// A line or a row a finding leaves no room for better words.
bool shows_rewrites(Format format) {
    return format == Format::text || format == Format::json || format == Format::jsonl;
}

class Check {
  public:
    Check(const Options& options, const Arguments& arguments, const Knowledge& knowledge, Console& console)
        : options_(options),
          console_(console),
          coach_(knowledge),
          sieve_(arguments, knowledge, console, options.show.flagged_from),
          presenter_(make_presenter(options, knowledge, console)) {}

    int run() {
        if (!sieve_.writing()) presenter_->begin();
        if (options_.reply) {
            read({}, {statement_of(std::nullopt), *options_.reply});
        } else {
            for (const std::string& file : options_.files) read_file(file);
        }
        if (!sieve_.writing()) presenter_->end(!broken_);
        console_.out.flush();
        sieve_.end(!broken_);
        return broken_ ? 2 : failed_ ? 1 : 0;
    }

  private:
    [[nodiscard]] std::optional<std::string_view> statement_of(std::optional<std::string_view> own) const {
        if (own || !options_.statement) return own;
        return *options_.statement;
    }

    // A file that cannot be read is told, and the others are read all the same.
    void read_file(const std::string& path) {
        try {
            read_input(path);
        } catch (const InputError& error) {
            console_.err.write(std::string("attune: ") + error.what() + "\n");
            console_.err.flush();
            broken_ = true;
        }
    }

    void read_input(const std::string& path) {
        Input input(path);
        if (input.is_terminal()) {
            console_.err.write(
                "write replies with a blank line between them; Ctrl-D on an empty line ends\n");
            console_.err.flush();
        }
        input.before_waiting = [this] { console_.out.flush(); };
        const std::uint64_t before = count_;
        if (options_.records)
            read_records(input);
        else
            read_paragraphs(input);
        if (count_ == before) {
            console_.err.write("attune: no reply in " + input.shown() + "\n");
            console_.err.flush();
        }
    }

    void read_paragraphs(Input& input) {
        Paragraphs paragraphs(input);
        while (const auto paragraph = paragraphs.next()) {
            const Origin origin{input.shown(), paragraph->line, {}, false};
            const std::string_view reply = sieve_.open(origin, paragraph->text);
            if (reply.find_first_not_of(" \t\r\v\f\n") == std::string_view::npos)
                sieve_.pass_over(origin);
            else
                read(origin, {statement_of(std::nullopt), reply});
        }
    }

    void read_records(Input& input) {
        Records records(input);
        Record record;
        while (records.next(record)) {
            const Origin origin{input.shown(), record.line, record.id, true};
            if (record.error.empty()) {
                read(origin, {statement_of(record.statement), record.reply});
            } else {
                presenter_->reject(origin, record.error);
                broken_ = true;
                ++count_;
            }
        }
    }

    void read(const Origin& origin, const Exchange& exchange) {
        ++count_;
        coach_.read(exchange, reading_);
        sieve_.sift(origin, exchange, !options_.records && !options_.reply, reading_);
        if (sieve_.writing()) return;
        std::vector<Rewrite> rewrites;
        if (options_.rewrites && shows_rewrites(options_.format) && !reading_.risk &&
            reading_.flagged(options_.show.flagged_from))
            rewrites = coach_.rewrite(exchange, reading_, options_.rewriting);
        if (!reading_.risk)
            for (const Finding& finding : reading_.findings)
                if (finding.confidence >= options_.show.flagged_from && finding.severity >= options_.fail_on)
                    failed_ = true;
        presenter_->show({origin, exchange, reading_, rewrites});
    }

    const Options& options_;
    Console& console_;
    Coach coach_;
    Sieve sieve_;
    std::unique_ptr<Presenter> presenter_;
    Reading reading_;
    std::uint64_t count_ = 0;
    bool broken_ = false, failed_ = false;
};

int run_check(const Arguments& arguments, Console& console) {
    const Options options = read_options(arguments);
    const auto library = open_packs(arguments);
    return Check(options, arguments, library->knowledge(), console).run();
}

constexpr Usage examples[] = {
    {R"(attune check --to "I failed the exam again." --reply "At least you tried.")",
     "one reply to what was said"},
    {"attune check drafts.txt", "a reply a paragraph"},
    {"xclip -o | attune check", "whatever is piped in"},
    {"attune check --format concise --fail-on 2 drafts.txt", "one line a finding, exit 1 from severity 2"},
    {"attune check --input jsonl --format jsonl chats.jsonl", "records in, records out"},
    {"attune check --format sarif drafts.md > attune.sarif",
     "for code hosts and editors; github is for its workflows"},
    {"attune check --baseline known.json --write-baseline drafts.md", "from now on, only what is new"},
};

constexpr Flag flags[] = {
    {"--to", "STATEMENT", "what the person said; with records: for those that do not say", "", 0},
    {"--reply", "REPLY", "the reply to read, in place of a file", "", 0},
    {"--input", "KIND", "what the files hold: a reply a paragraph, or one JSON object a line", "text|jsonl",
     0},
    {"--format", "FORMAT", "how to show what was found", "text|concise|json|jsonl|csv|github|sarif", 0},
    {"--min-confidence", "X", "count findings from this confidence on, 0 to 1 (0.5)", "", 0, Names::nothing,
     SettingForm::fraction, "0.5"},
    {"--select", "NAMES", "only these patterns, kinds or rules, with commas between; may be given again", "",
     0, Names::finding, SettingForm::list},
    {"--ignore", "NAMES", "all but these; of two names that fit, the longer decides", "", 0, Names::finding,
     SettingForm::list},
    {"--baseline", "FILE", "pass over the findings that this file knows", "", 0, Names::file,
     SettingForm::file},
    {"--write-baseline", "", "write what is found into --baseline, in place of showing it", "", 0},
    {"--fail-on", "SEVERITY", "exit 1 from this severity on (1)", "1|2|3|never", 0, Names::nothing,
     SettingForm::text, "1"},
    {"--no-rewrites", "", "leave out what one could say instead", "", 0, Names::nothing, SettingForm::yes},
    {"--for", "WHO", "who the person is to you, for words that fit (guessed)",
     "partner|child|teen|friend|parent|sibling|colleague|neighbour|client|self|stranger", 0, Names::nothing,
     SettingForm::text, "guessed"},
    {"--style", "STYLE", "how to say it: in few words, with warmth, or without frills", "brief|warm|plain", 0,
     Names::nothing, SettingForm::text},
    {"--region", "CODE", "add this country's lines to the safety card, such as us or gb", "", 0,
     Names::region, SettingForm::text},
};

}  // namespace

const Command check_command = {
    "check",
    "read replies: what misses, why, and what would meet them",
    "A record is {\"id\": …, \"statement\": …, \"reply\": …}; only the reply is needed. A line that cannot "
    "be read "
    "is answered by {\"error\": …, \"line\": …} and the rest goes on. Where someone may be in danger, a calm "
    "card "
    "is shown and nothing is coached.\n\n"
    "In text, `attune:ignore` silences what is found on its line, or in its whole paragraph where the line "
    "holds nothing else: `<!-- attune:ignore -->` or `# attune:ignore fixing, judging -- a reason`. A mark "
    "that silences nothing is remarked. The score stays that of the whole reply.\n\n"
    "Exit: 0 nothing found, 1 findings at or above --fail-on, 2 an error.",
    examples,
    flags,
    {"FILE…|-", "what to read; - is standard input, which is also read when nothing is named", SIZE_MAX,
     Names::file},
    run_check,
};

}  // namespace attune
