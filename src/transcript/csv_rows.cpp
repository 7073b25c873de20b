// SPDX-License-Identifier: MIT
#include "transcript/csv_rows.h"

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
    row_.text.clear();
    row_.ends.clear();
}

const CsvRow* CsvRows::next() {
    row_.text.clear();
    row_.ends.clear();
    complete_ = false;
    std::string_view line;
    for (;;) {
        if (next_line(line)) {
            read(line);
            if (complete_) return &row_;
        } else if (!unfinished_.empty()) {
            fail({});
        } else {
            return nullptr;
        }
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

void CsvRows::read(std::string_view line) {
    if (unfinished_.empty()) row_.line = line_number_;
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
    restart(Reading::forgiving);
    parse(line);
    if (amid_row() && delimiter_ == '\t') {  // where tabs part the fields, quotes are often just quotes
        restart(Reading::unquoted);
        parse(line);
    }
    const bool read_in_the_end = complete_;
    CsvRow kept = row_;
    restart(Reading::strict);
    if (read_in_the_end)
        row_ = std::move(kept);
    else
        fail(line);
}

void CsvRows::fail(std::string_view line) {
    problems_.error(row_.line, "the quotes of this row do not pair",
                    "write a quote inside a quoted field twice; the row is left out");
    if (!line.empty()) unfinished_.append(line).push_back('\n');
    const std::size_t behind_first = unfinished_.find('\n');
    std::string rest =
        behind_first == std::string::npos ? std::string{} : unfinished_.substr(behind_first + 1);
    unfinished_.clear();
    if (!rest.empty() && again_bytes_ + rest.size() <= 2 * read_bytes_ + longest_row) {
        again_bytes_ += rest.size();
        rest.append(again_, again_at_);
        again_ = std::move(rest);
        again_at_ = 0;
        line_number_ = row_.line;
    }
    const std::size_t row_line = row_.line;
    restart(Reading::strict);
    row_.line = row_line;
    complete_ = false;
}

}  // namespace attune::transcript
