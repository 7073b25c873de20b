// SPDX-License-Identifier: MIT
//
// `attune explain`: what stands behind a flag. The same pages serve someone who wonders about a reply and a
// trainer who reads the rules.
#include "app/commands/explain.h"

#include <algorithm>

#include "app/complaint.h"
#include "app/console.h"
#include "app/packs_in_use.h"
#include "app/rule_words.h"
#include "app/wrap.h"
#include "core/suggest.h"
#include "rules/evidence.h"

namespace attune {
namespace {

constexpr std::size_t rules_shown = 12;
constexpr std::size_t examples_shown = 4;  // of each sort, on the page of a pattern or move

std::string sentence(std::string_view text) {
    std::string out{text};
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    if (!out.empty() && out.back() != '.' && out.back() != '?' && out.back() != '!') out += '.';
    return out;
}

std::string_view severity_word(int severity) {
    constexpr std::string_view words[] = {"a slip", "misses the person", "denies or attacks"};
    return words[std::clamp(severity, 1, 3) - 1];
}

class Explainer {
  public:
    Explainer(const Knowledge& knowledge, Console& console)
        : k_(knowledge), out_(console.out), screen_(console.screen) {}

    void list() {
        heading("Patterns: how a reply can miss the person");
        std::vector<Row> rows;
        for (const CodeInfo& pattern : k_.patterns())
            rows.push_back({k_.text(pattern.name), k_.text(pattern.title)});
        table(rows);
        heading("Moves: how a reply can meet them");
        rows.clear();
        for (const CodeInfo& move : k_.moves()) rows.push_back({k_.text(move.name), k_.text(move.title)});
        table(rows);
        out_.write("\n" +
                   hang("",
                        "`attune explain NAME` tells more; so does the name of a kind or a rule, such as " +
                            std::string(k_.text(k_.kinds().empty() ? PoolText{} : k_.kinds()[0].id)) + ".",
                        0, screen_));
    }

    // False when nothing has that name.
    bool explain(std::string_view name) {
        if (const auto pattern = k_.pattern(name)) return show_code(*pattern, RuleKind::pattern), true;
        if (const auto move = k_.move(name)) return show_code(*move, RuleKind::move), true;
        for (std::size_t kind = 0; kind < k_.kinds().size(); ++kind)
            if (k_.text(k_.kinds()[kind].id) == name) return show_kind(kind), true;
        if (const auto rule = k_.rule(name)) return show_rule(k_.rules()[*rule]), true;
        return false;
    }

    [[nodiscard]] std::string nearest(std::string_view name) const {
        std::vector<std::string> names;
        for (const auto codes : {k_.patterns(), k_.moves()})
            for (const CodeInfo& code : codes) names.emplace_back(k_.text(code.name));
        for (const KindInfo& kind : k_.kinds()) names.emplace_back(k_.text(kind.id));
        for (const Rule& rule : k_.rules()) names.emplace_back(k_.text(rule.id));
        // The beginning of a name is the surer sign.
        for (const std::string& full : names)
            if (!name.empty() && full.starts_with(name)) return full;
        return did_you_mean(name, names);
    }

  private:
    void show_code(std::size_t index, RuleKind kind) {
        const bool is_pattern = kind == RuleKind::pattern;
        const CodeInfo& code = is_pattern ? k_.patterns()[index] : k_.moves()[index];
        title(k_.text(code.name), k_.text(code.title), is_pattern ? code.severity : 0);
        paragraph(k_.text(code.definition));
        if (is_pattern) {
            labelled("How it lands", k_.text(code.why));
            labelled("What meets them", k_.text(code.instead));
        } else {
            labelled("What it does", k_.text(code.why));
        }
        if (is_pattern) {
            std::vector<Row> kinds;
            for (const KindInfo& finer : k_.kinds())
                if (finer.pattern == index) kinds.push_back({k_.text(finer.id), k_.text(finer.title)});
            if (!kinds.empty()) heading("Kinds");
            table(kinds);
        }
        show_rules(k_.text(code.name),
                   [&](const Rule& rule) { return rule.kind == kind && rule.target == index; });
        labelled("Source", k_.text(code.source));
    }

