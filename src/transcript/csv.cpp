// SPDX-License-Identifier: MIT
//
// CSV and TSV, one row a turn. What the columns mean is told by their names or by the user; the delimiter by
// the head.
#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "transcript/clock.h"
#include "transcript/column_names.h"
#include "transcript/csv_rows.h"
#include "transcript/format.h"
#include "transcript/grouping.h"
#include "transcript/trim.h"

namespace attune::transcript {
namespace {

constexpr std::size_t none = SIZE_MAX;
constexpr std::array<char, 4> delimiters = {',', '\t', ';', '|'};

constexpr std::string_view said_by_excel = "sep=";  // a first line of its own

// What stands most often in the first line outside of quotes; a comma when nothing does.
char find_delimiter(std::string_view head) {
    const std::string_view first = first_line(head);
    if (first.starts_with(said_by_excel) && first.size() == said_by_excel.size() + 1) return first.back();
    std::array<std::size_t, delimiters.size()> counts{};
    bool quoted = false;
    for (const char c : first) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        const auto at = std::find(delimiters.begin(), delimiters.end(), c) - delimiters.begin();
        if (static_cast<std::size_t>(at) < counts.size()) ++counts[static_cast<std::size_t>(at)];
    }
    return delimiters[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                               counts.begin())];
}

// Where the columns stand.
struct Columns {
    std::array<std::size_t, 5> at{};  // by Role
    std::vector<std::string> names;

    Columns(const CsvRow& header, const ColumnMap& given) {
        at.fill(none);
        ColumnNames known(given);
        std::array<std::size_t, 5> ranks{};
        for (std::size_t i = 0; i < header.size(); ++i) {
            names.emplace_back(trimmed(header.field(i)));
            const Meaning meaning = known.meaning_of(names.back());
            if (meaning.role == Role::other) continue;
            const auto role = static_cast<std::size_t>(meaning.role);
            if (at[role] != none && ranks[role] <= meaning.rank) continue;
            at[role] = i;
            ranks[role] = meaning.rank;
        }
    }
    [[nodiscard]] std::size_t of(Role role) const { return at[static_cast<std::size_t>(role)]; }
    [[nodiscard]] bool suffice() const { return of(Role::speaker) != none && of(Role::text) != none; }
    [[nodiscard]] bool is_other(std::size_t i) const {
        return std::find(at.begin(), at.end(), i) == at.end();
    }
    [[nodiscard]] std::string listed() const {
        constexpr std::size_t shown = 12;
        std::string out;
        for (std::size_t i = 0; i < std::min(shown, names.size()); ++i) out += (i > 0 ? ", " : "") + names[i];
        return out + (names.size() > shown ? " …" : "");
    }
};

class CsvReader : public FormatReader {
  public:
    explicit CsvReader(Source& source)
        : source_(source),
          rows_(*source.bytes, find_delimiter(source.bytes->ahead(1)), source.problems),
          sessions_(source.problems) {
        const CsvRow* header = rows_.next();
        if (header != nullptr && header->field(0).starts_with(said_by_excel)) header = rows_.next();
        if (header != nullptr) columns_.emplace(*header, source.options.columns);
        check_columns();
    }

    bool next(Session& out) override {
        while (usable_) {
            const CsvRow* row = rows_.next();
            if (row == nullptr) {
                usable_ = false;
                return sessions_.finish(out);
            }
            if (take(*row) && sessions_.add(row_, out)) return true;
        }
        return false;
    }

  private:
    void check_columns() {
        if (!columns_) return;
        const ColumnMap& given = source_.options.columns;
        usable_ = require(Role::speaker, "speaker", given.speaker) &&
                  require(Role::text, "text", given.text) &&
                  (given.session.empty() || require(Role::session, "session", given.session)) &&
                  (given.order.empty() || require(Role::order, "order", given.order)) &&
                  (given.start.empty() || require(Role::start, "start", given.start));
    }

    bool require(Role role, const std::string& name, const std::string& given) {
        if (columns_->of(role) != none) return true;
        source_.problems.error(
            1,
            given.empty() ? "no column is known to hold the " + name : "there is no column `" + given + "`",
            "name it with --columns " + name + "=COLUMN; there are: " + columns_->listed());
        return false;
    }

    // Fills row_; false when the row is broken, which is told, or blank.
    bool take(const CsvRow& row) {
        const Columns& columns = *columns_;
        const std::size_t needed =
            std::max({columns.of(Role::speaker), columns.of(Role::text),
                      columns.of(Role::session) == none ? 0 : columns.of(Role::session)}) +
            1;
        if (row.size() < needed) {
            source_.problems.error(row.line,
                                   std::to_string(row.size()) + " columns where there should be " +
                                       std::to_string(columns.names.size()),
                                   "the row is left out");
            return false;
        }
        row_.clear();
        row_.line = row.line;
        row_.speaker = row.field(columns.of(Role::speaker));
        row_.text = row.field(columns.of(Role::text));
        row_.session = columns.of(Role::session) == none
                           ? source_.stem
                           : std::string(trimmed(row.field(columns.of(Role::session))));
        if (trimmed(row_.text).empty()) return false;
        if (row_.session.empty()) {
            source_.problems.error(row.line, "`" + columns.names[columns.of(Role::session)] + "` is empty",
                                   "the row is left out: it belongs to no session");
            return false;
        }
        if (const auto at = columns.of(Role::order); at < row.size())
            row_.order = parse_number(row.field(at));
        if (const auto at = columns.of(Role::start); at < row.size())
            row_.start_seconds = parse_moment(row.field(at));
        for (std::size_t i = 0; i < std::min(row.size(), columns.names.size()); ++i)
            if (columns.is_other(i)) row_.columns.emplace_back(columns.names[i], row.field(i));
        return true;
    }

    Source& source_;
    CsvRows rows_;
    Grouping sessions_;
    std::optional<Columns> columns_;
    Row row_;
    bool usable_ = false;
};

// The head of a table: columns of which one is known to hold the speaker and one the text; or the name says
// it.
bool recognise(std::string_view head, const Source& source) {
    const std::string_view line = first_line(head);
    if (line.starts_with(said_by_excel)) return true;
    const char delimiter = find_delimiter(line);
    if (line.find(delimiter) == std::string_view::npos) return false;
    const std::string_view name = source.shown;
    for (const std::string_view ending : {".csv", ".tsv", ".csv.gz", ".tsv.gz", ".csv.zst", ".tsv.zst"})
        if (name.ends_with(ending)) return true;
    CsvRow header;
    for (std::string_view rest = line;;) {
        const auto end = rest.find(delimiter);
        std::string_view field = trimmed(rest.substr(0, end));
        if (field.size() > 1 && field.starts_with('"') && field.ends_with('"'))
            field = field.substr(1, field.size() - 2);
        header.text += field;
        header.ends.push_back(header.text.size());
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    return Columns(header, source.options.columns).suffice();
}

std::unique_ptr<FormatReader> open(Source& source) {
    return std::make_unique<CsvReader>(source);
}

}  // namespace

const FormatRow csv_format = {Format::csv, "csv", "tsv", recognise, open};

}  // namespace attune::transcript
