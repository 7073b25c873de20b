// SPDX-License-Identifier: MIT
#include "core/diagnostics.h"

#include <algorithm>
#include <tuple>

namespace attune {
namespace {

constexpr std::size_t shown_at_most =
    160;  // code points of a source line; longer ones are shown around the caret

bool starts_code_point(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// Byte offset of each code point of `line`, and its size last.
std::vector<std::size_t> code_points(const std::string& line) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (starts_code_point(line[i])) starts.push_back(i);
    starts.push_back(line.size());
    return starts;
}

// The source line and below it the caret, both behind a gutter as wide as the line's number.
void render_excerpt(const Diagnostic& d, std::string& out) {
    const std::vector<std::size_t> starts = code_points(d.source_line);
    const std::size_t length = starts.size() - 1;
    const std::size_t caret = std::min<std::size_t>(d.place.column > 0 ? d.place.column - 1 : 0, length);
    const std::size_t from = caret + 20 > shown_at_most ? caret - shown_at_most / 2 : 0;
    const std::size_t to = std::min(length, from + shown_at_most);
    const std::string_view line = d.source_line;

    const std::string number = std::to_string(d.place.line);
    out += number + " | ";
    if (from > 0) out += "…";
    out += line.substr(starts[from], starts[to] - starts[from]);
    if (to < length) out += "…";
    out += '\n';

    out += std::string(number.size(), ' ') + " | ";
    if (from > 0) out += ' ';
    for (std::size_t i = from; i < caret; ++i) out += line[starts[i]] == '\t' ? '\t' : ' ';
    const std::size_t room = to > caret ? to - caret : 1;
    out += std::string(std::clamp<std::size_t>(d.width, 1, room), '^');
    if (!d.help.empty()) out += " help: " + d.help;
    out += '\n';
}

void render_one(const Diagnostic& d, std::string& out) {
    out += d.place.file;
    if (d.place.line > 0) out += ':' + std::to_string(d.place.line) + ':' + std::to_string(d.place.column);
    out += d.gravity == Gravity::error ? ": error: " : ": warning: ";
    out += d.message + '\n';
    if (d.place.line > 0 && !d.source_line.empty())
        render_excerpt(d, out);
    else if (!d.help.empty())
        out += "  help: " + d.help + '\n';
}

}  // namespace

bool Diagnostics::failed() const {
    return std::any_of(all_.begin(), all_.end(),
                       [](const Diagnostic& d) { return d.gravity == Gravity::error; });
}

std::string Diagnostics::render() const {
    std::vector<const Diagnostic*> sorted;
    for (const Diagnostic& d : all_) sorted.push_back(&d);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic* a, const Diagnostic* b) {
        return std::tie(a->place.file, a->place.line, a->place.column) <
               std::tie(b->place.file, b->place.line, b->place.column);
    });
    std::string out;
    for (const Diagnostic* d : sorted) render_one(*d, out);
    return out;
}

}  // namespace attune
