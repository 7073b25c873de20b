// SPDX-License-Identifier: MIT
//
// codebook.yaml, patterns/, moves/, frames.yaml and signals/.
#include <fmt/format.h>

#include "packs/read.h"

namespace attune {
namespace {

const std::vector<std::string> reach_names = {
    "cue", "clause", "rest-of-clause", "sentence", "rest-of-sentence", "before", "quotation", "reply"};

void read_codes(const Fields& fields, std::string_view key, std::vector<CodeSource>& out) {
    const bool patterns = key == "patterns";
    for (const Yaml& node : fields.list(key)) {
        const Fields code =
            patterns ? Fields(fields.source(), node, {"name", "title", "definition", "severity"}, {"costs"})
                     : Fields(fields.source(), node, {"name", "title", "definition"}, {"lifts"});
        auto name = code.text("name");
        if (!name) continue;
        out.push_back({std::move(*name), code.string("title"), code.string("definition"),
                       code.whole("severity", 1, 3).value_or(patterns ? 1 : 0),
                       code.whole(patterns ? "costs" : "lifts", 0, 100).value_or(patterns ? 30 : 22)});
    }
}

std::vector<KindSource> read_kinds(const Fields& fields) {
    std::vector<KindSource> out;
    const Yaml* node = fields.find("kinds");
    if (node == nullptr) return out;
    for (auto& [name, value] : read_named(fields.source(), *node, "`kinds`")) {
        const Fields kind(fields.source(), *value, {"title"}, {"severity", "why", "instead"});
        out.push_back({std::move(name), kind.string("title"), kind.string("why"), kind.string("instead"),
                       kind.whole("severity", 1, 3).value_or(0)});
    }
    return out;
}

void read_code_file(const Fields& fields, std::string_view key, RuleKind kind, std::vector<CodeFile>& files,
                    Pack& pack) {
    auto name = fields.text(key);
    if (!name) return;
    if (const Yaml* rules = fields.find("rules"))
        read_rules(fields.source(), *rules,
                   {kind, name->value, fields.texts("cancelled-by"), fields.string("why")}, pack);
    files.push_back({std::move(*name), fields.string("why"), fields.string("instead"),
                     fields.string("source"), read_kinds(fields)});
}

}  // namespace

void read_codebook(const Source& source, const Yaml& document, Pack& pack) {
    const Fields fields(source, document, {"version", "patterns", "moves"}, {});
    static_cast<void>(fields.whole("version", 1, 1));
    read_codes(fields, "patterns", pack.patterns);
    read_codes(fields, "moves", pack.moves);
}

void read_pattern(const Source& source, const Yaml& document, Pack& pack) {
    const Fields fields(source, document, {"pattern", "rules"},
                        {"why", "instead", "source", "cancelled-by", "kinds"});
    read_code_file(fields, "pattern", RuleKind::pattern, pack.pattern_files, pack);
}

void read_move(const Source& source, const Yaml& document, Pack& pack) {
    const Fields fields(source, document, {"move", "rules"}, {"why", "instead", "source", "cancelled-by"});
    read_code_file(fields, "move", RuleKind::move, pack.move_files, pack);
}

void read_frames(const Source& source, const Yaml& document, Pack& pack) {
    const Fields fields(source, document, {"frames"}, {});
    for (const Yaml& node : fields.list("frames")) {
        const Fields frame(source, node, {"frame", "about", "covers"}, {"until", "cancelled-by", "rules"});
        auto name = frame.text("frame");
        if (!name) continue;
        FrameSource out;
        out.about = frame.string("about");
        if (const auto covers = frame.text("covers"))
            if (const auto reach = find_name(*covers, reach_names, "reach"))
                out.reach = static_cast<Reach>(*reach);
        out.until = frame.texts("until");
        if (const Yaml* rules = frame.find("rules"))
            read_rules(source, *rules, {RuleKind::frame, name->value, frame.texts("cancelled-by"), ""}, pack);
        else if (out.reach != Reach::quotation)
            name->error("the frame " + quoted(name->value) + " has no rules",
                        "only a frame that covers a "
                        "`quotation` needs none");
        out.name = std::move(*name);
        pack.frames.push_back(std::move(out));
    }
}

namespace {

void read_signal_list(const Fields& fields, Pack& pack) {
    for (const Yaml& node : fields.list("signals")) {
        const Fields signal(fields.source(), node, {"signal", "about", "rules"}, {"cancelled-by"});
        auto name = signal.text("signal");
        if (!name) continue;
        if (const Yaml* rules = signal.find("rules"))
            read_rules(fields.source(), *rules,
                       {RuleKind::signal, name->value, signal.texts("cancelled-by"), ""}, pack);
        pack.signals.push_back({std::move(*name), signal.string("about")});
    }
}

}  // namespace

void read_signals(const Source& source, const Yaml& document, Pack& pack) {
    read_signal_list(Fields(source, document, {"signals"}, {}), pack);
}

void read_safety(const Source& source, const Yaml& document, Pack& pack) {
    const Fields fields(source, document, {"card", "signals"}, {});
    for (const Yaml& node : fields.list("card")) {
        const Fields line(source, node, {"text"}, {"region"});
        pack.safety_lines.push_back({line.string("region"), line.string("text")});
    }
    read_signal_list(fields, pack);
}

}  // namespace attune
