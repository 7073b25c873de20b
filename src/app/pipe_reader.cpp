// SPDX-License-Identifier: MIT
#include <utility>

#include "app/line_reader.h"
#include "text/utf8.h"

namespace attune {
namespace {

class PipeReader : public LineReader {
  public:
    PipeReader(Input& input, Output& out) : input_(input), out_(out) {}

    LineState read(const std::string& prompt, std::string& line) override {
        out_.write(prompt);
        if (!take(line)) {
            out_.write("\n");
            return LineState::ended;
        }
        out_.write(printable(line) + "\n");
        return LineState::typed;
    }

  protected:
    // The next line; false when there are no more.
    virtual bool take(std::string& line) {
        for (;;) {
            const auto newline = buffer_.find('\n', begin_);
            if (newline != std::string::npos) return give(newline, newline + 1, line);
            if (buffer_.size() - begin_ >= longest) return give(buffer_.size(), buffer_.size(), line);
            if (!fill()) break;
        }
        return begin_ < buffer_.size() && give(buffer_.size(), buffer_.size(), line);
    }

  private:
    static constexpr std::size_t block = 1U << 14, longest = 1U << 20;

    bool fill() {
        buffer_.erase(0, begin_);
        begin_ = 0;
        const std::size_t had = buffer_.size();
        buffer_.resize(had + block);
        out_.flush();
        const std::size_t got = input_.read(buffer_.data() + had, block);
        buffer_.resize(had + got);
        return got > 0;
    }

    bool give(std::size_t end, std::size_t resume, std::string& line) {
        line = buffer_.substr(begin_, end - begin_);
        if (line.ends_with('\r')) line.pop_back();
        begin_ = resume;
        return true;
    }

    Input& input_;
    Output& out_;
    std::string buffer_;
    std::size_t begin_ = 0;
};

class ScriptReader : public PipeReader {
  public:
    ScriptReader(Input& input, Output& out, std::function<void()> line_taken)
        : PipeReader(input, out), line_taken_(std::move(line_taken)) {}

  protected:
    bool take(std::string& line) override {
        do {
            if (!PipeReader::take(line)) return false;
        } while (line.starts_with('#'));
        line_taken_();
        return true;
    }

  private:
    std::function<void()> line_taken_;
};

}  // namespace

std::unique_ptr<LineReader> make_script_reader(Input& input, Output& out, std::function<void()> line_taken) {
    return std::make_unique<ScriptReader>(input, out, std::move(line_taken));
}

std::unique_ptr<LineReader> make_pipe_reader(Input& input, Output& out) {
    return std::make_unique<PipeReader>(input, out);
}

}  // namespace attune
