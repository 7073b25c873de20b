// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "packs/read.h"

namespace attune {
namespace {

std::vector<Text> read_members(const Source& source, const Yaml& node, const std::string& name) {
    std::vector<Text> out;
    if (node.kind != Yaml::Kind::sequence) {
        source.error(node, quoted(name) + " should be a list of words", "write [one, two]");
        return out;
    }
    for (const Yaml& item : node.items)
        if (auto text = read_text(source, item, "a member of " + quoted(name)))
            out.push_back(std::move(*text));
    return out;
}

void read_classes(const Fields& fields, std::string_view key, std::vector<ClassSource>& out) {
    const Yaml* node = fields.find(key);
    if (node == nullptr) return;
    for (auto& [name, value] : read_named(fields.source(), *node, fmt::format("`{}`", key))) {
        std::vector<Text> members = read_members(fields.source(), *value, name.value);
        out.push_back({std::move(name), std::move(members)});
    }
}

void read_contractions(const Fields& fields, Pack& pack) {
    const Yaml* node = fields.find("contractions");
    if (node == nullptr) return;
    for (auto& [surface, value] : read_named(fields.source(), *node, "`contractions`"))
        if (auto words = read_text(fields.source(), *value, quoted(surface.value)))
            pack.contractions.push_back({std::move(surface), std::move(*words)});
}

void read_tones(const Fields& fields, Pack& pack) {
    const Yaml* node = fields.find("tone");
    if (node == nullptr) return;
    for (auto& [word, value] : read_named(fields.source(), *node, "`tone`"))
        if (const auto points = read_whole(fields.source(), *value, quoted(word.value), -99, 99))
            pack.tones.push_back({std::move(word), *points});
}

// A family's words speak for it without rules being written.
void add_family_rules(const FamilySource& family, const std::vector<Text>& cancelled_by, Pack& pack) {
    struct Automatic {
        const char* name;
        const std::vector<Text>& words;
        int strength;
        double weight;
    };
    const Automatic all[] = {{"low", family.adjectives[0], 1, 0.5},
                             {"mid", family.adjectives[1], 2, 0.6},
                             {"high", family.adjectives[2], 3, 0.7},
                             {"other", family.other, 2, 0.5}};
    for (const Automatic& automatic : all) {
        if (automatic.words.empty()) continue;
        const std::string name = fmt::format("feeling.{}.{}", family.name.value, automatic.name);
        RuleSource rule;
        rule.kind = RuleKind::feeling;
        rule.target = family.name.value;
        rule.id = family.name;
        rule.id.value = name;
        rule.cues = {family.name};
        rule.cues[0].value = "{" + name + "}";
        rule.cancelled_by = cancelled_by;
        rule.weight = automatic.weight;
        rule.strength = automatic.strength;
        pack.rules.push_back(std::move(rule));
    }
}

void read_families(const Fields& fields, const std::vector<Text>& cancelled_by, Pack& pack) {
    const Yaml* node = fields.find("families");
    if (node == nullptr) return;
    const Source& source = fields.source();
    for (auto& [name, value] : read_named(source, *node, "`families`")) {
        const Fields family(source, *value, {"noun", "undershoot"},
                            {"pleasant", "prior", "low", "mid", "high", "other"});
        FamilySource out;
        out.name = std::move(name);
        out.noun = family.string("noun");
        out.undershoot = family.string("undershoot");
        out.pleasant = family.yes("pleasant");
        out.prior = family.number("prior", -1, 1).value_or(0);
        out.adjectives = {family.texts("low"), family.texts("mid"), family.texts("high")};
        out.other = family.texts("other");
        add_family_rules(out, cancelled_by, pack);
        pack.families.push_back(std::move(out));
    }
}

}  // namespace

void read_lexicon(const Source& source, const Yaml& document, Pack& pack) {
    const Fields fields(
        source, document, {},
        {"classes", "verbs", "contractions", "tone", "families", "feeling-cues", "cancelled-by"});
    const std::vector<Text> cancelled_by = fields.texts("cancelled-by");
    read_classes(fields, "classes", pack.classes);
    read_classes(fields, "verbs", pack.verbs);
    read_contractions(fields, pack);
    read_tones(fields, pack);
    read_families(fields, cancelled_by, pack);
    if (const Yaml* cues = fields.find("feeling-cues"))
        read_rules(source, *cues, {RuleKind::feeling, "", cancelled_by, ""}, pack);
}

}  // namespace attune
