// SPDX-License-Identifier: MIT
//
// One line a finding, in the shape that editors and scripts know: file:line:col: pattern (rule): why
#include "app/presenter.h"
#include "app/reply_place.h"
#include "text/utf8.h"

namespace attune {
namespace {

class ConcisePresenter : public Presenter {
  public:
    ConcisePresenter(const Knowledge& knowledge, Console& console, const ShowOptions& options)
        : k_(knowledge), console_(console), flagged_from_(options.flagged_from) {}

    void show(const Entry& entry) override {
        ReplyPlaces places(entry);
        if (entry.reading.risk) {
            line(entry.origin, places.at(0));
            console_.out.write("risk: " + std::string(risk_line) + "\n");
            return;
        }
        for (const Finding& finding : entry.reading.findings) {
            if (finding.confidence < flagged_from_) continue;
            line(entry.origin, places.at(finding.span.begin));
            std::string& out = console_.out.buffer();
            out.append(k_.text(k_.patterns()[finding.pattern].name));
            out.append(" (").append(k_.text(k_.rules()[finding.rule].id)).append("): ");
            out.append(finding.why).append("\n");
            console_.out.settle();
        }
    }

    void reject(const Origin& origin, std::string_view problem) override {
        complain_of_record(console_, origin, problem);
    }

  private:
    // "file:line:col: "
    void line(const Origin& origin, ReplyPlaces::Place place) {
        std::string& out = console_.out.buffer();
        out += origin.source.empty() ? "<reply>" : printable(origin.source);
        out += ':' + std::to_string(place.line) + ':' + std::to_string(place.column) + ": ";
    }

    const Knowledge& k_;
    Console& console_;
    float flagged_from_;
};

}  // namespace

std::unique_ptr<Presenter> make_concise_presenter(const Knowledge& knowledge, Console& console,
                                                  const ShowOptions& options) {
    return std::make_unique<ConcisePresenter>(knowledge, console, options);
}

}  // namespace attune
