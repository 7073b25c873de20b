// SPDX-License-Identifier: MIT
#include "transcript/csv_rows.h"

#include <algorithm>
#include <new>

#include "transcript/trim.h"

namespace attune::transcript {
namespace {

constexpr std::size_t field_block = 1U << 12;  // libcsv asks for memory in such steps

void add_field(void* bytes, std::size_t size, void* row) {
    auto& out = *static_cast<CsvRow*>(row);
    out.text.append(static_cast<const char*>(bytes), size);
    out.ends.push_back(out.text.size());
}

int is_csv_space(unsigned char c) {
    return c == ' ' ? 1 : 0;  // by itself libcsv would strip tabs too, which may be the delimiter
}

int is_csv_end(unsigned char c) {
    return c == '\n' ? 1 : 0;
}

}  // namespace

std::string_view CsvRow::field(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    return std::string_view(text).substr(begin, ends[i] - begin);
}

CsvRows::CsvRows(ByteStream& bytes, char delimiter, Problems& problems)
    : bytes_(bytes), delimiter_(delimiter), problems_(problems) {
    if (csv_init(&parser_, CSV_STRICT) != 0) throw std::bad_alloc();
    restart(Reading::strict);
}

CsvRows::~CsvRows() {
    csv_free(&parser_);
}

void CsvRows::restart(Reading reading) {
    csv_free(&parser_);
    csv_init(&parser_, reading == Reading::strict ? CSV_STRICT : 0);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter_));
    csv_set_space_func(&parser_, is_csv_space);
    csv_set_term_func(&parser_, is_csv_end);
    csv_set_blk_size(&parser_, field_block);
    if (reading == Reading::unquoted) csv_set_quote(&parser_, '\0');
}

void CsvRows::clear_row() {
    row_.text.clear();
    row_.ends.clear();
    complete_ = false;
}

const CsvRow* CsvRows::next() {
    clear_row();
    std::string_view line;
    for (;;) {
        if (next_line(line)) {
            read(line);
        } else if (!unfinished_.empty()) {
            fail({});
        } else {
            return nullptr;
        }
        if (!complete_) continue;
        if (width_ == 0) width_ = row_.size();
        return &row_;
    }
}

bool CsvRows::next_line(std::string_view& line) {
    if (!next_again(line) && !next_of_stream(line)) return false;
    ++line_number_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return true;
}

bool CsvRows::next_again(std::string_view& line) {
    if (again_at_ == again_.size()) return false;
    const std::size_t end = again_.find('\n', again_at_);
    line = std::string_view(again_).substr(again_at_, end - again_at_);
    again_at_ = end + 1;
    return true;
}

bool CsvRows::next_of_stream(std::string_view& line) {
    bytes_.take(held_);
    held_ = 0;
    std::size_t searched = 0;
    for (;;) {
        const std::string_view window = bytes_.window();
        const std::size_t end = window.find('\n', searched);
        if (end != std::string_view::npos) {
            line = window.substr(0, end);
            held_ = end + 1;
            break;
        }
        searched = window.size();
        if (searched > longest_row) throw BytesError("a line of more than a MiB: this is no CSV");
        if (bytes_.more()) continue;
        line = bytes_.window();
        held_ = line.size();
        if (line.empty()) return false;
        break;
    }
    read_bytes_ += held_;
    return true;
}

bool CsvRows::parse(std::string_view line) {
    const auto take = [this](std::string_view bytes) {
        return csv_parse(
                   &parser_, bytes.data(), bytes.size(), add_field, [](int, void*) {}, &row_) == bytes.size();
    };
    if (!take(line) || !take("\n")) return false;
    complete_ = !amid_row() && !row_.ends.empty();
    return true;
}

// A line without a quote needs no parser: most of a big file is such.
void CsvRows::split(std::string_view line) {
    if (trimmed(line).empty()) return;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find(delimiter_, at), line.size());
        row_.text.append(line.substr(at, end - at));
        row_.ends.push_back(row_.text.size());
        at = end + 1;
    }
    complete_ = true;
}

void CsvRows::read(std::string_view line) {
    if (unfinished_.empty()) {
        row_.line = line_number_;
        if (line.find('"') == std::string_view::npos) {
            split(line);
            return;
        }
    }
    const bool keeps_rules = parse(line);
    if (keeps_rules && !amid_row()) {
        unfinished_.clear();
        return;
    }
    if (!keeps_rules && unfinished_.empty()) {
        read_alone(line);
        return;
    }
    if (!keeps_rules || unfinished_.size() + line.size() > longest_row) {
        fail(line);
        return;
    }
    unfinished_.append(line).push_back('\n');
}

void CsvRows::read_alone(std::string_view line) {
    clear_row();
    restart(Reading::forgiving);
    parse(line);
    if (!complete_) read_unquoted(line);
    restart(Reading::strict);
    if (!complete_) fail(line);
}

void CsvRows::read_unquoted(std::string_view line) {
    clear_row();
    restart(Reading::unquoted);
    parse(line);
    restart(Reading::strict);
    if (row_.size() != width_) clear_row();
}

void CsvRows::fail(std::string_view line) {
    unfinished_.append(line).push_back('\n');
    const std::size_t end = unfinished_.find('\n');
    const std::string first = unfinished_.substr(0, end);
    std::string rest = unfinished_.substr(end + 1);
    unfinished_.clear();
    clear_row();
    restart(Reading::strict);
    if (delimiter_ == '\t') read_unquoted(first);  // where tabs part the fields, quotes are often just quotes
    if (!complete_)
        problems_.error(row_.line, "the quotes of this row do not pair",
                        "write a quote inside a quoted field twice; the row is left out");
    if (again_bytes_ + rest.size() > 2 * read_bytes_ + longest_row) {
        problems_.error(row_.line + 1, "the quotes do not pair over and over",
                        "the lines up to line " + std::to_string(line_number_) + " are left out");
        return;
    }
    again_bytes_ += rest.size();
    rest.append(again_, again_at_);
    again_ = std::move(rest);
    again_at_ = 0;
    line_number_ = row_.line;
}

}  // namespace attune::transcript
