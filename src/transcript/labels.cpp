// SPDX-License-Identifier: MIT
#include "transcript/labels.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"
#include "transcript/clock.h"
#include "transcript/trim.h"

namespace attune::transcript {
namespace {

constexpr std::size_t longest_name = 48, words_at_most = 5;

// What stands before a colon in the heads and margins of transcripts and is nobody's name.
constexpr std::array<std::string_view, 24> nobody = {
    "note",     "notes",    "ps",   "p.s.",  "nb",       "date", "time",       "duration",
    "subject",  "title",    "re",   "edit",  "update",   "tldr", "tl;dr",      "warning",
    "location", "recorded", "kind", "topic", "language", "file", "transcript", "participants",
};

bool is_bold(std::string_view line, std::size_t at) {
    return line.substr(at, 2) == "**" || line.substr(at, 2) == "__";
}

// Where the line goes on behind the blanks at `at`.
std::size_t past_blanks(std::string_view line, std::size_t at) {
    const std::string_view kept = trimmed(line.substr(at));
    return kept.empty() ? line.size() : static_cast<std::size_t>(kept.data() - line.data());
}

std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : text) {
        if (!is_blank(c) && !inside) ++count;
        inside = !is_blank(c);
    }
    return count;
}

bool same_letter(char a, char b) {
    return fold(a) == fold(b);
}

// Whether the comma or point at `at` is one of a sentence. "Reyes, Dana" and "Dr. K" are names; "Well, then"
// and "He left. So" are not.
bool ends_clause(std::string_view name, std::size_t at) {
    constexpr std::size_t longest_title = 4;
    const std::string_view behind = trimmed(name.substr(at + 1));
    if (name[at] == ',')
        return behind.empty() || (!is_upper(behind.front()) && kind_of(behind.front()) != Byte::high);
    const auto blank = name.find_last_of(" \t", at);
    const std::size_t letters = at - (blank == std::string_view::npos ? 0 : blank + 1);
    return !behind.empty() && is_blank(name[at + 1]) && letters > longest_title;
}

// Not a small letter. "Anna van der Berg" is a name by its first and last word, "You know what I mean" is
// not.
bool begins_name(std::string_view word) {
    return kind_of(word.front()) != Byte::letter || is_upper(word.front());
}

bool may_be_name(std::string_view name) {
    if (name.empty() || name.size() > longest_name) return false;
    const Byte first = kind_of(name.front());
    if (first != Byte::letter && first != Byte::high && first != Byte::digit) return false;
    if (name.find_first_of("?!;\"\\{}=<>|") != std::string_view::npos) return false;
    for (std::size_t at = name.find_first_of(",."); at != std::string_view::npos;
         at = name.find_first_of(",.", at + 1))
        if (ends_clause(name, at)) return false;
    const std::size_t words = count_words(name);
    if (words > words_at_most) return false;
    if (words > 2 && !(begins_name(name) && begins_name(name.substr(name.find_last_of(" \t") + 1))))
        return false;
    if (std::all_of(name.begin(), name.end(),
                    [](char c) { return kind_of(c) != Byte::letter && kind_of(c) != Byte::high; }))
        return false;
    return std::none_of(nobody.begin(), nobody.end(), [&](std::string_view word) {
        return word.size() == name.size() && std::equal(word.begin(), word.end(), name.begin(), same_letter);
    });
}

// Takes a clock in brackets off the end of a name: "Ana (00:12)".
std::optional<double> take_clock(std::string_view& name) {
    if (!name.ends_with(')') && !name.ends_with(']')) return std::nullopt;
    const auto open = name.find_last_of("([");
    if (open == std::string_view::npos) return std::nullopt;
    const std::string_view inside = trimmed(name.substr(open + 1, name.size() - open - 2));
    const auto clock = clock_at(inside);
    if (!clock || clock->size != inside.size()) return std::nullopt;
    name = trimmed(name.substr(0, open));
    return clock->seconds;
}

// Where the name that begins at `at` ends: before the colon that a blank or nothing follows.
std::size_t find_colon(std::string_view line, std::size_t at) {
    const std::size_t limit = std::min(line.size(), at + longest_name + 24);
    for (std::size_t colon = at; colon < limit; ++colon) {
        if (line[colon] != ':') continue;
        const std::size_t next = colon + 1;
        if (next == line.size() || is_blank(line[next]) || line.substr(next, 2) == "\xC2\xA0" ||
            is_bold(line, next))
            return colon;
    }
    return std::string_view::npos;
}

std::optional<std::size_t> known_name_at(std::string_view line, std::size_t at,
                                         std::span<const std::string> known) {
    for (const std::string& name : known) {
        const std::string_view wanted = trimmed(name);
        const bool may_begin = !wanted.empty() && at < line.size() &&
                               (same_letter(line[at], wanted[0]) || kind_of(wanted[0]) == Byte::high);
        if (may_begin && to_lower(line.substr(at, wanted.size())) == to_lower(wanted)) return wanted.size();
    }
    return std::nullopt;
}

}  // namespace

