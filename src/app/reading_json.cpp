// SPDX-License-Identifier: MIT
#include "app/reading_json.h"

#include <algorithm>

#include "text/utf8.h"

namespace attune {
namespace {

// Feelings with less of the evidence than this are noise to a reader; the first one is always told.
constexpr float faint = 0.1F;

// Byte offsets of a reply as code points. Most replies are ASCII, where both are the same.
class Offsets {
  public:
    explicit Offsets(std::string_view text)
        : text_(text), ascii_(std::all_of(text.begin(), text.end(), [](char c) { return c >= 0; })) {}

    std::int64_t operator()(std::uint32_t byte) {
        if (ascii_) return byte;
        if (byte < last_byte_) counter_ = CodePointCounter(text_);  // the counter only moves forward
        last_byte_ = byte;
        return static_cast<std::int64_t>(counter_.at(byte));
    }

  private:
    std::string_view text_;
    bool ascii_;
    CodePointCounter counter_{text_};
    std::uint32_t last_byte_ = 0;
};

class ReadingWriter {
  public:
    ReadingWriter(const Knowledge& knowledge, const Entry& entry, JsonWriter& json)
        : k_(knowledge), entry_(entry), json_(json), offsets_(entry.exchange.reply) {}

    void write(float reported_from) {
        const Reading& reading = entry_.reading;
        json_.begin_object();
        write_origin();
        write_statement(reading.statement);
        json_.key("findings");
        json_.begin_array();
        for (const Finding& finding : reading.findings)
            if (finding.confidence >= reported_from) write_finding(finding);
        json_.end_array();
        json_.key("moves");
        json_.begin_array();
        for (const FoundMove& move : reading.moves)
            if (move.confidence >= reported_from) write_move(move);
        json_.end_array();
        json_.key("questions");
        json_.begin_object();
        json_.field("open", reading.open_questions);
        json_.field("closed", reading.closed_questions);
        json_.end_object();
        json_.field("score", reading.score);
        json_.field("level", reading.level);
        json_.key("risk");
        json_.boolean(reading.risk);
        json_.key("rewrites");
        json_.begin_array();
        for (const Rewrite& rewrite : entry_.rewrites) write_rewrite(rewrite);
        json_.end_array();
        json_.end_object();
    }

  private:
    void write_origin() {
        const Origin& origin = entry_.origin;
        if (!origin.id.empty()) {
            json_.key("id");
            json_.raw(origin.id);
        } else if (!origin.is_record && !origin.source.empty()) {
            json_.field("file", origin.source);
        }
        if (origin.line > 0 && (origin.id.empty() || !origin.is_record))
            json_.field("line", static_cast<std::int64_t>(origin.line));
    }

    void write_statement(const StatementReading& statement) {
        json_.key("statement");
        if (!statement.known) return json_.raw("null");
        json_.begin_object();
        json_.key("feelings");
        json_.begin_array();
        for (const FeltFeeling& felt : statement.feelings) {
            if (felt.confidence < faint && &felt != &statement.feelings.front()) continue;
            json_.begin_object();
            json_.field("family", k_.text(k_.families()[felt.family].name));
            json_.field("word", felt.word);
            json_.field("strength", felt.strength);
            json_.key("confidence");
            json_.confidence(felt.confidence);
            json_.end_object();
        }
        json_.end_array();
        json_.key("asked");
        json_.boolean(statement.asked);
        json_.key("risk");
        json_.boolean(statement.risk);
        json_.end_object();
    }

    void write_span(Span span) {
        json_.field("start", offsets_(span.begin));
        json_.field("end", offsets_(span.end));
        json_.field("text", span.of(entry_.exchange.reply));
    }

    void write_finding(const Finding& finding) {
        const Rule& rule = k_.rules()[finding.rule];
        json_.begin_object();
        json_.field("pattern", k_.text(k_.patterns()[finding.pattern].name));
        json_.field("rule", k_.text(rule.id));
        if (rule.kind == RuleKind::pattern) json_.field("kind", k_.text(k_.kinds()[rule.subkind].id));
        if (finding.rules.size() > 1) {
            json_.key("rules");
            json_.begin_array();
            for (const std::uint32_t other : finding.rules) json_.string(k_.text(k_.rules()[other].id));
            json_.end_array();
        }
        write_span(finding.span);
        json_.key("confidence");
        json_.confidence(finding.confidence);
        json_.field("severity", finding.severity);
        json_.field("message", finding.why);
        json_.end_object();
    }

    void write_move(const FoundMove& move) {
        json_.begin_object();
        json_.field("move", k_.text(k_.moves()[move.move].name));
        json_.field("rule", k_.text(k_.rules()[move.rule].id));
        write_span(move.span);
        json_.key("confidence");
        json_.confidence(move.confidence);
        json_.end_object();
    }

    void write_rewrite(const Rewrite& rewrite) {
        constexpr std::string_view kinds[] = {"trim", "swap", "rebuild"};
        json_.begin_object();
        json_.field("kind", kinds[static_cast<std::size_t>(rewrite.kind)]);
        json_.field("text", rewrite.text);
        json_.key("moves");
        json_.begin_array();
        for (const std::uint8_t move : rewrite.moves) json_.string(k_.text(k_.moves()[move].name));
        json_.end_array();
        json_.field("does", rewrite.does);
        json_.end_object();
    }

    const Knowledge& k_;
    const Entry& entry_;
    JsonWriter& json_;
    Offsets offsets_;
};

class JsonPresenter : public Presenter {
  public:
    JsonPresenter(Format format, const Knowledge& knowledge, Console& console, const ShowOptions& options)
        : lines_(format == Format::jsonl),
          k_(knowledge),
          out_(console.out),
          reported_from_(options.reported_from) {}

    void begin() override {
        if (lines_) return;
        out_.write("{\"version\":" + std::to_string(json_version) + ",\"replies\":[");
    }
    void show(const Entry& entry) override {
        separate();
        JsonWriter json(out_.buffer());
        write_reading(k_, entry, reported_from_, json);
        if (lines_) out_.buffer().push_back('\n');
        out_.settle();
    }
    void reject(const Origin& origin, std::string_view problem) override {
        separate();
        JsonWriter json(out_.buffer());
        json.begin_object();
        if (!origin.id.empty()) {
            json.key("id");
            json.raw(origin.id);
        }
        json.key("error");
        json.string(problem);
        json.key("line");
        json.number(static_cast<std::int64_t>(origin.line));
        json.end_object();
        if (lines_) out_.buffer().push_back('\n');
        out_.settle();
    }
    void end(bool /*all_read*/) override {
        if (!lines_) out_.write(empty_ ? "]}\n" : "\n]}\n");
    }

  private:
    void separate() {
        if (!lines_) out_.write(empty_ ? "\n" : ",\n");
        empty_ = false;
    }

    bool lines_;
    bool empty_ = true;
    const Knowledge& k_;
    Output& out_;
    float reported_from_;
};

}  // namespace

void write_reading(const Knowledge& knowledge, const Entry& entry, float reported_from, JsonWriter& json) {
    ReadingWriter(knowledge, entry, json).write(reported_from);
}

std::unique_ptr<Presenter> make_json_presenter(Format format, const Knowledge& knowledge, Console& console,
                                               const ShowOptions& options) {
    return std::make_unique<JsonPresenter>(format, knowledge, console, options);
}

}  // namespace attune
