// SPDX-License-Identifier: MIT
//
// SARIF 2.1.0, which code hosts and editors read. Results are written as they are found, and the rules that
// they speak of behind them, so that memory grows with the rules that spoke and not with the input.
#include <cmath>
#include <unordered_map>
#include <vector>

#include "app/finding_print.h"
#include "app/json_writer.h"
#include "app/presenter.h"
#include "app/reply_place.h"

namespace attune {
namespace {

constexpr std::string_view levels[] = {"note", "note", "warning", "error"};  // by severity
constexpr std::uint32_t risk_rule = UINT32_MAX;                              // which is none of the pack

// A path as a URI: relative ones stay so.
std::string uri_of(std::string_view path) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain)
            uri += c;
        else
            uri += {'%', hex[byte >> 4], hex[byte & 15]};
    }
    return uri;
}

class SarifPresenter : public Presenter {
  public:
    SarifPresenter(const Knowledge& knowledge, Console& console, const ShowOptions& options)
        : k_(knowledge),
          console_(console),
          json_(console.out.buffer()),
          flagged_from_(options.flagged_from) {}

    void begin() override {
        json_.begin_object();
        json_.field("$schema",
                    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                    "sarif-schema-2.1.0.json");
        json_.field("version", "2.1.0");
        json_.key("runs");
        json_.begin_array();
        json_.begin_object();
        json_.field("columnKind", "unicodeCodePoints");
        json_.key("results");
        json_.begin_array();
    }

    void show(const Entry& entry) override {
        ReplyPlaces places(entry);
        if (entry.reading.risk) {
            begin_result(risk_rule, "risk", "none", risk_line);
            json_.field("kind", "review");
            write_place(entry, places, {0, 0});
            end_result(entry.origin);
            return;
        }
        for (const Finding& finding : entry.reading.findings) {
            if (finding.confidence < flagged_from_) continue;
            begin_result(finding.rule, k_.text(k_.rules()[finding.rule].id), levels[finding.severity],
                         finding.why);
            write_place(entry, places, words_of(finding, entry.exchange.reply));
            json_.key("partialFingerprints");
            json_.begin_object();
            json_.field("attune/v1", finding_print(k_.text(k_.patterns()[finding.pattern].name),
                                                   finding.span.of(entry.exchange.reply)));
            json_.end_object();
            json_.key("rank");
            json_.number(std::lround(finding.confidence * 100));
            end_result(entry.origin);
        }
    }

    void reject(const Origin& origin, std::string_view problem) override {
        complain_of_record(console_, origin, problem);
    }

    void end(bool all_read) override {
        json_.end_array();
        json_.key("tool");
        json_.begin_object();
        json_.key("driver");
        json_.begin_object();
        json_.field("name", "attune");
        json_.field("semanticVersion", ATTUNE_VERSION);
        json_.key("rules");
        json_.begin_array();
        for (const std::uint32_t rule : rules_) write_rule(rule);
        json_.end_array();
        json_.end_object();
        json_.end_object();
        json_.key("invocations");
        json_.begin_array();
        json_.begin_object();
        json_.key("executionSuccessful");
        json_.boolean(all_read);
        json_.end_object();
        json_.end_array();
        json_.end_object();
        json_.end_array();
        json_.end_object();
        console_.out.write("\n");
    }

  private:
    void text_field(std::string_view name, std::string_view value) {
        json_.key(name);
        json_.begin_object();
        json_.field("text", value);
        json_.end_object();
    }
    void number(std::string_view name, std::uint64_t value) {
        json_.field(name, static_cast<std::int64_t>(value));
    }

    void begin_result(std::uint32_t rule, std::string_view id, std::string_view level,
                      std::string_view message) {
        const auto [place, fresh] = places_of_rules_.emplace(rule, rules_.size());
        if (fresh) rules_.push_back(rule);
        json_.begin_object();
        json_.field("ruleId", id);
        number("ruleIndex", place->second);
        json_.field("level", level);
        text_field("message", message);
    }
    void end_result(const Origin& origin) {
        if (!origin.id.empty()) {
            json_.key("properties");
            json_.begin_object();
            json_.key("id");
            json_.raw(origin.id);
            json_.end_object();
        }
        json_.end_object();
        console_.out.write("\n");
    }

    // Nothing for what was piped in or typed as a flag: there is no file to open. A record's words are not to
    // be found by column, as its line is JSON.
    void write_place(const Entry& entry, ReplyPlaces& places, Span span) {
        json_.key("locations");
        json_.begin_array();
        if (stands_in_file(entry.origin)) {
            const auto from = places.at(span.begin);
            const auto to = places.at(span.end);
            json_.begin_object();
            json_.key("physicalLocation");
            json_.begin_object();
            json_.key("artifactLocation");
            json_.begin_object();
            json_.field("uri", uri_of(entry.origin.source));
            json_.end_object();
            json_.key("region");
            json_.begin_object();
            number("startLine", from.line);
            if (!entry.origin.is_record && span.length() > 0) {
                number("startColumn", from.column);
                number("endLine", to.line);
                number("endColumn", to.column);
            }
            if (span.length() > 0) text_field("snippet", span.of(entry.exchange.reply));
            json_.end_object();
            json_.end_object();
            json_.end_object();
        }
        json_.end_array();
    }

    void write_rule(std::uint32_t index) {
        json_.begin_object();
        if (index == risk_rule) {
            json_.field("id", "risk");
            text_field("shortDescription", "a mention of suicide, self-harm, abuse or danger");
        } else {
            const Rule& rule = k_.rules()[index];
            const CodeInfo& pattern = k_.patterns()[rule.target];
            const KindInfo& kind = k_.kinds()[rule.subkind];
            json_.field("id", k_.text(rule.id));
            text_field("shortDescription", k_.text(kind.title.size > 0 ? kind.title : pattern.title));
            text_field("fullDescription", k_.text(rule.why));
            if (kind.instead.size > 0) text_field("help", "Instead: " + std::string(k_.text(kind.instead)));
            json_.key("defaultConfiguration");
            json_.begin_object();
            json_.field("level", levels[kind.severity]);
            json_.end_object();
            json_.key("properties");
            json_.begin_object();
            json_.key("tags");
            json_.begin_array();
            json_.string(k_.text(pattern.name));
            json_.string(k_.text(kind.id));
            json_.end_array();
            json_.end_object();
        }
        json_.end_object();
    }

    const Knowledge& k_;
    Console& console_;
    JsonWriter json_;
    float flagged_from_;
    std::vector<std::uint32_t> rules_;  // that spoke, in the order in which they did
    std::unordered_map<std::uint32_t, std::size_t> places_of_rules_;
};

}  // namespace

std::unique_ptr<Presenter> make_sarif_presenter(const Knowledge& knowledge, Console& console,
                                                const ShowOptions& options) {
    return std::make_unique<SarifPresenter>(knowledge, console, options);
}

}  // namespace attune
