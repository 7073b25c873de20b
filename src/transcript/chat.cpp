// SPDX-License-Identifier: MIT
//
// CHAT (.cha), the format of TalkBank: "*INV:" and a tab before what somebody says, "%" before notes on it,
// "@" before notes on all of it; a tab carries a line on. The three letters name the speaker.
#include "transcript/chat_codes.h"
#include "transcript/format.h"
#include "transcript/lines.h"
#include "transcript/trim.h"

namespace attune::transcript {
namespace {

class ChatReader : public FormatReader {
  public:
    explicit ChatReader(Source& source) : source_(source), lines_(*source.bytes) {}

    bool next(Session& out) override {
        if (done_) return false;
        done_ = true;
        std::string_view line;
        while (next_line(lines_, source_.problems, line)) take(line);
        end_utterance();
        if (began_ && !ended_)
            source_.problems.error(lines_.number(), "there is no `@End`",
                                   "the file may have been cut off; the session is left out");
        else
            out.segments = std::move(said_);
        out.id = source_.stem;
        return true;
    }

  private:
    void take(std::string_view line) {
        if (trimmed(line).empty()) return;
        switch (line.front()) {
            case '\t':
                if (speaking_) coded_.append(" ").append(trimmed(line));
                return;
            case '*':
                end_utterance();
                begin_utterance(line);
                return;
            case '@':
                began_ = began_ || line.starts_with("@Begin");
                ended_ = ended_ || line.starts_with("@End");
                [[fallthrough]];
            case '%':
                end_utterance();
                return;
            default:
                end_utterance();
                source_.problems.error(lines_.number(), "a line that is neither `*`, `%` nor `@`",
                                       "a line that goes on begins with a tab; the line is left out");
        }
    }

    void begin_utterance(std::string_view line) {
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || colon < 2) {
            source_.problems.error(lines_.number(), "no speaker between `*` and `:`", "the line is left out");
            return;
        }
        speaking_ = true;
        speaker_ = line.substr(1, colon - 1);
        coded_ = trimmed(line.substr(colon + 1));
        line_ = lines_.number();
    }

    void end_utterance() {
        if (!speaking_) return;
        speaking_ = false;
        ChatUtterance utterance = read_chat_codes(coded_);
        if (utterance.text.find_first_not_of(".?!, ") == std::string::npos) return;
        said_.push_back({speaker_, std::move(utterance.text), utterance.start_seconds, line_});
    }

    Source& source_;
    Lines lines_;
    std::vector<Segment> said_;
    std::string speaker_, coded_;
    std::size_t line_ = 0;
    bool speaking_ = false, began_ = false, ended_ = false, done_ = false;
};

bool recognise(std::string_view head, const Source&) {
    const std::string_view first = first_line(head);
    for (const std::string_view line : {"@UTF8", "@Begin", "@Font:", "@Window:", "@PID:", "@Color words:"})
        if (first.starts_with(line)) return true;
    return first.starts_with('@') && head.find("\n@Begin") != std::string_view::npos;
}

std::unique_ptr<FormatReader> open(Source& source) {
    return std::make_unique<ChatReader>(source);
}

}  // namespace

const FormatRow chat_format = {Format::chat, "chat", "cha", recognise, open};

}  // namespace attune::transcript
