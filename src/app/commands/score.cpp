// SPDX-License-Identifier: MIT
//
// `attune score`: transcripts in, figures out.
#include "app/commands/score.h"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <mutex>
#include <thread>

#include "app/complaint.h"
#include "app/console.h"
#include "app/interruption.h"
#include "app/packs_in_use.h"
#include "app/progress.h"
#include "app/score/line_files.h"
#include "app/score/presenter.h"
#include "app/score/run.h"
#include "app/whole_file.h"
#include "core/suggest.h"
#include "transcript/find_files.h"

namespace attune {
namespace {

constexpr std::size_t most_jobs = 256;

struct Options {
    ScoreOptions run;
    ScoreFormat format = ScoreFormat::text;
    bool merge = false, list = false;
    std::string resume, output;  // files; empty: none
};

ScoreFormat format_of(const std::string& name) {
    if (name == "json") return ScoreFormat::json;
    if (name == "jsonl") return ScoreFormat::jsonl;
    if (name == "csv") return ScoreFormat::csv;
    if (name == "html") return ScoreFormat::html;
    return ScoreFormat::text;
}

std::size_t read_jobs(const Arguments& arguments) {
    const auto given = arguments.value("--jobs");
    if (!given) return std::max(1U, std::thread::hardware_concurrency());
    std::size_t jobs = 0;
    const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), jobs);
    if (error != std::errc{} || end != given->data() + given->size() || jobs < 1 || jobs > most_jobs)
        throw usage_complaint("`--jobs` takes a number from 1 to 256, not `" + *given + "`", "");
    return jobs;
}

void read_input_format(const Arguments& arguments, transcript::ReadOptions& out) {
    if (const auto name = arguments.value("--input")) {
        out.format = transcript::format_named(*name);
        if (!out.format) {
            const std::string near = did_you_mean(*name, transcript::format_names());
            std::string all;
            for (const std::string& known : transcript::format_names())
                all += (all.empty() ? "" : ", ") + known;
            throw usage_complaint("`--input` does not know `" + *name + "`",
                                  near.empty() ? "it knows " + all : "did you mean `" + near + "`?");
        }
    }
    if (const auto columns = arguments.value("--columns")) {
        std::string problem;
        const auto map = transcript::parse_column_map(*columns, problem);
        if (!map) throw usage_complaint("`--columns`: " + problem, "");
        out.columns = *map;
    }
}

Options read_options(const Arguments& arguments) {
    Options options;
    ScoreOptions& run = options.run;
    run.paths = arguments.operands();
    run.helpers = arguments.values("--helper");
    run.by = arguments.value("--by").value_or("");
    run.quote = arguments.has("--quote");
    run.redact = arguments.has("--redact");
    run.jobs = read_jobs(arguments);
    read_input_format(arguments, run.reading);
    run.reading.names = run.helpers;
    options.format = format_of(arguments.value("--format").value_or("text"));
    options.merge = arguments.has("--merge");
    options.list = arguments.has("--list");
    options.resume = arguments.value("--resume").value_or("");
    options.output = arguments.value("--output").value_or("");
    if (run.paths.empty())
        throw usage_complaint("nothing to read", "name transcripts or folders, or `-` for what is piped in");
    for (const std::string_view flag :
         {"--helper", "--input", "--columns", "--by", "--quote", "--redact", "--resume", "--list"})
        if (options.merge && arguments.has(flag))
            throw usage_complaint("`" + std::string(flag) + "` says nothing to `--merge`",
                                  "give it to the runs that read the transcripts");
    if (run.redact && !run.quote)
        throw usage_complaint("without `--quote` no words are shown, and there is nothing to redact", "");
    return options;
}

std::string list_names(const std::map<std::string, std::uint64_t>& names) {
    std::vector<std::pair<std::uint64_t, std::string>> sorted;
    for (const auto& [name, sessions] : names)
        if (!name.empty()) sorted.emplace_back(sessions, name);
    std::stable_sort(sorted.begin(), sorted.end(), [](auto& a, auto& b) { return a.first > b.first; });
    std::string list;
    for (const auto& [sessions, name] : sorted)
        list +=
            "\n    " + name + " (" + std::to_string(sessions) + (sessions == 1 ? " session)" : " sessions)");
    return list;
}

Complaint helper_complaint(const std::string& message, const ScoreOutcome& found) {
    if (found.speakers.empty()) return usage_complaint(message, "");
    return usage_complaint(message, "name them with `--helper`; in " + std::to_string(found.sessions) +
                                        (found.sessions == 1 ? " session" : " sessions") + " there speak" +
                                        list_names(found.speakers));
}

