// SPDX-License-Identifier: MIT
#include "app/ignore_marks.h"

#include <algorithm>

namespace attune {
namespace {

constexpr std::string_view mark = "attune:ignore";
constexpr std::string_view blanks = " \t\r";

std::string_view without_end(std::string_view text, std::string_view letters) {
    return text.substr(0, text.find_last_not_of(letters) + 1);
}

// Spaces of as many bytes and code points as `text`; what has no such space (emoji, mostly) stays.
void blank(std::string& text, Span span) {
    for (std::size_t i = span.begin; i < span.end;) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            text[i++] = ' ';
        } else if ((byte & 0xE0U) == 0xC0U && i + 2 <= span.end) {
            text.replace(i, 2, "\u00A0");
            i += 2;
        } else if ((byte & 0xF0U) == 0xE0U && i + 3 <= span.end) {
            text.replace(i, 3, "\u2003");
            i += 3;
        } else {
            ++i;
        }
    }
}

}  // namespace

std::string_view IgnoreMarks::read(std::string_view text) {
    marks_.clear();
    if (text.find(mark) == std::string_view::npos) return text;
    left_ = text;
    std::uint64_t row = 0;
    for (std::size_t begin = 0; begin < text.size(); ++row) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        read_line(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, row);
        begin = end + 1;
    }
    return left_;
}

// One mark a line, the first that is one: what it says may run to the line's end.
void IgnoreMarks::read_line(std::string_view text, Span line, std::uint64_t row) {
    const std::string_view all = line.of(text);
    for (std::size_t at = all.find(mark); at != std::string_view::npos; at = all.find(mark, at + 1)) {
        const std::size_t after = at + mark.size();
        if (after < all.size() && blanks.find(all[after]) == std::string_view::npos &&
            !all.substr(after).starts_with("-->"))
            continue;
        const std::string_view before = without_end(all.substr(0, at), blanks);
        std::size_t begin = at, end = all.size(), names_end = all.size();
        if (before.ends_with("<!--")) {
            names_end = all.find("-->", after);
            if (names_end == std::string_view::npos) continue;
            begin = before.size() - 4;
            end = names_end + 3;
        } else if (before.ends_with("#")) {
            begin = before.size() - 1;
        } else if (before.ends_with("//")) {
            begin = before.size() - 2;
        } else if (!before.empty()) {
            continue;
        }
        const auto place = [&](std::size_t i) { return line.begin + static_cast<std::uint32_t>(i); };
        add(all.substr(after, names_end - after), {place(begin), place(end)}, line, text, row);
        return;
    }
}

void IgnoreMarks::add(std::string_view names, Span written, Span line, std::string_view text,
                      std::uint64_t row) {
    blank(left_, written);
    const bool alone =
        line.of(std::string_view(left_)).find_first_not_of(" \t\r\v\f") == std::string_view::npos;
    IgnoreMark out;
    out.row = row;
    out.covers = alone ? Span{0, static_cast<std::uint32_t>(text.size())} : line;
    if (const auto reason = names.find("-- "); reason != std::string_view::npos)
        names = names.substr(0, reason);
    constexpr std::string_view between = " \t\r,";
    while (!names.empty()) {
        const std::size_t begin = std::min(names.find_first_not_of(between), names.size());
        const std::size_t end = std::min(names.find_first_of(between, begin), names.size());
        const std::string_view name = names.substr(begin, end - begin);
        names.remove_prefix(end);
        if (name.empty()) continue;
        if (const auto found = find_finding_name(knowledge_, name))
            out.names.push_back(*found);
        else
            out.unknown.emplace_back(name);
    }
    out.of_all = out.names.empty() && out.unknown.empty();
    marks_.push_back(std::move(out));
}

bool IgnoreMarks::silence(const Finding& finding) {
    bool silenced = false;
    for (IgnoreMark& one : marks_) {
        const bool here = one.covers.overlaps(finding.span) ||
                          (finding.span.length() == 0 && one.covers.begin <= finding.span.begin &&
                           finding.span.begin <= one.covers.end);
        const bool named =
            one.of_all || std::any_of(one.names.begin(), one.names.end(), [&](const FindingName& name) {
                return name.names(knowledge_, finding);
            });
        if (here && named) one.used = silenced = true;
    }
    return silenced;
}

}  // namespace attune