Stamp stamp_at(std::string_view line) {
    const bool bracket = line.starts_with('[') || line.starts_with('(');
    const auto clock = clock_at(line.substr(bracket ? 1 : 0));
    if (!clock) return {};
    std::size_t at = clock->size + (bracket ? 1 : 0);
    if (bracket) {
        if (at >= line.size() || (line[at] != ']' && line[at] != ')')) return {};
        ++at;
    } else if (at >= line.size() || !is_blank(line[at])) {
        return {};
    }
    return {clock->seconds, past_blanks(line, at)};
}

std::optional<Label> label_at(std::string_view line, std::span<const std::string> known) {
    std::size_t at = past_blanks(line, 0);
    const Stamp stamp = stamp_at(line.substr(at));
    at += stamp.size;
    if (is_bold(line, at)) at += 2;
    const auto known_size = known_name_at(line, at, known);
    const std::size_t colon = find_colon(line, at + known_size.value_or(0));
    if (colon == std::string_view::npos) return std::nullopt;

    Label label;
    label.name = trimmed(line.substr(at, colon - at));
    if (label.name.ends_with("**") || label.name.ends_with("__"))
        label.name = trimmed(label.name.substr(0, label.name.size() - 2));
    label.start_seconds = take_clock(label.name);
    if (!label.start_seconds && stamp.size > 0) label.start_seconds = stamp.seconds;
    if (!(known_size && label.name.size() == *known_size) && !may_be_name(label.name)) return std::nullopt;
    label.size = colon + 1;
    if (is_bold(line, label.size)) label.size += 2;
    label.size = past_blanks(line, label.size);
    return label;
}

std::optional<Label> heading_at(std::string_view line, bool after_blank) {
    line = trimmed(line);
    const auto last_blank = line.find_last_of(" \t\xA0");
    if (last_blank == std::string_view::npos) return std::nullopt;
    const std::string_view time = line.substr(last_blank + 1);
    const auto clock = clock_at(time);
    if (!clock || clock->size != time.size()) return std::nullopt;
    const std::string_view name = trimmed(line.substr(0, last_blank + 1));
    const std::string_view gap = line.substr(name.size(), last_blank + 1 - name.size());
    if (!may_be_name(name)) return std::nullopt;
    // One space may as well be a sentence: "We left at 7:30".
    const bool wide = gap != " ";
    if (!wide && !(after_blank && count_words(name) <= 2 && is_upper(name.front()))) return std::nullopt;
    return Label{name, line.size(), clock->seconds};
}

std::size_t LabelledLines::spelling_of(std::string_view name, std::size_t weight) {
    const auto [known, is_new] = numbers_.try_emplace(std::string(name), spellings_.size());
    if (is_new) spellings_.push_back({std::string(name), 0});
    spellings_[known->second].times += weight;
    return known->second;
}

void LabelledLines::add(std::string_view text, std::size_t line, std::optional<double> start, Joint joint) {
    Piece piece{std::string(text), line, start, joint};
    if (const auto label = label_at(text, known_)) {
        piece.name = spelling_of(label->name, 1);
        piece.said_at = label->size;
        if (!start) piece.start = label->start_seconds;
    }
    pieces_.push_back(std::move(piece));
}

void LabelledLines::add_said_by(std::string_view speaker, std::string_view text, std::size_t line,
                                std::optional<double> start) {
    Piece piece{std::string(text), line, start};
    piece.name = spelling_of(trimmed(speaker), 2);
    piece.certain = true;
    pieces_.push_back(std::move(piece));
}

// Which spellings are labels, by their numbers.
std::vector<bool> LabelledLines::labels() const {
    std::unordered_map<std::string, std::size_t> times;
    for (const Spelling& spelling : spellings_) times[to_lower(spelling.name)] += spelling.times;
    for (const std::string& name : known_)
        if (const auto found = times.find(to_lower(trimmed(name))); found != times.end()) found->second += 2;
    const auto recurring =
        std::count_if(times.begin(), times.end(), [](const auto& name) { return name.second > 1; });
    std::vector<bool> are;
    for (const Spelling& spelling : spellings_)
        are.push_back(recurring < 2 || times[to_lower(spelling.name)] > 1);
    return are;
}

std::vector<Segment> LabelledLines::take_segments() {
    const std::vector<bool> is_label = labels();
    std::vector<Segment> said;
    std::string speaker;
    for (Piece& piece : pieces_) {
        if (piece.name != nobody_named && (piece.certain || is_label[piece.name])) {
            speaker = spellings_[piece.name].name;
            piece.text.erase(0, piece.said_at);
            said.push_back({speaker, std::move(piece.text), piece.start, piece.line});
        } else if (said.empty() || piece.joint == Joint::separate || piece.joint == Joint::unknown) {
            if (piece.joint == Joint::unknown) speaker.clear();
            said.push_back({speaker, std::move(piece.text), piece.start, piece.line});
        } else {
            std::string& text = said.back().text;
            if (!text.empty()) text.push_back(piece.joint == Joint::paragraph ? '\n' : ' ');
            text += piece.text;
        }
    }
    pieces_.clear();
    return said;
}

}  // namespace attune::transcript