// Bytes of all files, for the time that is left; 0 when one of them is a stream.
std::uint64_t total_bytes(const std::vector<std::string>& paths) {
    std::uint64_t total = 0;
    for (const std::string& path : paths) {
        std::error_code error;
        const auto size = path == "-" ? 0 : std::filesystem::file_size(path, error);
        if (path == "-" || error) return 0;
        total += size;
    }
    return total;
}

std::unique_ptr<ScorePresenter> make_presenter(ScoreFormat format, Output& out, const Screen& screen) {
    if (format == ScoreFormat::text) return make_score_text(out, screen);
    if (format == ScoreFormat::csv) return make_score_csv(out);
    if (format == ScoreFormat::html) return make_score_html(out);
    return make_score_json(format, out);
}

class Score {
  public:
    Score(Options& options, Console& console)
        : options_(options), console_(console), screen_(console.screen) {
        if (!options.output.empty()) {
            file_.emplace(options.output);
            screen_.color = false;
        }
        presenter_ = make_presenter(options.format, file_ ? file_->output() : console.out, screen_);
    }

    int merge() {
        presenter_->begin();
        for (const std::string& path : options_.run.paths) {
            try {
                if (!read_figures(
                        path, [this](const SessionFigures& session) { take(session); },
                        [this](const std::string& problem) { say(problem + "\n"); }))
                    broken_ = true;
            } catch (const InputError& error) {
                say(std::string("attune: ") + error.what() + "\n");
                broken_ = true;
            }
        }
        return finish();
    }

    // For those who share out the work themselves.
    int list() {
        find_files();
        for (const std::string& path : options_.run.paths) console_.out.write(path + "\n");
        return broken_ ? 2 : 0;
    }

    int read(const Knowledge& knowledge) {
        find_files();
        if (options_.run.paths.empty()) return 2;
        Interruption interruption;
        Progress progress(console_.err, total_bytes(options_.run.paths));
        progress_ = &progress;
        options_.run.reading.stop = &interruption.asked();
        options_.run.reading.bytes_read = &progress.bytes;
        const ScoreSinks sinks{[this](const SessionFigures& session) { take(session); },
                               [this](const Diagnostic& problem) { tell(problem); }};
        if (options_.run.helpers.empty())
            throw helper_complaint("whose turns are to be read?", survey_transcripts(options_.run, sinks));
        presenter_->begin();
        const std::unique_ptr<EarlierRun> earlier = open_earlier_run();
        const ScoreOutcome outcome = score_transcripts(options_.run, knowledge, earlier.get(), sinks);
        progress.clear();
        const bool stopped = interruption.asked();
        if (!stopped) check(outcome);
        const int status = finish();
        progress_ = nullptr;
        if (!stopped) return status;
        say("attune: stopped after " + std::to_string(corpus_.sessions) +
            " sessions; what was done is written, and `--resume` goes on from a jsonl file\n");
        return interrupted_status;
    }

  private:
    void find_files() {
        const auto found =
            transcript::find_files(options_.run.paths, [this](const Diagnostic& problem) { tell(problem); });
        options_.run.paths = found.paths;
        if (found.passed_over > 0)
            say("attune: passed over " + std::to_string(found.passed_over) +
                (found.passed_over == 1 ? " file that is" : " files that are") + " no transcript by name\n");
    }

    // A run that never began has nothing to go on from.
    std::unique_ptr<EarlierRun> open_earlier_run() {
        if (options_.resume.empty()) return nullptr;
        if (std::filesystem::exists(options_.resume)) return std::make_unique<EarlierRun>(options_.resume);
        say("attune: there is no " + options_.resume + " yet; starting anew\n");
        return nullptr;
    }

    void take(const SessionFigures& session) {
        corpus_.add(session);
        presenter_->show(session);
        if (progress_ == nullptr) return;
        const std::lock_guard lock(speaking_);
        progress_->show(corpus_.sessions);
    }

    void tell(const Diagnostic& problem) {
        if (problem.gravity == Gravity::error) broken_ = true;
        Diagnostics one;
        one.add(problem);
        say(one.render());
    }

    // Files are read on one thread and figures shown on another.
    void say(const std::string& text) {
        const std::lock_guard lock(speaking_);
        if (progress_ != nullptr) progress_->clear();
        console_.err.write(text);
        console_.err.flush();
    }

