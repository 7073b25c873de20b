// SPDX-License-Identifier: MIT
#include "app/score/session_scorer.h"

#include <algorithm>

#include "app/score/redaction.h"
#include "text/utf8.h"
#include "transcript/volleys.h"

namespace attune {
namespace {

using transcript::Segment;
using transcript::Session;
using transcript::Volley;

constexpr std::size_t longest_quote = 400;  // bytes

std::uint64_t count_words(std::string_view text) {
    std::uint64_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!space && !inside) ++words;
        inside = !space;
    }
    return words;
}

void count_talk(const Session& session, std::span<const std::string> helpers, SessionFigures& figures) {
    for (const Segment& segment : session.segments) {
        if (segment.speaker.empty()) continue;
        const auto is = [&segment](const std::string& name) {
            return transcript::same_speaker(segment.speaker, name);
        };
        if (is(figures.helper))
            figures.helper_words += count_words(segment.text);
        else if (std::none_of(helpers.begin(), helpers.end(), is))
            figures.other_words += count_words(segment.text);
    }
}

std::optional<Column> column_of(const Session& session, const std::string& by) {
    if (by.empty()) return std::nullopt;
    for (const auto& [name, value] : session.columns)
        if (name == by) return Column{name, value};
    return Column{by, {}};
}

SessionFigures named(const Session& session, const std::string& helper, const std::string& by) {
    SessionFigures figures;
    figures.session = session.id;
    figures.source = session.source;
    figures.helper = helper;
    figures.by = column_of(session, by);
    return figures;
}

std::vector<std::string> helpers_in(const std::vector<Volley>& volleys) {
    std::vector<std::string> found;
    for (const Volley& volley : volleys)
        if (std::find(found.begin(), found.end(), volley.helper) == found.end())
            found.push_back(volley.helper);
    return found;
}

std::string cut(std::string text) {
    if (text.size() <= longest_quote) return text;
    std::size_t end = text.rfind(' ', longest_quote);
    if (end == std::string::npos || end < longest_quote / 2) {
        end = longest_quote;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    }
    text.resize(end);
    return text + " …";
}

class Quoter {
  public:
    Quoter(const Session& session, const std::vector<Volley>& volleys, const Knowledge& knowledge,
           bool redact)
        : volleys_(volleys) {
        if (redact) redaction_.emplace(transcript::speakers(session), knowledge.vocabulary());
    }
    void quote(std::vector<Moment>& moments) const {
        for (Moment& moment : moments)
            for (const Volley& volley : volleys_)
                if (volley.turn == moment.turn) {
                    moment.statement = shown(volley.statement);
                    moment.reply = shown(volley.reply);
                }
    }

  private:
    [[nodiscard]] std::string shown(const std::string& text) const {
        return cut(redaction_ ? redaction_->apply(text) : text);
    }

    const std::vector<Volley>& volleys_;
    std::optional<Redaction> redaction_;
};

}  // namespace

SessionScorer::SessionScorer(const Knowledge& knowledge, const ScorerOptions& options)
    : options_(options), coach_(knowledge), counter_(knowledge) {}

void SessionScorer::score(const Session& session, std::vector<SessionFigures>& out) {
    const std::vector<Volley> volleys = transcript::volleys(session, options_.helpers);
    for (const std::string& helper : helpers_in(volleys)) {
        SessionFigures figures = named(session, helper, options_.by);
        count_talk(session, options_.helpers, figures);
        counter_.begin();
        for (const Volley& volley : volleys) {
            if (volley.helper != helper) continue;
            Exchange exchange{std::nullopt, volley.reply};
            if (!volley.statement.empty()) exchange.statement = volley.statement;
            coach_.read(exchange, reading_);
            counter_.add({volley.turn, volley.statement, volley.reply, reading_});
        }
        counter_.finish(figures);
        if (options_.quote) {
            const Quoter quoter(session, volleys, coach_.knowledge(), options_.redact);
            quoter.quote(figures.best);
            quoter.quote(figures.hardest);
        }
        out.push_back(std::move(figures));
    }
}

std::vector<SessionFigures> announce(const Session& session, const ScorerOptions& options) {
    std::vector<SessionFigures> announced;
    for (const std::string& helper : helpers_in(transcript::volleys(session, options.helpers)))
        announced.push_back(named(session, helper, options.by));
    return announced;
}

}  // namespace attune
