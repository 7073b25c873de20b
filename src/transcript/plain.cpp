// SPDX-License-Identifier: MIT
//
// Free text: "Name: what they say", with lines that go on below; or "Name  0:12" above what they say.
#include "transcript/format.h"
#include "transcript/labels.h"
#include "transcript/lines.h"
#include "transcript/stage_notes.h"
#include "transcript/trim.h"

namespace attune::transcript {
namespace {

class PlainReader : public FormatReader {
  public:
    explicit PlainReader(Source& source) : source_(source), lines_(*source.bytes) {}

    bool next(Session& out) override {
        if (done_) return false;
        done_ = true;
        LabelledLines said(source_.options.names);
        bool after_blank = true, under_heading = false;
        std::string_view raw;
        while (next_line(lines_, source_.problems, raw)) {
            if (trimmed(raw).empty()) {
                after_blank = true;
                continue;
            }
            if (const auto heading = heading_at(raw, after_blank)) {
                said.add_said_by(heading->name, {}, lines_.number(), heading->start_seconds);
                under_heading = true;
            } else {
                const std::string line = without_stage_notes(raw);
                const bool wrapped = under_heading || !after_blank;
                if (!trimmed(line).empty())
                    said.add(trimmed(line), lines_.number(), std::nullopt,
                             wrapped ? LabelledLines::Joint::wrapped : LabelledLines::Joint::paragraph);
                under_heading = false;
            }
            after_blank = false;
        }
        out.id = source_.stem;
        out.segments = said.take_segments();
        return true;
    }

  private:
    Source& source_;
    Lines lines_;
    bool done_ = false;
};

bool recognise(std::string_view head, const Source& source) {
    bool after_blank = true;
    while (!head.empty()) {
        const std::string_view line = head.substr(0, head.find('\n'));
        if (label_at(line, source.options.names) || heading_at(line, after_blank)) return true;
        after_blank = trimmed(line).empty();
        head.remove_prefix(std::min(head.size(), line.size() + 1));
    }
    return false;
}

std::unique_ptr<FormatReader> open(Source& source) {
    return std::make_unique<PlainReader>(source);
}

}  // namespace

const FormatRow text_format = {Format::text, "text", "", recognise, open};

}  // namespace attune::transcript
