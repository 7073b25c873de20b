// SPDX-License-Identifier: MIT
//
// The codes of the CHAT manual, as far as they touch words. Kept: words, fillers ("&-um" is "um"), what was
// said and taken back. Dropped: pauses, events, sounds that are no words, unclear speech, everything in
// square brackets, and linkers. A terminator becomes the mark it stands for: "+..." trails off, "+/." is cut
// short.
#include "transcript/chat_codes.h"

#include <array>
#include <vector>

#include "transcript/clock.h"
#include "transcript/trim.h"

namespace attune::transcript {
namespace {

constexpr char bullet = '\x15';

struct Mark {
    std::string_view coded, meant;
};
// Longer ones before those they begin with.
constexpr std::array<Mark, 14> marks = {{{"+//.", "."},
                                         {"+//?", "?"},
                                         {"+..?", "?"},
                                         {"+...", "..."},
                                         {"+\"/.", "."},
                                         {"+\".", "."},
                                         {"+!?", "?"},
                                         {"+/.", "."},
                                         {"+/?", "?"},
                                         {"+.", "."},
                                         {"\xE2\x80\xA1", ","},
                                         {"\xE2\x80\x9E", ","},
                                         {".", "."},
                                         {",", ","}}};

bool is_digit(char c) {
    return kind_of(c) == Byte::digit;
}

// "12030_14210" in milliseconds.
std::optional<double> time_of(std::string_view text) {
    const auto bar = text.find('_');
    if (bar == std::string_view::npos) return std::nullopt;
    const auto begin = parse_number(text.substr(0, bar)), end = parse_number(text.substr(bar + 1));
    if (!begin || !end || !is_digit(text.front())) return std::nullopt;
    return *begin / 1000;
}

void append_mark(std::string& out, std::string_view mark) {
    if (!out.empty()) out += mark;
}

void append_word(std::string& out, std::string_view word) {
    if (word.empty()) return;
    if (!out.empty()) out.push_back(' ');
    out += word;
}

// A pause: "(.)", "(..)", "(1.5)", "(1:02.)".
bool is_pause(std::string_view token) {
    return token.size() > 2 && token.front() == '(' && token.back() == ')' &&
           token.find_first_not_of("0123456789.:", 1) == token.size() - 1;
}

// Without what stands in a word beside its letters: "(be)cause", "mama@f", "a_lot", "no:::".
std::string plain_word(std::string_view token) {
    std::string word;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const char c = token[i];
        if (c == '@') break;
        if (c == '<' || c == '>' || c == '(' || c == ')' || c == ':' || c == '^' || c == '"') continue;
        word.push_back(c == '_' ? ' ' : c);
    }
    return word;
}

void take_token(std::string_view token, std::string& out) {
    while (token.starts_with('<')) token.remove_prefix(1);
    while (token.ends_with('>')) token.remove_suffix(1);
    if (token.empty() || is_pause(token)) return;
    for (const Mark& mark : marks) {
        if (token == mark.coded) {
            append_mark(out, mark.meant);
            return;
        }
    }
    if (token.starts_with("&-")) token.remove_prefix(2);
    const char first = token.empty() ? '\0' : token.front();
    // Events and fragments, linkers, words that were left out, speech that could not be made out.
    if (first == '\0' || first == '&' || first == '+' || (first == '0' && token.size() > 1)) return;
    if (token == "0" || token == "xxx" || token == "yyy" || token == "www") return;
    if (token.find_first_not_of(".?!,;") == std::string_view::npos) {
        append_mark(out, token);
        return;
    }
    append_word(out, plain_word(token));
}

}  // namespace

ChatUtterance read_chat_codes(std::string_view coded) {
    ChatUtterance out;
    for (std::size_t at = 0; at < coded.size();) {
        const char c = coded[at];
        if (is_blank(c)) {
            ++at;
        } else if (c == bullet) {
            const auto end = std::min(coded.find(bullet, at + 1), coded.size());
            if (!out.start_seconds) out.start_seconds = time_of(coded.substr(at + 1, end - at - 1));
            at = end + 1;
        } else if (c == '[') {
            const auto end = coded.find(']', at);
            at = end == std::string_view::npos ? coded.size() : end + 1;
        } else {
            const std::size_t begin = at;
            while (at < coded.size() && !is_blank(coded[at]) && coded[at] != bullet && coded[at] != '[') ++at;
            const std::string_view token = coded.substr(begin, at - begin);
            // Some tools lose the control characters around the times.
            if (const auto start = time_of(token))
                out.start_seconds = out.start_seconds.value_or(*start);
            else
                take_token(token, out.text);
        }
    }
    return out;
}

}  // namespace attune::transcript