    void check(const ScoreOutcome& outcome) {
        if (outcome.sessions == 0) return;
        if (outcome.without_helper == outcome.sessions)
            throw helper_complaint("no session has a turn of " + spelled_helpers(), outcome);
        if (outcome.without_helper > 0)
            say("attune: " + std::to_string(outcome.without_helper) + " of " +
                std::to_string(outcome.sessions) + " sessions have no turn of " + spelled_helpers() +
                " and are left out\n");
        if (options_.run.by.empty() || outcome.columns.contains(options_.run.by)) return;
        const std::string message = "no session has a column `" + options_.run.by + "`";
        if (outcome.columns.empty())
            throw usage_complaint(message, "these transcripts say nothing of a session as a whole");
        throw usage_complaint(message, "there are" + list_names(outcome.columns));
    }

    [[nodiscard]] std::string spelled_helpers() const {
        std::string spelled;
        for (const std::string& name : options_.run.helpers)
            spelled += (spelled.empty() ? "`" : " or `") + name + "`";
        return spelled;
    }

    int finish() {
        presenter_->end(corpus_);
        if (file_)
            file_->commit();
        else
            console_.out.flush();
        return broken_ ? 2 : 0;
    }

    Options& options_;
    Console& console_;
    Screen screen_;
    std::optional<WholeFile> file_;
    std::unique_ptr<ScorePresenter> presenter_;
    CorpusFigures corpus_;
    Progress* progress_ = nullptr;
    std::mutex speaking_;
    std::atomic<bool> broken_ = false;
};

int run_score(const Arguments& arguments, Console& console) {
    Options options = read_options(arguments);
    if (options.merge) return Score(options, console).merge();
    if (options.list) return Score(options, console).list();
    const auto library = open_packs(arguments);
    return Score(options, console).read(library->knowledge());
}

constexpr Usage examples[] = {
    {"attune score --helper Dana call.vtt", "one conversation, Dana's turns"},
    {"attune score --helper therapist --by mi_quality interviews.csv", "two groups of sessions compared"},
    {"attune score --helper Dana --helper Sam --format html --output report.html calls/",
     "a page to look at"},
    {"attune score --helper agent --format jsonl chats.jsonl.gz > figures.jsonl", "a session a line"},
    {"attune score --merge part1.jsonl part2.jsonl", "what several runs counted, together"},
};

constexpr Flag flags[] = {
    {"--helper", "NAME", "whose turns to read, as the transcript names them; may be given again", "", 0},
    {"--format", "FORMAT", "how to show the figures", "text|json|jsonl|csv|html", 0},
    {"--output", "FILE", "write there, whole or not at all, in place of standard output", "", 'o',
     Names::file},
    {"--input", "FORMAT", "what the files hold, where their content does not tell", "", 0},
    {"--columns", "MAP", "which columns hold what: speaker=who,text=words,session=id", "", 0},
    {"--by", "COLUMN", "compare the sessions by what this column says of them", "", 0},
    {"--quote", "", "show the words of the moments to look at", "", 0},
    {"--redact", "", "with --quote: blank names, phones, mails, links and dates", "", 0},
    {"--jobs", "N", "how many cores to use (all)", "", 'j'},
    {"--merge", "", "read figures that earlier runs wrote as jsonl, in place of transcripts", "", 0},
    {"--list", "", "only list the files that would be read, in their order", "", 0},
    {"--resume", "FILE", "go on where this jsonl stopped, with what it holds", "", 0, Names::file},
};

}  // namespace

const Command score_command = {
    "score",
    "read conversations: how they went, turn by turn and all together",
    "Reads plain text, WebVTT, SRT, CSV, JSON, JSONL, WhatsApp, CHAT and TextGrid, told apart by content, "
    "also "
    "packed with gzip or zstd; folders are walked. A turn is all that a helper says until the other says "
    "more "
    "than \"mm-hm\".\n\n"
    "The score of a session, 0 to 100, weighs the share of acts that fit motivational interviewing, the "
    "share "
    "of open questions, and the share of the talk that is left to the other. It is not a MITI score. Turns "
    "that mention risk are counted and left out. Words of the transcript are shown only with --quote.\n\n"
    "Exit: 0 done, 2 an error or something left out, 130 stopped by Ctrl-C with what was done.",
    examples,
    flags,
    {"PATH…|-", "transcripts and folders; - is standard input", SIZE_MAX, Names::file},
    run_score,
};

}  // namespace attune
