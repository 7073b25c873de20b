// SPDX-License-Identifier: MIT
//
// A row a finding, for R, pandas and spreadsheets. Lines and columns count from 1, `start` and `end` are code
// points of the reply, as in JSON.
#include "app/csv_cell.h"
#include "app/json_writer.h"
#include "app/presenter.h"
#include "app/reply_place.h"
#include "text/utf8.h"

namespace attune {
namespace {

class CsvPresenter : public Presenter {
  public:
    CsvPresenter(const Knowledge& knowledge, Console& console, const ShowOptions& options)
        : k_(knowledge), console_(console), flagged_from_(options.flagged_from) {}

    void begin() override {
        console_.out.write(
            "file,line,column,id,pattern,kind,rule,start,end,text,confidence,severity,message\n");
    }

    void show(const Entry& entry) override {
        ReplyPlaces places(entry);
        if (entry.reading.risk) {
            begin_row(entry.origin, places.at(0));
            console_.out.write(",risk,,,,,,,," + csv_cell(risk_line) + "\n");
            return;
        }
        CodePointCounter counter(entry.exchange.reply);
        std::uint32_t counted = 0;
        for (const Finding& finding : entry.reading.findings) {
            if (finding.confidence < flagged_from_) continue;
            if (finding.span.begin < counted) counter = CodePointCounter(entry.exchange.reply);
            counted = finding.span.end;
            begin_row(entry.origin, places.at(finding.span.begin));
            const Rule& rule = k_.rules()[finding.rule];
            const bool has_kind = rule.kind == RuleKind::pattern;
            cell(k_.text(k_.patterns()[finding.pattern].name));
            cell(has_kind ? k_.text(k_.kinds()[rule.subkind].id) : "");
            cell(k_.text(rule.id));
            cell(std::to_string(counter.at(finding.span.begin)));
            cell(std::to_string(counter.at(finding.span.end)));
            cell(finding.span.of(entry.exchange.reply));
            std::string& out = console_.out.buffer();
            out.push_back(',');
            JsonWriter(out).confidence(finding.confidence);
            cell(std::to_string(finding.severity));
            cell(finding.why);
            console_.out.write("\n");
        }
    }

    void reject(const Origin& origin, std::string_view problem) override {
        complain_of_record(console_, origin, problem);
    }

  private:
    // An id is JSON text, which a cell says without its quotation marks where it is plain.
    void begin_row(const Origin& origin, ReplyPlaces::Place place) {
        std::string& out = console_.out.buffer();
        out += csv_cell(origin.source);
        cell(std::to_string(place.line));
        cell(std::to_string(place.column));
        std::string_view id = origin.id;
        if (id.size() > 1 && id.front() == '"' && id.find('\\') == std::string_view::npos)
            id = id.substr(1, id.size() - 2);
        cell(id);
    }
    void cell(std::string_view text) { console_.out.buffer().append(",").append(csv_cell(text)); }

    const Knowledge& k_;
    Console& console_;
    float flagged_from_;
};

}  // namespace

std::unique_ptr<Presenter> make_csv_presenter(const Knowledge& knowledge, Console& console,
                                              const ShowOptions& options) {
    return std::make_unique<CsvPresenter>(knowledge, console, options);
}

}  // namespace attune
