// SPDX-License-Identifier: MIT
#include <map>

#include "app/evaluation_report.h"
#include "app/json_writer.h"
#include "app/rule_words.h"
#include "text/utf8.h"

namespace attune {
namespace {

class EvaluationWriter {
  public:
    EvaluationWriter(const Knowledge& knowledge, const EvaluationReport& report, std::string& out)
        : k_(knowledge), report_(report), json_(out) {}

    void write() {
        const Evaluation& evaluation = report_.evaluation;
        json_.begin_object();
        count("version", 1);
        count("files", report_.files);
        count("cases", report_.judged.cases.size());
        object("bootstrap", [&] {
            count("draws", report_.resampling.times);
            count("seed", report_.resampling.seed);
        });
        object("patterns", [&] { write_labels(true); });
        object("any_miss", [&] { write_figures(evaluation.any_miss); });
        object("macro_f1", [&] {
            number("value", evaluation.macro_f1);
            count("patterns", evaluation.macro_over);
        });
        object("moves", [&] { write_labels(false); });
        share("attuned_flagged", evaluation.attuned_flagged);
        share("marked_touched", evaluation.marked_touched);
        object("score_against_rating", [&] {
            json_.key("spearman");
            json_.raw(evaluation.spearman ? decimals(*evaluation.spearman, 4) : "null");
            count("cases", evaluation.rated);
        });
        object("confusion", [&] { write_confusion(); });
        json_.key("rules");
        json_.begin_array();
        for (const RuleWorth& worth : report_.rules.spoke)
            if (!report_.show.only || *report_.show.only == worth.label) write_rule(worth);
        json_.end_array();
        json_.key("silent_rules");
        json_.begin_array();
        for (const std::uint32_t rule : report_.rules.silent)
            if (!report_.show.only || report_.show.only == label_of(k_, k_.rules()[rule]))
                json_.string(k_.text(k_.rules()[rule].id));
        json_.end_array();
        if (report_.show.missed) write_missed(*report_.show.missed);
        if (report_.show.evidence) write_evidence();
        json_.end_object();
    }

  private:
    template <class Write>
    void object(std::string_view name, Write write) {
        json_.key(name);
        json_.begin_object();
        write();
        json_.end_object();
    }
    void count(std::string_view name, std::uint64_t value) {
        json_.key(name);
        json_.number(static_cast<std::int64_t>(value));
    }
    void number(std::string_view name, double value) {
        json_.key(name);
        json_.raw(decimals(value, 4));
    }
    void text(std::string_view name, std::string_view value) {
        json_.key(name);
        json_.string(value);
    }
    void share(std::string_view name, const Share& share) {
        object(name, [&] {
            count("count", share.part);
            count("of", share.whole);
        });
    }

    void write_labels(bool patterns) {
        for (std::size_t i = 0; i < report_.evaluation.labels.size(); ++i) {
            const auto label = static_cast<LabelId>(i);
            if (is_pattern(k_, label) == patterns)
                object(label_name(k_, label), [&] { write_figures(report_.evaluation.labels[i]); });
        }
    }

    void write_figures(const LabelFigures& figures) {
        const Counts& counts = figures.counts;
        count("cases", counts.cases());
        count("labelled", counts.labelled());
        count("flagged", counts.said());
        count("right", counts.right);
        number("precision", counts.precision());
        number("recall", counts.recall());
        number("f1", counts.f1());
        number("low", figures.f1.low);
        number("high", figures.f1.high);
    }

    std::string_view row_name(std::size_t row) const {
        return row < k_.patterns().size() ? label_name(k_, static_cast<LabelId>(row)) : "none";
    }

    void write_confusion() {
        const auto& confusion = report_.evaluation.confusion;
        for (std::size_t gold = 0; gold < confusion.size(); ++gold)
            object(row_name(gold), [&] {
                for (std::size_t said = 0; said < confusion.size(); ++said)
                    count(row_name(said), confusion[gold][said]);
            });
    }

