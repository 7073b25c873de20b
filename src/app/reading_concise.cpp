// SPDX-License-Identifier: MIT
//
// One line a finding, in the shape that editors and scripts know: file:line:col: pattern (rule): why
#include <algorithm>

#include "app/presenter.h"
#include "text/utf8.h"

namespace attune {
namespace {

class ConcisePresenter : public Presenter {
  public:
    ConcisePresenter(const Knowledge& knowledge, Console& console, const ShowOptions& options)
        : k_(knowledge), console_(console), flagged_from_(options.flagged_from) {}

    void show(const Entry& entry) override {
        const std::string_view reply = entry.exchange.reply;
        if (entry.reading.risk) {
            line(entry.origin, reply, 0);
            console_.out.write("risk: someone may be in danger here; not coached\n");
            return;
        }
        for (const Finding& finding : entry.reading.findings) {
            if (finding.confidence < flagged_from_) continue;
            line(entry.origin, reply, finding.span.begin);
            std::string& out = console_.out.buffer();
            out.append(k_.text(k_.patterns()[finding.pattern].name));
            out.append(" (").append(k_.text(k_.rules()[finding.rule].id)).append("): ");
            out.append(finding.why).append("\n");
        }
        console_.out.settle();
    }

    void reject(const Origin& origin, std::string_view problem) override {
        console_.out.flush();
        console_.err.write(printable(origin.source) + ":" + std::to_string(origin.line) +
                           ": error: " + std::string(problem) + "\n");
        console_.err.flush();
    }

  private:
    // "file:line:col: " of byte `at`. A record's place is its own line, with the column counted in its reply.
    void line(const Origin& origin, std::string_view reply, std::size_t at) {
        std::uint64_t row = std::max<std::uint64_t>(origin.line, 1);
        std::size_t line_start = 0;
        if (!origin.is_record) {
            const auto before = reply.substr(0, at);
            row += static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
            line_start = before.rfind('\n') + 1;  // npos + 1 is 0
        }
        std::string& out = console_.out.buffer();
        out += origin.source.empty() ? "<reply>" : printable(origin.source);
        out += ':' + std::to_string(row);
        out += ':' + std::to_string(count_code_points(reply.substr(line_start, at - line_start)) + 1) + ": ";
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
