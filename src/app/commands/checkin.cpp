// SPDX-License-Identifier: MIT
#include "app/commands/checkin.h"

#include <unistd.h>

#include <ctime>

#include "app/coaching_text.h"
#include "app/complaint.h"
#include "app/console.h"
#include "app/input.h"
#include "app/line_reader.h"
#include "app/packs_in_use.h"
#include "app/wrap.h"
#include "practice/checkin.h"
#include "practice/history.h"
#include "text/utf8.h"

namespace attune {
namespace {

constexpr std::size_t longest_word_kept = 60;

// Lines of a pipe; what was typed is not written again, as it is nobody else's.
class QuietLines : public LineReader {
  public:
    QuietLines() : input_("-"), nowhere_(-1, "nowhere"), lines_(make_pipe_reader(input_, nowhere_)) {}

    LineState read(const std::string&, std::string& line) override {
        const LineState state = lines_->read("", line);
        nowhere_.buffer().clear();
        return state;
    }

  private:
    Input input_;
    Output nowhere_;
    std::unique_ptr<LineReader> lines_;
};

// Where the word is to be kept; checked before anything is asked.
std::optional<History> history_to_keep_in() {
    const std::string path = History::usual_path();
    std::optional<History> history;
    if (History::exists(path)) history.emplace(path);
    if (!history || history->keeping() < Keeping::figures)
        throw usage_complaint("there is no history that `--keep` could add to",
                              "`attune practice` asks on a terminal whether to keep one");
    return history;
}

class CheckingIn {
  public:
    CheckingIn(Coach& coach, LineReader& lines, Console& console, std::string region)
        : coach_(coach), lines_(lines), console_(console), region_(std::move(region)) {}

    // What was named, when it may be kept.
    std::optional<NamedFeeling> run() {
        say("What is here right now? A word for it and how much of it, from 0 to 10, such as: tired 6. Enter "
            "passes.");
        NamedFeeling named = ask_for_feeling();
        if (answer_checkin(coach_, named, "").risk) return show_card();
        std::string to_a_friend;
        if (!named.word.empty() || named.strength) {
            say("What would you say to a friend who felt that? Enter passes.");
            to_a_friend = ask();
        }
        const CheckinReply reply = answer_checkin(coach_, named, to_a_friend);
        if (reply.risk) return show_card();
        console_.out.write("\n" + hang("", reply.sentence, 0, console_.screen));
        return named;
    }

  private:
    NamedFeeling ask_for_feeling() {
        for (;;) {
            NamedFeeling named = read_named_feeling(ask());
            if (!named.beyond_scale || ended_) return named;
            say("The scale goes from 0, hardly there, to 10. What is here?");
        }
    }

    // "" when it is passed over, by Enter, Ctrl-C or the end.
    std::string ask() {
        std::string line;
        console_.out.flush();
        if (ended_) return line;
        const LineState state = lines_.read("> ", line);
        ended_ = state == LineState::ended;
        return state == LineState::typed ? line : std::string{};
    }

    std::nullopt_t show_card() {
        console_.out.write("\n" + show_safety_card(coach_.knowledge(), region_, console_.screen));
        return std::nullopt;
    }

    void say(std::string_view words) { console_.out.write(hang("", words, 0, console_.screen)); }

    Coach& coach_;
    LineReader& lines_;
    Console& console_;
    std::string region_;
    bool ended_ = false;
};

void keep(History& history, const NamedFeeling& named, Console& console) {
    const std::string word = shorten(valid_utf8(named.word), longest_word_kept);
    history.record(Checkin{static_cast<Instant>(std::time(nullptr)), word, named.strength});
    std::string what = word.empty() ? "the number" : "\"" + word + "\"";
    if (named.strength) what += ", " + std::to_string(*named.strength) + " of 10";
    console.out.write(hang("", "Kept: " + what + ". `attune forget` erases it.", 0, console.screen));
}

int run_checkin(const Arguments& arguments, Console& console) {
    const auto library = open_packs(arguments);
    std::optional<History> history;
    if (arguments.has("--keep")) history = history_to_keep_in();
    if (arguments.has("--plain")) console.screen = plain_screen();
    Coach coach(library->knowledge());
    const bool on_terminal = ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
    const std::unique_ptr<LineReader> lines =
        on_terminal ? make_terminal_reader(console.out) : std::make_unique<QuietLines>();
    const auto named = CheckingIn(coach, *lines, console, arguments.value("--region").value_or("")).run();
    if (history && named && (!named->word.empty() || named->strength)) keep(*history, *named, console);
    return 0;
}

constexpr Usage examples[] = {
    {"attune checkin", "two questions to yourself, and one kind sentence"},
    {"echo tired 7 | attune checkin", "the same without a terminal"},
};

constexpr Flag flags[] = {
    {"--keep", "", "add the word and the number to your history, where you keep one", "", 0},
    {"--plain", "", "no colour; reads well aloud", "", 0},
    {"--region", "CODE", "add this country's lines to the safety card, such as us or gb", "", 0,
     Names::region, SettingForm::text},
};

}  // namespace

const Command checkin_command = {
    "checkin",
    "pause for a moment: name what is here in yourself",
    "There is no score and no advice. Nothing is kept unless you add --keep, and never what you would say to "
    "a "
    "friend.",
    examples,
    flags,
    {},
    run_checkin,
};

}  // namespace attune