    void show_kind(std::size_t index) {
        const KindInfo& kind = k_.kinds()[index];
        const CodeInfo& pattern = k_.patterns()[kind.pattern];
        title(k_.text(kind.id), k_.text(kind.title), kind.severity);
        paragraph(k_.text(pattern.definition));
        labelled("How it lands", k_.text(kind.why));
        labelled("What meets them", k_.text(kind.instead.size > 0 ? kind.instead : pattern.instead));
        show_rules(k_.text(kind.id),
                   [&](const Rule& rule) { return rule.kind == RuleKind::pattern && rule.subkind == index; });
    }

    void show_rule(const Rule& rule) {
        out_.write(screen_.in(Ink::bold, k_.text(rule.id)) + "  " +
                   screen_.in(Ink::faint, std::string(k_.text(rule.file)) + ":" + std::to_string(rule.line)) +
                   "\n");
        if (rule.why.size > 0) out_.write(hang("  ", sentence(k_.text(rule.why)), 2, screen_));
        if (rule.kind == RuleKind::pattern) {
            const KindInfo& kind = k_.kinds()[rule.subkind];
            labelled("What meets them",
                     k_.text(kind.instead.size > 0 ? kind.instead : k_.patterns()[rule.target].instead));
        }
        heading("Its cue");
        std::string_view cues = k_.text(rule.cue);
        if (cues.empty()) cues = "the whole text, whatever its words";
        while (!cues.empty()) {
            const auto end = cues.find('\n');
            out_.write(hang("  ", cues.substr(0, end), 6, screen_));
            cues = end == std::string_view::npos ? std::string_view{} : cues.substr(end + 1);
        }
        if (rule.last_exception > rule.first_exception) {
            const auto count = rule.last_exception - rule.first_exception;
            out_.write(hang("  ",
                            "except where " + std::to_string(count) +
                                (count == 1 ? " other cue" : " other cues") + " listed in its file " +
                                (count == 1 ? "overlaps" : "overlap") + " it",
                            4, screen_));
        }
        const auto conditions = condition_words(k_, rule);
        if (!conditions.empty()) heading("What must also hold");
        for (const std::string& condition : conditions) out_.write(hang("  ", condition, 4, screen_));
        if (rule.cancelled_by != 0) {
            heading("What cancels it");
            std::vector<Row> frames;
            for (std::size_t frame = 0; frame < k_.frames().size() && frame < 64; ++frame)
                if ((rule.cancelled_by >> frame & 1U) != 0)
                    frames.push_back({k_.text(k_.frames()[frame].name), k_.text(k_.frames()[frame].about)});
            table(frames);
        }
        if (rule.kind != RuleKind::frame) labelled("Weight", weight_words(rule));
        show_examples(rule, true, "It hits", rule.last_example);
        show_examples(rule, false, "It leaves alone", rule.last_example);
    }

    static std::string weight_words(const Rule& rule) {
        const std::string weight = weight_text(rule.weight);
        if (rule.weight < 0) return weight + ": it speaks against";
        return weight + (rule.weight >= flagged_from ? ": enough by itself" : ": a hint that adds to others");
    }

