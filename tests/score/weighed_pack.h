// SPDX-License-Identifier: MIT
//
// A pack of a few weights, and readings made by hand: what rules said, without any text to read.
//
//   fixing      strong 0.6, hint 0.3, other 0.3, against -0.5, unheard 0.6
//   minimizing  shrinks 0.6
//   empathy     sorry 0.6 (a move)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.h"
#include "packs/compile.h"
#include "packs/small_pack.h"
#include "rules/evidence.h"
#include "score/evaluation.h"
#include "score/labelled.h"

namespace attune::testing {

inline const Knowledge& weighed() {
    const auto rule = [](const std::string& id, const std::string& weight) {
        const std::string word = id.substr(id.rfind('.') + 1);
        return "  - id: " + id + "\n    cue: " + word + "\n    weight: " + weight + "\n    hits: [" + word +
               ", so " + word + "]\n    misses: [one, two]\n";
    };
    static const auto blob = [&] {
        PackFiles files = small_pack_with(
            "codebook.yaml",
            "version: 1\npatterns:\n"
            "  - {name: fixing, title: jumping to a fix, definition: advice, severity: 2}\n"
            "  - {name: minimizing, title: making it smaller, definition: less, severity: 2}\n"
            "moves:\n  - {name: empathy, title: warm words, definition: sympathy}\n");
        const std::string fixing =
            "pattern: fixing\nwhy: a plan came first\nkinds:\n  direct: {title: a plan}\n"
            "rules:\n" +
            rule("fixing.direct.strong", "0.6") + rule("fixing.direct.hint", "0.3") +
            rule("fixing.direct.other", "0.3") + rule("fixing.direct.against", "-0.5") +
            rule("fixing.direct.unheard", "0.6");
        const std::string minimizing =
            "pattern: minimizing\nwhy: it shrank\nkinds:\n  shrink: {title: smaller}\nrules:\n" +
            rule("minimizing.shrink.shrinks", "0.6");
        files = layer(files, {{"patterns/fixing.yaml", "patterns/fixing.yaml", fixing},
                              {"patterns/minimizing.yaml", "patterns/minimizing.yaml", minimizing}});
        Diagnostics problems;
        auto compiled = compile_pack(files, problems);
        CHECK(problems.render() == "");
        return compiled;
    }();
    static const Knowledge knowledge(blob);
    return knowledge;
}

inline LabelId label(std::string_view name) {
    return find_label(weighed(), name).value();
}

inline std::uint32_t rule(std::string_view id) {
    return static_cast<std::uint32_t>(weighed().rule(id).value());
}

// A sentence of a reading: the rules that spoke in it, all of one label.
inline Evidenced sentence(const std::vector<std::string_view>& ids, Span span = {0, 1}) {
    Evidenced said;
    said.span = span;
    Evidence evidence;
    for (const std::string_view id : ids) {
        said.rules.push_back(rule(id));
        said.label = label_of(weighed(), weighed().rules()[said.rules.back()]).value();
        evidence.add(weighed().rules()[said.rules.back()].weight);
    }
    said.confidence = evidence.confidence();
    return said;
}

// Labels in the order fixing, minimizing, empathy: '+' yes, '-' no, '?' nobody is scored.
inline LabelledCase labelled(std::string_view signs, std::optional<double> rating = std::nullopt) {
    LabelledCase made;
    for (const char sign : signs)
        made.labels.push_back(sign == '+' ? Gold::yes : sign == '-' ? Gold::no : Gold::unknown);
    made.rating = rating;
    return made;
}

// A case and what was read in it.
struct Pair {
    LabelledCase labelled;
    CaseReading reading;
};

// Such pairs as the measures want them: all cases beside all readings.
struct Parted {
    explicit Parted(const std::vector<Pair>& pairs) {
        for (const Pair& pair : pairs) {
            cases.push_back(pair.labelled);
            readings.push_back(pair.reading);
        }
    }
    [[nodiscard]] Judged judged() const { return {cases, readings}; }

    std::vector<LabelledCase> cases;
    std::vector<CaseReading> readings;
};

}  // namespace attune::testing
