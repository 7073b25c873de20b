// SPDX-License-Identifier: MIT
#include "transcript/reader.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "transcript/charset.h"
#include "transcript/file_name.h"
#include "transcript/format.h"
#include "transcript/trim.h"

namespace attune::transcript {
namespace {

constexpr std::size_t head_size = 1U << 12;

void trim(std::string& text) {
    const std::string_view kept = trimmed(text);
    if (kept.size() == text.size()) return;
    const auto begin = static_cast<std::size_t>(kept.data() - text.data());
    text.resize(begin + kept.size());
    text.erase(0, begin);
}

void mend(Session& session) {
    for (Segment& segment : session.segments) {
        mend_utf8(segment.speaker);
        mend_utf8(segment.text);
        trim(segment.speaker);
        trim(segment.text);
    }
    std::erase_if(session.segments, [](const Segment& segment) { return segment.text.empty(); });
    mend_utf8(session.id);
    for (auto& [name, value] : session.columns) {
        mend_utf8(name);
        mend_utf8(value);
    }
}

bool names_nobody(const Session& session) {
    return std::all_of(session.segments.begin(), session.segments.end(),
                       [](const Segment& segment) { return segment.speaker.empty(); });
}

// Keeps what all formats promise: nothing thrown, texts mended, nothing empty given out.
class FramedReader : public SessionReader {
  public:
    explicit FramedReader(std::unique_ptr<Source> source) : source_(std::move(source)) {}

    void open(const FormatRow& row) { format_ = row.open(*source_); }

    bool next(Session& out) override {
        while (format_) {
            out = {};
            if (!read(out)) {
                format_.reset();
                source_->problems.close();
                break;
            }
            mend(out);
            if (out.segments.empty()) continue;
            if (names_nobody(out)) {
                source_->problems.error(out.segments.front().line, "nobody is named as the speaker",
                                        "put `Name:` before what each says, or name another --input format");
                continue;
            }
            out.source = source_->shown;
            return true;
        }
        return false;
    }

  private:
    bool read(Session& out) {
        try {
            return format_->next(out);
        } catch (const BytesError& error) {
            source_->problems.error(0, error.what(), "the session that was being read is left out");
        } catch (const Stopped&) {
        }
        return false;
    }

    std::unique_ptr<Source> source_;
    std::unique_ptr<FormatReader> format_;
};

struct Foreign {
    std::string_view begins, message, help;
};

// What is sometimes taken for a transcript.
constexpr Foreign foreign[] = {
    {"PK\x03\x04", "a Word, Excel or zip file", "in Teams choose \"Download as .vtt\"; in Excel save as CSV"},
    {"%PDF", "a PDF file", "export the transcript as text, captions or CSV"},
    {"ooBinaryFile", "a TextGrid in Praat's binary form", "in Praat choose \"Save as text file\""},
    {"{\\rtf", "an RTF file", "save it as plain text"},
    {"<!DOCTYPE", "a web page", "export the transcript as text, captions or CSV"},
    {"<html", "a web page", "export the transcript as text, captions or CSV"},
};

// Says why the file is no transcript, if that can be seen.
bool is_foreign(std::string_view head, Problems& problems) {
    for (const Foreign& kind : foreign) {
        if (!head.starts_with(kind.begins)) continue;
        problems.error(0, std::string(kind.message) + ", not a transcript", std::string(kind.help));
        return true;
    }
    if (head.find('\0') == std::string_view::npos) return false;
    problems.error(0, "not text",
                   "transcripts are read as text, captions, CSV, JSON, CHAT, TextGrid or chat exports");
    return true;
}

const FormatRow* find_format(Source& source) {
    const std::string head = to_utf8(source.bytes->ahead(head_size).substr(0, head_size));
    if (is_foreign(head, source.problems)) return nullptr;
    if (source.options.format) return &row_of(*source.options.format);
    if (trimmed(head).empty() && head.size() < head_size) {
        source.problems.error(0, "nothing is in it", "leave the file out");
        return nullptr;
    }
    const FormatRow* found = recognise_format(head, source);
    if (found == nullptr)
        source.problems.error(0, "no transcript format that is known",
                              "turns look like `Name: text`; or name the format with --input");
    return found;
}

}  // namespace

std::unique_ptr<SessionReader> open_transcript(const std::string& path, const ReadOptions& options,
                                               ProblemSink problems) {
    const std::string shown = path == "-" ? "<stdin>" : path;
    auto source = std::make_unique<Source>(
        Source{shown, path == "-" ? "stdin" : stem_of(path), nullptr, options, {shown, std::move(problems)}});
    try {
        if (path != "-" && std::filesystem::is_directory(path)) throw BytesError("a folder, not a file");
        source->bytes = open_bytes(path, options);
        const FormatRow* row = find_format(*source);
        if (row == nullptr) return nullptr;
        auto reader = std::make_unique<FramedReader>(std::move(source));
        reader->open(*row);
        return reader;
    } catch (const BytesError& error) {
        source->problems.error(0, error.what(), "the file is left out");
    } catch (const Stopped&) {
    }
    return nullptr;
}

}  // namespace attune::transcript
