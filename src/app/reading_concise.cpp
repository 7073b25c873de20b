// SPDX-License-Identifier: MIT
//
// One line a finding, in the shape that editors and scripts know: file:line:col: pattern (rule): why
#include <algorithm>

#include "app/presenter.h"
#include "text/utf8.h"

namespace attune {
namespace {

// Row and column of a byte, both from 0, the column in code points. Linear over a text whose bytes are asked
// for in rising order.
class Locator {
  public:
    Locator(std::string_view text, bool in_rows) : text_(text), in_rows_(in_rows) {}

    struct Place {
        std::uint64_t row = 0, column = 0;
    };
    Place at(std::size_t byte) {
        if (byte < byte_) {
            byte_ = 0;
            place_ = {};
        }
        while (byte_ < byte) {
            const CodePoint point = decode_utf8(text_, byte_);
            byte_ += std::max<std::size_t>(point.size, 1);
            if (in_rows_ && point.value == U'\n')
                place_ = {place_.row + 1, 0};
            else
                ++place_.column;
        }
        return place_;
    }

  private:
    std::string_view text_;
    bool in_rows_;
    std::size_t byte_ = 0;
    Place place_;
};

class ConcisePresenter : public Presenter {
  public:
    ConcisePresenter(const Knowledge& knowledge, Console& console, const ShowOptions& options)
        : k_(knowledge), console_(console), flagged_from_(options.flagged_from) {}

    void show(const Entry& entry) override {
        Locator locator(entry.exchange.reply, !entry.origin.is_record);
        if (entry.reading.risk) {
            line(entry.origin, locator, 0);
            console_.out.write("risk: someone may be in danger here; not coached\n");
            return;
        }
        for (const Finding& finding : entry.reading.findings) {
            if (finding.confidence < flagged_from_) continue;
            line(entry.origin, locator, finding.span.begin);
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
    // "file:line:col: " of byte `at`. A record's place is its own line, with the column counted in its reply.
    void line(const Origin& origin, Locator& locator, std::size_t at) {
        const auto [row, column] = locator.at(at);
        const std::uint64_t first_row = std::max<std::uint64_t>(origin.line, 1);
        std::string& out = console_.out.buffer();
        out += origin.source.empty() ? "<reply>" : printable(origin.source);
        out += ':' + std::to_string(first_row + row) + ':' + std::to_string(column + 1) + ": ";
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