    // The rules of a page, and a few of their examples.
    template <class Belongs>
    void show_rules(std::string_view name, Belongs belongs) {
        std::vector<const Rule*> rules;
        for (const Rule& rule : k_.rules())
            if (belongs(rule)) rules.push_back(&rule);
        std::stable_sort(rules.begin(), rules.end(),
                         [](const Rule* a, const Rule* b) { return a->weight > b->weight; });
        for (const bool hit : {true, false}) {
            bool headed = false;
            std::size_t shown = 0;
            // One example a rule, the rules that say most first.
            for (const Rule* rule : rules) {
                if (shown == examples_shown || rule->weight < 0) break;
                for (std::uint32_t e = rule->first_example; e < rule->last_example; ++e) {
                    const Example& example = k_.examples()[e];
                    if ((example.is_hit != 0) != hit) continue;
                    if (!headed) heading(hit ? "Such as" : "But not");
                    headed = true;
                    show_example(example);
                    ++shown;
                    break;
                }
            }
        }
        if (rules.empty()) return;
        heading(std::to_string(rules.size()) + (rules.size() == 1 ? " rule" : " rules"));
        const std::size_t more = rules.size() > rules_shown ? rules.size() - rules_shown : 0;
        rules.resize(rules.size() - more);
        for (const Rule* rule : rules) out_.write("  " + std::string(k_.text(rule->id)) + "\n");
        if (more > 0) out_.write("  … all of them: attune rules list --pattern " + std::string(name) + "\n");
    }

    void show_examples(const Rule& rule, bool hit, std::string_view name, std::uint32_t last) {
        bool headed = false;
        for (std::uint32_t e = rule.first_example; e < last; ++e) {
            if ((k_.examples()[e].is_hit != 0) != hit) continue;
            if (!headed) heading(name);
            headed = true;
            show_example(k_.examples()[e]);
        }
    }

    void show_example(const Example& example) {
        const std::string reply = example.reply.size > 0 ? std::string(k_.text(example.reply)) : "(nothing)";
        if (example.statement.size == 0) return out_.write(hang("  ", reply, 4, screen_));
        out_.write(screen_.in(Ink::faint, hang("  ", k_.text(example.statement), 4, screen_)));
        out_.write(hang("    ", reply, 6, screen_));
    }

    void title(std::string_view name, std::string_view about, int severity) {
        std::string line = screen_.in(Ink::bold, name);
        if (!about.empty()) line += ": " + std::string(about);
        if (severity > 0) line += screen_.in(Ink::faint, "  (" + std::string(severity_word(severity)) + ")");
        out_.write(line + "\n");
    }
    void heading(std::string_view words) { out_.write("\n" + screen_.in(Ink::bold, words) + "\n"); }
    void paragraph(std::string_view words) {
        if (!words.empty()) out_.write(hang("  ", sentence(words), 2, screen_));
    }
    void labelled(std::string_view label, std::string_view words) {
        if (words.empty()) return;
        heading(label);
        paragraph(words);
    }
    struct Row {
        std::string_view name, about;
    };
    void table(const std::vector<Row>& rows) {
        std::size_t column = 0;
        for (const Row& row : rows) column = std::max(column, row.name.size());
        const bool narrow = column + 30 > screen_.width;
        for (const Row& row : rows) {
            const std::string gap = narrow ? "\n      " : std::string(column - row.name.size() + 2, ' ');
            out_.write(hang("  " + std::string(row.name) + gap, row.about, narrow ? 6 : column + 4, screen_));
        }
    }

    const Knowledge& k_;
    Output& out_;
    const Screen& screen_;
};

int run_explain(const Arguments& arguments, Console& console) {
    const auto library = open_packs(arguments);
    Explainer explainer(library->knowledge(), console);
    if (arguments.operands().empty()) {
        explainer.list();
        return 0;
    }
    const std::string& name = arguments.operands().front();
    if (!explainer.explain(name)) {
        const std::string near = explainer.nearest(name);
        throw usage_complaint("nothing is called `" + name + "`", near.empty()
                                                                      ? "`attune explain` lists what there is"
                                                                      : "did you mean `" + near + "`?");
    }
    return 0;
}

constexpr Usage examples[] = {
    {"attune explain", "every pattern and move, a line each"},
    {"attune explain minimizing", "a pattern: how it lands, what meets the person instead, examples"},
    {"attune explain fixing.direct.order", "a rule as it stands in its file"},
};

}  // namespace

const Command explain_command = {
    "explain",   "what a pattern, kind, move or rule is, and what meets the person instead",
    "",          examples,
    {},          {"NAME", "a pattern, a kind, a move or a rule; without it, the list", 1, Names::anything},
    run_explain,
};

}  // namespace attune
