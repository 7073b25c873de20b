// SPDX-License-Identifier: MIT
//
// The rows of a CSV with their lines; libcsv cuts the fields.
//
// One missing quote can swallow the rest of a file. So each line is first read strictly. One that breaks the
// rules and stands alone is read again forgivingly (`"no" she said`). When a row that goes over lines breaks
// them, or grows past all measure, or never ends, its first line is what is broken: it is reported, and the
// lines behind it are read again as if it had not been. How much is read again is bounded by how much was
// read, which keeps the whole linear.
#pragma once

#include <csv.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "transcript/bytes.h"
#include "transcript/problems.h"

namespace attune::transcript {

struct CsvRow {
    std::string text;               // all fields, one behind another
    std::vector<std::size_t> ends;  // of each field in `text`
    std::size_t line = 0;

    [[nodiscard]] std::size_t size() const { return ends.size(); }
    [[nodiscard]] std::string_view field(std::size_t i) const;
};

class CsvRows {
  public:
    static constexpr std::size_t longest_row = 1U << 20;

    CsvRows(ByteStream& bytes, char delimiter, Problems& problems);
    ~CsvRows();
    CsvRows(const CsvRows&) = delete;
    CsvRows& operator=(const CsvRows&) = delete;

    // The next row with anything in it; null at the end. Valid until the next call.
    const CsvRow* next();

  private:
    enum class Reading { strict, forgiving, unquoted };

    // The next line without its break; false at the end.
    bool next_line(std::string_view& line);
    bool next_of_stream(std::string_view& line);
    bool next_again(std::string_view& line);
    void split(std::string_view line);
    void read(std::string_view line);
    void read_alone(std::string_view line);
    // As if quotes were letters; taken only when as many fields come out as the first row has.
    void read_unquoted(std::string_view line);
    // False when the line breaks the rules.
    bool parse(std::string_view line);
    void restart(Reading reading);
    void clear_row();
    // Whether the line that was parsed ended amid a quoted field.
    [[nodiscard]] bool amid_row() const { return parser_.pstate != 0; }
    void fail(std::string_view line);

    ByteStream& bytes_;
    char delimiter_;
    Problems& problems_;
    csv_parser parser_{};
    CsvRow row_;
    bool complete_ = false;
    std::size_t width_ = 0;   // fields of the first row
    std::string unfinished_;  // the lines of a row that goes on, each with a line feed
    std::string again_;       // lines to be read again
    std::size_t again_at_ = 0;
    std::size_t line_number_ = 0;
    std::size_t held_ = 0;  // bytes of the stream that the line at hand lies in
    std::uint64_t read_bytes_ = 0, again_bytes_ = 0;
};

}  // namespace attune::transcript
