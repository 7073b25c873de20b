// SPDX-License-Identifier: MIT
//
// Workflow commands of GitHub Actions: a line a finding, which its runner shows beside the line in a pull
// request. Whatever a file is called or holds, no line can end early or become another command.
#include <algorithm>

#include "app/presenter.h"
#include "app/reply_place.h"
#include "text/utf8.h"

namespace attune {
namespace {

// What the runner takes back from a message; a property's value has two letters more that mean something.
std::string escaped(std::string_view text, bool property) {
    std::string out;
    for (const char c : printable(text)) {
        if (c == '%')
            out += "%25";
        else if (c == '\r')
            out += "%0D";
        else if (c == '\n')
            out += "%0A";
        else if (property && c == ':')
            out += "%3A";
        else if (property && c == ',')
            out += "%2C";
        else
            out += c;
    }
    return out;
}

class GithubPresenter : public Presenter {
  public:
    GithubPresenter(const Knowledge& knowledge, Console& console, const ShowOptions& options)
        : k_(knowledge), console_(console), flagged_from_(options.flagged_from) {}

    void show(const Entry& entry) override {
        ReplyPlaces places(entry);
        if (entry.reading.risk) {
            annotate("notice", entry.origin, places.at(0), places.at(0), "risk", risk_line);
            return;
        }
        constexpr std::string_view levels[] = {"notice", "notice", "warning", "error"};  // by severity
        for (const Finding& finding : entry.reading.findings) {
            if (finding.confidence < flagged_from_) continue;
            const Span words = words_of(finding, entry.exchange.reply);
            const std::uint32_t last = words.length() > 0 ? words.end - 1 : words.begin;
            const auto from = places.at(words.begin);
            std::string title{k_.text(k_.patterns()[finding.pattern].title)};
            title.append(" (").append(k_.text(k_.rules()[finding.rule].id)).append(")");
            annotate(levels[finding.severity], entry.origin, from, last_of(places, last, entry), title,
                     finding.why);
        }
    }

    void reject(const Origin& origin, std::string_view problem) override {
        complain_of_record(console_, origin, problem);
    }

  private:
    // The last character of a finding: its byte may be the middle of one.
    static ReplyPlaces::Place last_of(ReplyPlaces& places, std::uint32_t last, const Entry& entry) {
        const std::string_view reply = entry.exchange.reply;
        while (last > 0 && last < reply.size() && (static_cast<unsigned char>(reply[last]) & 0xC0U) == 0x80U)
            --last;
        return places.at(last);
    }

    void annotate(std::string_view level, const Origin& origin, ReplyPlaces::Place from,
                  ReplyPlaces::Place to, std::string_view title, std::string_view message) {
        std::string line = "::" + std::string(level) + " ";
        if (stands_in_file(origin)) {
            line += "file=" + escaped(origin.source, true) + ",line=" + std::to_string(from.line);
            // A record's column is not one of its file.
            if (!origin.is_record) {
                line += ",endLine=" + std::to_string(to.line) + ",col=" + std::to_string(from.column);
                if (from.line == to.line) line += ",endColumn=" + std::to_string(to.column);
            }
            line += ",";
        }
        line += "title=" + escaped(title, true) + "::" + escaped(message, false) + "\n";
        console_.out.write(line);
    }

    const Knowledge& k_;
    Console& console_;
    float flagged_from_;
};

}  // namespace

std::unique_ptr<Presenter> make_github_presenter(const Knowledge& knowledge, Console& console,
                                                 const ShowOptions& options) {
    return std::make_unique<GithubPresenter>(knowledge, console, options);
}

}  // namespace attune
