// SPDX-License-Identifier: MIT
#include "app/paragraphs.h"

#include <algorithm>

namespace attune {
namespace {

constexpr std::size_t block = 1U << 16;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r\v\f\n") == std::string_view::npos;
}

// The last place at or before `end` that does not split a code point.
std::size_t whole_code_points(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t cut = end;
    for (int back = 0; back < 4 && cut > begin; ++back, --cut)
        if ((static_cast<unsigned char>(text[cut]) & 0xC0U) != 0x80U) return cut;
    return end;
}

}  // namespace

bool Paragraphs::fill() {
    if (ended_) return false;
    if (begin_ > 0) {
        buffer_.erase(0, begin_);
        scanned_ -= begin_;
        begin_ = 0;
    }
    const std::size_t had = buffer_.size();
    buffer_.resize(had + block);
    const std::size_t got = input_.read(buffer_.data() + had, block);
    buffer_.resize(had + got);
    ended_ = got == 0;
    if (!started_ && buffer_.size() >= byte_order_mark.size()) {
        started_ = true;
        if (buffer_.starts_with(byte_order_mark)) begin_ = scanned_ = byte_order_mark.size();
    }
    return !ended_;
}

Paragraph Paragraphs::take(std::size_t end, std::size_t resume) {
    const auto text = std::string_view(buffer_).substr(begin_, end - begin_);
    const Paragraph paragraph{text.substr(0, text.find_last_not_of("\r\n") + 1), line_};
    const auto passed = std::string_view(buffer_).substr(begin_, resume - begin_);
    line_ += static_cast<std::uint64_t>(std::count(passed.begin(), passed.end(), '\n'));
    begin_ = scanned_ = resume;
    return paragraph;
}

Paragraph Paragraphs::take_cut() {
    const std::size_t end = whole_code_points(buffer_, begin_, begin_ + longest_);
    return take(end, end);
}

std::optional<Paragraph> Paragraphs::next() {
    for (;;) {
        const auto newline = buffer_.find('\n', scanned_);
        if (newline == std::string::npos) {
            if (buffer_.size() - begin_ > longest_) {
                const Paragraph cut = take_cut();
                if (is_blank(cut.text)) continue;
                return cut;
            }
            if (fill()) continue;
            if (is_blank(std::string_view(buffer_).substr(begin_))) return std::nullopt;
            // A last line of nothing but blanks is no part of the paragraph.
            const bool blank_tail = is_blank(std::string_view(buffer_).substr(scanned_));
            return take(blank_tail ? scanned_ : buffer_.size(), buffer_.size());
        }
        const std::size_t line_end = newline + 1;
        const bool blank = is_blank(std::string_view(buffer_).substr(scanned_, newline - scanned_));
        if (blank && scanned_ == begin_) {  // between paragraphs
            take(line_end, line_end);
        } else if (blank) {
            return take(scanned_, line_end);
        } else if (line_end - begin_ > longest_) {
            return take_cut();
        } else {
            scanned_ = line_end;
        }
    }
}

}  // namespace attune
