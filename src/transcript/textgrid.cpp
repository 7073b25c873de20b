// SPDX-License-Identifier: MIT
//
// Praat's TextGrid. Praat itself reads its long and its short text form by one rule, and so does this: a file
// is a row of free-standing numbers, strings in double quotes and flags in <>; every other word is
// decoration, and "!" begins a comment. What they mean follows from their order:
//
//   "ooTextFile" "TextGrid" xmin xmax <exists> tiers, and for each tier
//   "IntervalTier" name xmin xmax count, then count times  xmin xmax text
//   "TextTier"     name xmin xmax count, then count times  time mark
//
// A tier of intervals is a speaker. Points are no speech. Tiers are put together by time.
#include <algorithm>

#include "text/utf8.h"
#include "transcript/clock.h"
#include "transcript/format.h"
#include "transcript/lines.h"
#include "transcript/trim.h"

namespace attune::transcript {
namespace {

enum class Token { number, text, flag, ended };

class Tokens {
  public:
    explicit Tokens(ByteStream& bytes) : lines_(bytes) {}

    Token next();
    double number = 0;
    std::string text;      // of a text or flag
    std::size_t line = 0;  // where the token began

  private:
    bool next_line();
    Token read_text();

    Lines lines_;
    std::string_view rest_;
};

bool Tokens::next_line() {
    for (;;) {
        switch (lines_.next(rest_)) {
            case Line::read:
                return true;
            case Line::ended:
                return false;
            case Line::too_long:
                throw BytesError("a line of more than a MiB: this is no TextGrid");
        }
    }
}

Token Tokens::next() {
    for (;;) {
        rest_ = trimmed(rest_);
        if (rest_.empty() || rest_.front() == '!') {
            if (!next_line()) return Token::ended;
            continue;
        }
        line = lines_.number();
        if (rest_.front() == '"') return read_text();
        const std::size_t end = std::min(rest_.find_first_of(" \t"), rest_.size());
        const std::string_view word = rest_.substr(0, end);
        rest_.remove_prefix(end);
        if (word.size() > 2 && word.front() == '<' && word.back() == '>') {
            text = word.substr(1, word.size() - 2);
            return Token::flag;
        }
        if (const auto value = parse_number(word)) {
            number = *value;
            return Token::number;
        }
    }
}

// A quote inside is written twice; line feeds may stand inside.
Token Tokens::read_text() {
    constexpr std::size_t longest = 1U << 20;
    text.clear();
    rest_.remove_prefix(1);
    for (;;) {
        const auto quote = rest_.find('"');
        text.append(rest_.substr(0, quote));
        if (quote == std::string_view::npos) {
            if (text.size() > longest)
                throw BytesError("a quote that never closes, from line " + std::to_string(line));
            text.push_back('\n');
            if (!next_line()) return Token::ended;
            continue;
        }
        rest_.remove_prefix(quote + 1);
        if (!rest_.starts_with('"')) return Token::text;
        text.push_back('"');
        rest_.remove_prefix(1);
    }
}

class TextGridReader : public FormatReader {
  public:
    explicit TextGridReader(Source& source) : source_(source), tokens_(*source.bytes) {}

    bool next(Session& out) override {
        if (done_) return false;
        done_ = true;
        if (!read_grid()) {
            source_.problems.error(tokens_.line, "the TextGrid ends or breaks off here",
                                   "save it again from Praat as a text file; it is left out");
            return true;
        }
        std::stable_sort(said_.begin(), said_.end(), [](const Segment& a, const Segment& b) {
            return a.start_seconds < b.start_seconds;
        });
        out.id = source_.stem;
        out.cut_by_time = true;
        out.segments = std::move(said_);
        return true;
    }

  private:
    // False when a token is not what it has to be.
    bool read_grid() {
        Token token{};
        // The file's and the object's kind, xmin and xmax.
        for (const Token wanted : {Token::text, Token::text, Token::number, Token::number})
            if (tokens_.next() != wanted) return false;
        if (token = tokens_.next(); token != Token::flag) return false;
        if (tokens_.text != "exists") return true;  // no tiers
        double tiers = 0;
        if (!read_number(tiers)) return false;
        for (double i = 0; i < tiers; ++i)
            if (!read_tier()) return false;
        return true;
    }

    bool read_number(double& value) {
        if (tokens_.next() != Token::number) return false;
        value = tokens_.number;
        return true;
    }

    bool read_tier() {
        if (tokens_.next() != Token::text) return false;
        const bool intervals = tokens_.text == "IntervalTier";
        if (!intervals && tokens_.text != "TextTier") return false;
        if (tokens_.next() != Token::text) return false;
        const std::string name = tokens_.text;
        double begin = 0, end = 0, count = 0;
        if (!read_number(begin) || !read_number(end) || !read_number(count)) return false;
        for (double i = 0; i < count; ++i) {
            if (!read_number(begin) || (intervals && !read_number(end)) || tokens_.next() != Token::text)
                return false;
            if (intervals && !trimmed(tokens_.text).empty())
                said_.push_back({name, tokens_.text, begin, tokens_.line});
        }
        return true;
    }

    Source& source_;
    Tokens tokens_;
    std::vector<Segment> said_;
    bool done_ = false;
};

bool recognise(std::string_view head, const Source&) {
    const std::string_view first = first_line(head);
    return first.find("\"ooTextFile") != std::string_view::npos;
}

std::unique_ptr<FormatReader> open(Source& source) {
    return std::make_unique<TextGridReader>(source);
}

}  // namespace

const FormatRow textgrid_format = {Format::textgrid, "textgrid", "", recognise, open};

}  // namespace attune::transcript
