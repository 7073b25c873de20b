// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdio>

#include "app/evaluation_report.h"
#include "app/wrap.h"
#include "text/json_text.h"
#include "text/utf8.h"

namespace attune {
namespace {

constexpr std::size_t strongest = 10;  // rules of each label, unless one label was asked for
constexpr std::size_t short_name = 4;  // columns of the confusion
constexpr std::size_t silent_named = 40;

std::string left(std::string_view text, std::size_t width) {
    std::string out{text};
    const std::size_t columns = display_width(text);
    if (columns < width) out.append(width - columns, ' ');
    return out;
}

std::string right(const std::string& text, std::size_t width) {
    return std::string(text.size() < width ? width - text.size() : 0, ' ') + text;
}

std::string right(std::uint64_t number, std::size_t width) {
    return right(std::to_string(number), width);
}

std::string signed_decimals(double value, int places) {
    const std::string text = decimals(value, places);
    return value > 0 ? "+" + text : text;
}

std::string count_of(std::size_t n, const std::string& one, const std::string& many) {
    return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string case_name(const LabelledCase& labelled) {
    if (labelled.id.empty()) return printable(labelled.file) + ":" + std::to_string(labelled.line);
    const auto text = labelled.id[0] == '"' ? unescape_json(labelled.id) : std::nullopt;
    return printable(text.value_or(labelled.id));
}

class EvaluationTeller {
  public:
    EvaluationTeller(const Knowledge& knowledge, const EvaluationReport& report, Console& console)
        : k_(knowledge),
          report_(report),
          evaluation_(report.evaluation),
          out_(console.out),
          screen_(console.screen) {
        for (std::size_t label = 0; label < evaluation_.labels.size(); ++label)
            name_width_ = std::max(name_width_, display_width(label_name(k_, static_cast<LabelId>(label))));
    }

    void tell() {
        out_.write(count_of(report_.judged.cases.size(), "case", "cases") + " in " +
                   count_of(report_.files, "file", "files") + "\n");
        table("Patterns", true);
        table("Moves", false);
        whole();
        confusion();
        for (std::size_t label = 0; label < evaluation_.labels.size(); ++label)
            if (asked_for(static_cast<LabelId>(label))) rules_of(static_cast<LabelId>(label));
        wrong_hits();
        silent();
        if (report_.show.missed) missed(*report_.show.missed);
    }

  private:
    [[nodiscard]] bool asked_for(LabelId label) const {
        return !report_.show.only || *report_.show.only == label;
    }

    void heading(std::string_view text) { out_.write("\n" + screen_.in(Ink::bold, text) + "\n"); }
    void line(const std::string& text) { out_.write(hang("", text, 2, screen_)); }

    void table(std::string_view title, bool patterns) {
        heading(left(title, name_width_ + 4) + "cases  labelled  flagged  prec  recall    F1  95 %");
        for (std::size_t i = 0; i < evaluation_.labels.size(); ++i) {
            const auto label = static_cast<LabelId>(i);
            if (is_pattern(k_, label) == patterns) row(label_name(k_, label), evaluation_.labels[i]);
        }
        if (patterns) row("any miss", evaluation_.any_miss);
    }

    void row(std::string_view name, const LabelFigures& figures) {
        const Counts& counts = figures.counts;
        const bool any = counts.labelled() + counts.said() > 0;
        const auto figure = [&](double value) { return any ? decimals(value, 2) : std::string("-"); };
        out_.write("  " + left(name, name_width_) + right(counts.cases(), 7) + right(counts.labelled(), 10) +
                   right(counts.said(), 9) + right(figure(counts.precision()), 6) +
                   right(figure(counts.recall()), 8) + right(figure(counts.f1()), 6) +
                   (any ? "  " + decimals(figures.f1.low, 2) + " to " + decimals(figures.f1.high, 2)
                        : std::string()) +
                   "\n");
    }

    void whole() {
        out_.write("\n");
        const std::string enough = " with " + std::to_string(macro_from) + " or more labelled cases";
        if (evaluation_.macro_over > 0)
            line("macro-F1 " + decimals(evaluation_.macro_f1, 2) + " over " +
                 count_of(evaluation_.macro_over, "pattern", "patterns") + enough);
        else
            line("no macro-F1: it is the mean over patterns" + enough);
        const Share& attuned = evaluation_.attuned_flagged;
        if (attuned.whole > 0)
            line("attuned replies flagged: " + share(attuned) + " (rated 4 or 5, and no miss is labelled)");
        if (evaluation_.marked_touched.whole > 0)
            line("a flag touches the marked words: " + share(evaluation_.marked_touched) +
                 " whose pattern was found");
        if (evaluation_.spearman)
            line("score against rating: Spearman " + decimals(*evaluation_.spearman, 2) + " over " +
                 count_of(evaluation_.rated, "case", "cases"));
        line("95 %: percentile bootstrap, " + std::to_string(report_.resampling.times) +
             " draws of the cases, seed " + std::to_string(report_.resampling.seed));
    }

    static std::string share(const Share& share) {
        return std::to_string(share.part) + " of " + std::to_string(share.whole);
    }

    void confusion() {
        const std::size_t patterns = k_.patterns().size();
        heading("What was flagged (across) where a pattern is labelled (down)");
        std::string head = left("", name_width_ + 2);
        for (std::size_t said = 0; said < patterns; ++said)
            head += right(std::string(label_name(k_, static_cast<LabelId>(said)).substr(0, short_name)),
                          short_name + 1);
        out_.write(head + "  none\n");
        for (std::size_t gold = 0; gold <= patterns; ++gold) {
            std::string text =
                "  " +
                left(gold < patterns ? label_name(k_, static_cast<LabelId>(gold)) : "none", name_width_);
            for (std::size_t said = 0; said < patterns; ++said) {
                const std::size_t n = evaluation_.confusion[gold][said];
                text += right(n > 0 ? std::to_string(n) : ".", short_name + 1);
            }
            out_.write(text + right(evaluation_.confusion[gold][patterns], 6) + "\n");
        }
    }

    void rules_of(LabelId label) {
        std::vector<const RuleWorth*> spoke;
        for (const RuleWorth& worth : report_.rules.spoke)
            if (worth.label == label) spoke.push_back(&worth);
        if (spoke.empty()) return;
        const std::size_t shown =
            report_.show.only ? spoke.size() : std::min<std::size_t>(spoke.size(), strongest);
        heading(std::string(label_name(k_, label)) + ": " + count_of(spoke.size(), "rule", "rules") +
                " spoke" +
                (shown < spoke.size() ? ", the " + std::to_string(shown) + " strongest" : std::string()));
        out_.write(screen_.in(Ink::faint, "  F1 with it  earns  costs  right  wrong  rule") + "\n");
        for (std::size_t i = 0; i < shown; ++i) {
            const RuleWorth& worth = *spoke[i];
            out_.write("  " + right(signed_decimals(worth.f1_change, 4), 10) + right(worth.earns, 7) +
                       right(worth.costs, 7) + right(worth.right, 7) + right(worth.wrong, 7) + "  " +
                       std::string(k_.text(k_.rules()[worth.rule].id)) + "\n");
        }
    }

    // Of the label that was asked for all rules that led astray, else those that did so most often.
    void wrong_hits() {
        if (report_.show.worst == 0) return;
        std::vector<const RuleWorth*> astray;
        for (const RuleWorth& worth : report_.rules.spoke)
            if (asked_for(worth.label) && !worth.astray.empty()) astray.push_back(&worth);
        if (astray.empty()) return;
        std::stable_sort(astray.begin(), astray.end(), [](const RuleWorth* a, const RuleWorth* b) {
            return a->astray.size() > b->astray.size();
        });
        const std::size_t shown =
            report_.show.only ? astray.size() : std::min<std::size_t>(astray.size(), strongest);
        heading(
            count_of(astray.size(), "rule", "rules") + " led astray" +
            (shown < astray.size() ? ", the " + std::to_string(shown) + " that did so most" : std::string()));
        for (std::size_t i = 0; i < shown; ++i) wrong_hits_of(*astray[i]);
    }

    void wrong_hits_of(const RuleWorth& worth) {
        out_.write("  " + std::string(k_.text(k_.rules()[worth.rule].id)) + ": " +
                   count_of(worth.astray.size(), "wrong hit", "wrong hits") + ", " +
                   std::to_string(worth.right) + " right\n");
        for (std::size_t i = 0; i < worth.astray.size() && i < report_.show.worst; ++i) {
            const Astray& hit = worth.astray[i];
            const LabelledCase& labelled = report_.judged.cases[hit.at];
            const std::string lead = "    " + decimals(hit.confidence, 2) + "  " + case_name(labelled) + "  ";
            const std::size_t used = display_width(lead);
            const std::size_t room = screen_.width > used + 20 ? screen_.width - used : 20;
            out_.write(lead + shorten(hit.span.of(labelled.reply), room) + "\n");
        }
    }

    void silent() {
        std::string names;
        std::size_t count = 0;
        for (const std::uint32_t rule : report_.rules.silent) {
            const Rule& silent = k_.rules()[rule];
            if (!asked_for(*label_of(k_, silent))) continue;
            ++count;
            names += (names.empty() ? "" : ", ") + std::string(k_.text(silent.id));
        }
        if (count == 0) return;
        heading(count_of(count, "rule", "rules") + " never spoke");
        if (report_.show.only || count <= silent_named)
            out_.write(hang("  ", names, 2, screen_));
        else
            line("  `--pattern NAME` tells those of one pattern or move, `--format json` them all");
    }

    void missed(LabelId label) {
        const auto cases = missed_cases(report_.judged, label);
        heading(std::string(label_name(k_, label)) + ": " + count_of(cases.size(), "case", "cases") + " of " +
                std::to_string(evaluation_.labels[label].counts.labelled()) + " missed");
        for (const std::size_t at : cases) {
            const LabelledCase& labelled = report_.judged.cases[at];
            out_.write("  " + screen_.in(Ink::bold, case_name(labelled)) + "\n");
            if (labelled.statement) out_.write(hang("    to: ", *labelled.statement, 8, screen_));
            out_.write(hang("    ", labelled.reply.empty() ? "(no words)" : labelled.reply, 4, screen_));
        }
    }

    const Knowledge& k_;
    const EvaluationReport& report_;
    const Evaluation& evaluation_;
    Output& out_;
    const Screen& screen_;
    std::size_t name_width_ = 9;
};

}  // namespace

void show_evaluation_as_text(const Knowledge& knowledge, const EvaluationReport& report, Console& console) {
    EvaluationTeller(knowledge, report, console).tell();
}

std::vector<std::size_t> missed_cases(const Judged& judged, LabelId label) {
    std::vector<std::size_t> missed;
    for (std::size_t at = 0; at < judged.cases.size(); ++at)
        if (judged.cases[at].labels[label] == Gold::yes && !judged.readings[at].says(label))
            missed.push_back(at);
    return missed;
}

std::string decimals(double value, int places) {
    char text[32];
    const int size = std::snprintf(text, sizeof text, "%.*f", places, value);
    std::string out(text, static_cast<std::size_t>(std::clamp(size, 0, static_cast<int>(sizeof text) - 1)));
    // No "-0.00".
    return out.find_first_not_of("-0.") == std::string::npos && out[0] == '-' ? out.substr(1) : out;
}

}  // namespace attune
