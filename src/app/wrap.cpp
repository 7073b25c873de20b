// SPDX-License-Identifier: MIT
//
// The text is turned into cells first: a code point made printable, its columns, whether it is marked. Lines
// are then cut from the run of cells, and only at the end written out, so that wrapping knows nothing of
// marks and marks know nothing of wrapping.
#include "app/wrap.h"

#include <algorithm>
#include <cstdint>

#include "text/utf8.h"

namespace attune {
namespace {

struct Cell {
    std::uint32_t begin = 0;  // its printable bytes in Cells::shown
    std::uint8_t size = 0;
    std::uint8_t columns = 0;
    bool marked = false;
    bool space = false;
    bool line_break = false;
};

struct Cells {
    std::string shown;
    std::vector<Cell> all;
};

// Rising and apart, so that one walk over the text meets them all.
std::vector<Span> merged(std::span<const Span> spans) {
    std::vector<Span> sorted(spans.begin(), spans.end());
    std::sort(sorted.begin(), sorted.end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::vector<Span> apart;
    for (const Span span : sorted) {
        if (!apart.empty() && span.begin <= apart.back().end)
            apart.back().end = std::max(apart.back().end, span.end);
        else
            apart.push_back(span);
    }
    return apart;
}

Cells cells_of(std::string_view text, std::span<const Span> marked) {
    Cells cells;
    const std::vector<Span> marks = merged(marked);
    std::size_t mark = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        const std::size_t size = std::max<std::size_t>(point.size, 1);
        const auto piece = text.substr(at, size);
        Cell cell;
        cell.line_break = piece == "\n";
        cell.space = piece == " " || piece == "\t" || piece == "\r";
        const std::string shown = cell.space ? " " : cell.line_break ? "" : printable(piece);
        cell.begin = static_cast<std::uint32_t>(cells.shown.size());
        cell.size = static_cast<std::uint8_t>(shown.size());
        cell.columns = static_cast<std::uint8_t>(cell.space ? 1 : display_width(shown));
        cells.shown += shown;
        while (mark < marks.size() && marks[mark].end <= at) ++mark;
        cell.marked = mark < marks.size() && marks[mark].begin <= at;
        cells.all.push_back(cell);
        at += size;
    }
    return cells;
}

LaidLine write_line(const Cells& cells, std::size_t first, std::size_t last, bool inked) {
    LaidLine line;
    bool in_mark = false;
    for (std::size_t i = first; i < last; ++i) {
        const Cell& cell = cells.all[i];
        if (inked && cell.marked != in_mark) line.text += cell.marked ? ink_code(Ink::miss) : ink_end;
        in_mark = cell.marked;
        line.text.append(cells.shown, cell.begin, cell.size);
        if (!inked) line.marks.append(cell.columns, cell.marked ? '~' : ' ');
    }
    if (inked && in_mark) line.text += ink_end;
    line.marks.erase(line.marks.find_last_not_of(' ') + 1);
    return line;
}

}  // namespace

std::vector<LaidLine> lay_out(std::string_view text, std::span<const Span> marked, std::size_t width,
                              bool inked) {
    const Cells laid = cells_of(text, marked);
    const std::vector<Cell>& cells = laid.all;
    std::vector<LaidLine> lines;
    std::size_t start = 0;     // of the line
    std::size_t columns = 0;   // so far
    std::size_t break_at = 0;  // the last space seen on this line; start when there is none
    const auto finish = [&](std::size_t end, std::size_t resume) {
        std::size_t last = end;
        while (last > start && cells[last - 1].space) --last;
        lines.push_back(write_line(laid, start, last, inked));
        start = resume;
        columns = 0;
        break_at = start;
    };
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell& cell = cells[i];
        if (cell.line_break) {
            finish(i, i + 1);
            continue;
        }
        if (cell.space) {
            if (i == start && !lines.empty()) {  // no line but the first starts with a space
                start = break_at = i + 1;
                continue;
            }
            break_at = i;
        }
        columns += cell.columns;
        if (columns <= width || cell.space) continue;
        const bool has_space = break_at > start;
        const std::size_t end = has_space ? break_at : std::max(i, start + 1);
        finish(end, has_space ? break_at + 1 : end);
        for (std::size_t k = start; k <= i && k < cells.size(); ++k) {
            columns += cells[k].columns;
            if (cells[k].space) break_at = k;
        }
    }
    if (start < cells.size() || lines.empty()) finish(cells.size(), cells.size());
    return lines;
}

std::string hang(std::string_view lead, std::string_view text, std::size_t indent, const Screen& screen) {
    const std::size_t width = screen.width > indent + 10 ? screen.width - indent : 10;
    std::string out{lead};
    bool first = true;
    for (const LaidLine& line : lay_out(text, {}, width, false)) {
        if (!first) out.append(line.text.empty() ? 0 : indent, ' ');
        out += line.text;
        out += '\n';
        first = false;
    }
    return out;
}

std::string shorten(std::string_view text, std::size_t columns) {
    std::string out;
    std::size_t used = 0;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        const std::size_t size = std::max<std::size_t>(point.size, 1);
        auto piece = text.substr(at, size);
        at += size;
        if (piece == "\n" || piece == "\r" || piece == "\t") piece = " ";
        if (piece == " ") {  // runs of blanks are one
            if (!gap && !out.empty()) out += ' ', ++used;
            gap = true;
            continue;
        }
        gap = false;
        const std::string shown = printable(piece);
        const std::size_t width = display_width(shown);
        const bool more_follows = text.find_first_not_of(" \n\r\t", at) != std::string_view::npos;
        if (used + width > columns || (used + width == columns && more_follows)) {
            out.erase(out.find_last_not_of(' ') + 1);
            return out + "…";
        }
        out += shown;
        used += width;
    }
    out.erase(out.find_last_not_of(' ') + 1);
    return out;
}

}  // namespace attune
