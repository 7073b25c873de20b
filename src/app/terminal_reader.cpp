// SPDX-License-Identifier: MIT
//
// libedit on the terminal. While a line is edited the keys that send signals are ordinary keys: Ctrl-C is
// bound to a function that ends the line and remembers why, Ctrl-Z to one that leaves the terminal in order
// before it stops.
#include <histedit.h>
#include <langinfo.h>
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <string_view>

#include "app/completion.h"
#include "app/line_reader.h"
#include "app/screen.h"

namespace attune {
namespace {

class TerminalReader : public LineReader {
  public:
    explicit TerminalReader(Output& out) : out_(out) {
        // In another character set libedit would drop what is typed beyond ASCII.
        if (std::setlocale(LC_CTYPE, "") == nullptr || std::string_view(nl_langinfo(CODESET)) != "UTF-8")
            std::setlocale(LC_CTYPE, "C.UTF-8");
        edit_ = el_init("attune", stdin, stdout, stderr);
        history_ = history_init();
        HistEvent event;
        history(history_, &event, H_SETSIZE, 500);
        history(history_, &event, H_SETUNIQUE, 1);
        el_set(edit_, EL_CLIENTDATA, this);
        el_set(edit_, EL_PROMPT, prompt_of);
        el_set(edit_, EL_EDITOR, "emacs");
        el_set(edit_, EL_HIST, ::history, history_);
        el_source(edit_, nullptr);  // the person's own ~/.editrc
        el_set(edit_, EL_ADDFN, "attune-abandon", "drop this line", abandon);
        el_set(edit_, EL_BIND, "^C", "attune-abandon", nullptr);
        el_set(edit_, EL_BIND, "^R", "em-inc-search-prev", nullptr);
        el_set(edit_, EL_ADDFN, "attune-stop", "stop for now", stop);
        el_set(edit_, EL_BIND, "^Z", "attune-stop", nullptr);
        el_set(edit_, EL_ADDFN, "attune-complete", "complete a command", complete);
        el_set(edit_, EL_BIND, "^I", "attune-complete", nullptr);
        el_set(edit_, EL_SETTY, "-d", "-isig", nullptr);
        // Between two lines the keys are the terminal's again: a Ctrl-C that comes early ends nothing either.
        before_ = std::signal(SIGINT, SIG_IGN);
        el_set(edit_, EL_SIGNAL, 1);  // a new window size; and the terminal put right before the end
    }
    ~TerminalReader() override {
        history_end(history_);
        el_end(edit_);
        std::signal(SIGINT, before_);
    }
    TerminalReader(const TerminalReader&) = delete;
    TerminalReader& operator=(const TerminalReader&) = delete;

    LineState read(const std::string& prompt, std::string& line) override {
        out_.flush();
        prompt_ = prompt;
        abandoned_ = false;
        int size = 0;
        const char* typed = el_gets(edit_, &size);
        line.assign(typed != nullptr && size > 0 ? typed : "",
                    typed != nullptr && size > 0 ? static_cast<std::size_t>(size) : 0);
        while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();
        if (abandoned_) {
            std::fputs("^C\n", stdout);
            std::fflush(stdout);
            return LineState::abandoned;
        }
        if (typed == nullptr || size <= 0) {
            std::fputs("\n", stdout);
            std::fflush(stdout);
            return LineState::ended;
        }
        if (line.find_first_not_of(" \t") != std::string::npos) {
            HistEvent event;
            history(history_, &event, H_ENTER, line.c_str());
        }
        return LineState::typed;
    }

    void complete_from(const std::vector<std::string>& lines) override { lines_ = lines; }

  private:
    static TerminalReader& self(EditLine* edit) {
        void* reader = nullptr;
        el_get(edit, EL_CLIENTDATA, &reader);
        return *static_cast<TerminalReader*>(reader);
    }
    static char* prompt_of(EditLine* edit) { return self(edit).prompt_.data(); }
    static unsigned char abandon(EditLine* edit, int) {
        self(edit).abandoned_ = true;
        return CC_NEWLINE;
    }

    static unsigned char stop(EditLine* edit, int) {
        el_set(edit, EL_PREP_TERM, 0);
        std::raise(SIGTSTP);
        el_set(edit, EL_PREP_TERM, 1);
        return CC_REDISPLAY;
    }

    // What every fitting line goes on with is added; where they part, they are listed below.
    static unsigned char complete(EditLine* edit, int) {
        const LineInfo* info = el_line(edit);
        const std::string_view typed(info->buffer, static_cast<std::size_t>(info->cursor - info->buffer));
        const Completion found = complete_line(typed, self(edit).lines_);
        if (!found.added.empty()) {
            el_insertstr(edit, found.added.c_str());
            return CC_REFRESH;
        }
        if (found.choices.size() < 2) return CC_ERROR;
        std::fputs(("\n" + list_choices(found.choices, find_width(STDOUT_FILENO))).c_str(), stdout);
        std::fflush(stdout);
        return CC_REDISPLAY;
    }

    Output& out_;
    std::vector<std::string> lines_;  // that Tab completes to
    EditLine* edit_ = nullptr;
    History* history_ = nullptr;
    std::string prompt_;
    bool abandoned_ = false;
    void (*before_)(int) = SIG_DFL;  // what SIGINT did
};

}  // namespace

std::unique_ptr<LineReader> make_terminal_reader(Output& out) {
    return std::make_unique<TerminalReader>(out);
}

}  // namespace attune