    void write_case_name(const LabelledCase& labelled) {
        if (!labelled.id.empty()) {
            json_.key("id");
            json_.raw(labelled.id);
        }
        text("file", labelled.file);
        count("line", labelled.line);
    }

    void write_rule(const RuleWorth& worth) {
        const Rule& rule = k_.rules()[worth.rule];
        json_.begin_object();
        text("rule", k_.text(rule.id));
        text("label", label_name(k_, worth.label));
        json_.key("weight");
        json_.raw(weight_text(rule.weight));
        count("right", worth.right);
        count("wrong", worth.wrong);
        count("earns", worth.earns);
        count("costs", worth.costs);
        number("f1_change", worth.f1_change);
        json_.key("worst");
        json_.begin_array();
        for (std::size_t i = 0; i < worth.astray.size() && i < report_.show.worst; ++i)
            write_astray(worth.astray[i]);
        json_.end_array();
        json_.end_object();
    }

    void write_astray(const Astray& astray) {
        const LabelledCase& labelled = report_.judged.cases[astray.at];
        json_.begin_object();
        write_case_name(labelled);
        CodePointCounter counter(labelled.reply);
        count("start", counter.at(astray.span.begin));
        count("end", counter.at(astray.span.end));
        text("text", astray.span.of(labelled.reply));
        json_.key("confidence");
        json_.confidence(astray.confidence);
        json_.end_object();
    }

    void write_missed(LabelId label) {
        object("missed", [&] {
            text("label", label_name(k_, label));
            json_.key("cases");
            json_.begin_array();
            for (const std::size_t at : missed_cases(report_.judged, label)) {
                const LabelledCase& labelled = report_.judged.cases[at];
                json_.begin_object();
                write_case_name(labelled);
                if (labelled.statement) text("statement", *labelled.statement);
                text("reply", labelled.reply);
                json_.end_object();
            }
            json_.end_array();
        });
    }

    void write_evidence() {
        object("evidence", [&] {
            object("weights", [&] {
                for (const Rule& rule : k_.rules()) {
                    if (!label_of(k_, rule)) continue;
                    json_.key(k_.text(rule.id));
                    json_.raw(weight_text(rule.weight));
                }
            });
            json_.key("cases");
            json_.begin_array();
            std::map<std::string_view, std::size_t> numbers;
            std::size_t statements = 0;
            for (std::size_t at = 0; at < report_.judged.cases.size(); ++at) {
                const LabelledCase& labelled = report_.judged.cases[at];
                std::size_t statement = statements;
                if (labelled.statement)
                    statement = numbers.try_emplace(*labelled.statement, statements).first->second;
                if (statement == statements) ++statements;
                write_case(labelled, report_.judged.readings[at], statement);
            }
            json_.end_array();
        });
    }

    void write_case(const LabelledCase& labelled, const CaseReading& reading, std::size_t statement) {
        json_.begin_object();
        write_case_name(labelled);
        count("statement", statement);
        object("labels", [&] {
            for (std::size_t label = 0; label < labelled.labels.size(); ++label)
                if (labelled.labels[label] != Gold::unknown)
                    count(label_name(k_, static_cast<LabelId>(label)),
                          labelled.labels[label] == Gold::yes ? 1 : 0);
        });
        json_.key("sentences");
        json_.begin_array();
        for (const Evidenced& sentence : reading.evidence) {
            json_.begin_object();
            text("label", label_name(k_, sentence.label));
            json_.key("rules");
            json_.begin_array();
            for (const std::uint32_t rule : sentence.rules) json_.string(k_.text(k_.rules()[rule].id));
            json_.end_array();
            json_.end_object();
        }
        json_.end_array();
        json_.end_object();
    }

    const Knowledge& k_;
    const EvaluationReport& report_;
    JsonWriter json_;
};

}  // namespace

void show_evaluation_as_json(const Knowledge& knowledge, const EvaluationReport& report, Console& console) {
    EvaluationWriter(knowledge, report, console.out.buffer()).write();
    console.out.write("\n");
}

}  // namespace attune
