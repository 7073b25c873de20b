// SPDX-License-Identifier: MIT
//
// WebVTT and SRT: blocks of a line of times and what is said in them, with blank lines between. What differs
// is small, and files mix it: commas and points in times, numbers and names above the times, tags and
// entities.
//
// Who speaks stands in a voice tag (Teams), in front of the text (Zoom), or nowhere: then the last speaker
// goes on.
#include <algorithm>
#include <utility>

#include "transcript/clock.h"
#include "transcript/format.h"
#include "transcript/labels.h"
#include "transcript/lines.h"
#include "transcript/markup.h"
#include "transcript/stage_notes.h"
#include "transcript/trim.h"

namespace attune::transcript {
namespace {

using Joint = LabelledLines::Joint;

constexpr std::string_view arrow = "-->";

bool is_number(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_aside(std::string_view line) {
    for (const std::string_view word : {"NOTE", "STYLE", "REGION"})
        if (line.starts_with(word) && (line.size() == word.size() || is_blank(line[word.size()])))
            return true;
    return false;
}

// A line that means to give times. A caption that only speaks of an arrow does not begin with a clock.
bool gives_times(std::string_view line) {
    return line.find("->") != std::string_view::npos && clock_at(line);
}

// When a cue begins; nothing when the line is broken.
std::optional<double> start_of(std::string_view line) {
    const auto begin = clock_at(line);
    if (!begin) return std::nullopt;
    std::string_view rest = trimmed(line.substr(begin->size));
    if (!rest.starts_with(arrow)) return std::nullopt;
    return clock_at(trimmed(rest.substr(arrow.size()))) ? std::optional(begin->seconds) : std::nullopt;
}

class CaptionReader : public FormatReader {
  public:
    explicit CaptionReader(Source& source)
        : source_(source), lines_(*source.bytes), said_(source.options.names) {}

    bool next(Session& out) override {
        if (done_) return false;
        done_ = true;
        std::string_view line;
        while (next_line(lines_, source_.problems, line)) take(trimmed(line));
        end_cue();
        out.id = source_.stem;
        out.cut_by_time = true;
        out.segments = said_.take_segments();
        return true;
    }

  private:
    enum class At { outside, cue, aside };

    void take(std::string_view line) {
        if (gives_times(line)) {
            begin_cue(line);
        } else if (line.empty()) {
            at_ = At::outside;
        } else if (at_ == At::outside && (is_aside(line) || line.starts_with("WEBVTT"))) {
            at_ = At::aside;
        } else if (at_ == At::cue) {
            payload_.emplace_back(line, lines_.number());
        } else if (at_ == At::outside) {
            // The name of the next cue, or the rest of a cue with a blank line inside: the next line tells.
            payload_.emplace_back(line, lines_.number());
            ++undecided_;
        }
    }

    void begin_cue(std::string_view line) {
        // What stands right above the times is the number or name of this cue; in an SRT that lost its blank
        // lines, a number is all that parts two cues.
        if (!payload_.empty() && payload_.back().second + 1 == lines_.number() &&
            (undecided_ > 0 || is_number(payload_.back().first)))
            payload_.pop_back();
        end_cue();
        start_ = start_of(line);
        at_ = start_ ? At::cue : At::aside;
        if (!start_)
            source_.problems.error(lines_.number(), "a cue whose times cannot be read",
                                   "they look like `00:01:02.500 --> 00:01:04.000`; the cue is left out");
    }

    void end_cue() {
        std::string payload;
        for (const auto& [text, line] : payload_) payload += (payload.empty() ? "" : "\n") + text;
        const std::size_t first_line = payload_.empty() ? 0 : payload_.front().second;
        payload_.clear();
        undecided_ = 0;
        if (!start_) return;  // before the first cue
        first_of_cue_ = true;
        read_caption(payload, [&](const Caption& caption) {
            rolls_ = rolls_ || caption.rolls;
            if (caption.voice.empty())
                say_lines(caption.text, first_line + caption.lines_before);
            else
                say_voiced(caption, first_line + caption.lines_before);
        });
    }

    void say_voiced(const Caption& caption, std::size_t line) {
        std::string text = without_stage_notes(caption.text);
        std::replace(text.begin(), text.end(), '\n', ' ');
        if (!trimmed(text).empty()) said_.add_said_by(caption.voice, text, line, start_);
    }

    void say_lines(std::string_view text, std::size_t number) {
        for (; !text.empty(); ++number) {
            const std::string_view line = trimmed(text.substr(0, text.find('\n')));
            text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
            const bool rolled = rolls_ && line == last_line_;
            last_line_ = line;
            if (!rolled) say_line(without_stage_notes(line), number);
        }
    }

    void say_line(std::string_view line, std::size_t number) {
        line = trimmed(line);
        if (line.empty()) return;
        const bool dashed =
            line.starts_with("- ") || line.starts_with("\xE2\x80\x93 ") || line.starts_with(">>");
        if (dashed) line = trimmed(line.substr(line.find_first_not_of("->\xE2\x80\x93")));
        if (line.empty()) return;
        said_.add(line, number, start_,
                  dashed          ? Joint::unknown
                  : first_of_cue_ ? Joint::separate
                                  : Joint::wrapped);
        first_of_cue_ = false;
    }

    Source& source_;
    Lines lines_;
    LabelledLines said_;
    std::vector<std::pair<std::string, std::size_t>> payload_;  // lines and their numbers
    std::size_t undecided_ = 0;  // lines at the end of payload_ that stand outside of a cue
    std::optional<double> start_;
    std::string last_line_;
    At at_ = At::outside;
    bool first_of_cue_ = false, rolls_ = false, done_ = false;
};

bool recognise_vtt(std::string_view head, const Source&) {
    return first_line(head).starts_with("WEBVTT");
}

bool recognise_srt(std::string_view head, const Source&) {
    const std::string_view first = first_line(head);
    if (start_of(first)) return true;
    const auto behind = static_cast<std::size_t>(first.data() + first.size() - head.data());
    return is_number(first) && start_of(first_line(head.substr(behind)));
}

std::unique_ptr<FormatReader> open(Source& source) {
    return std::make_unique<CaptionReader>(source);
}

}  // namespace

const FormatRow vtt_format = {Format::vtt, "vtt", "", recognise_vtt, open};
const FormatRow srt_format = {Format::srt, "srt", "", recognise_srt, open};

}  // namespace attune::transcript
