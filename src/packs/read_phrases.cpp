// SPDX-License-Identifier: MIT
//
// The banks that rewrites are made of, and the decks to practise on.
#include "packs/read.h"

namespace attune {
namespace {

std::vector<int> read_strengths(const Fields& fields) {
    std::vector<int> out;
    const Yaml* node = fields.find("strengths");
    if (node == nullptr) return out;
    for (const Yaml& item : fields.list("strengths")) {
        if (item.kind == Yaml::Kind::scalar && (item.text == "1" || item.text == "2" || item.text == "3"))
            out.push_back(item.text[0] - '0');
        else
            fields.source().error(item, "a strength should be 1, 2 or 3");
    }
    return out;
}

// What a phrase says of itself; the bank's `defaults` say it for those that do not.
void read_fits(const Fields& fields, PhraseSource& phrase) {
    if (fields.find("moves") != nullptr) phrase.moves = fields.texts("moves");
    if (fields.find("families") != nullptr) phrase.families = fields.texts("families");
    if (fields.find("relations") != nullptr) phrase.relations = fields.texts("relations");
    if (fields.find("patterns") != nullptr) phrase.patterns = fields.texts("patterns");
    if (fields.find("styles") != nullptr) phrase.styles = fields.texts("styles");
    if (fields.find("strengths") != nullptr) phrase.strengths = read_strengths(fields);
}

}  // namespace

void read_phrases(const Source& source, const Yaml& document, Pack& pack) {
    const Fields fields(source, document, {"bank", "about", "phrases"}, {"defaults"});
    PhraseSource plain;
    plain.bank = fields.string("bank");
    if (const Yaml* defaults = fields.find("defaults"))
        read_fits(Fields(source, *defaults, {},
                         {"moves", "families", "relations", "patterns", "styles", "strengths"}),
                  plain);
    if (fields.find("phrases") != nullptr && fields.list("phrases").empty())
        source.error(*fields.find("phrases"), "a bank needs at least one phrase");
    for (const Yaml& node : fields.list("phrases")) {
        PhraseSource phrase = plain;
        std::optional<Text> text;
        if (node.kind == Yaml::Kind::map) {
            const Fields own(source, node, {"text"},
                             {"moves", "families", "relations", "patterns", "styles", "strengths"});
            text = own.text("text");
            read_fits(own, phrase);
        } else {
            text = read_text(source, node, "a phrase");
        }
        if (!text) continue;
        phrase.text = std::move(*text);
        pack.phrases.push_back(std::move(phrase));
    }
}

void read_scenarios(const Source& source, const Yaml& document, Pack& pack) {
    const Fields fields(source, document, {"deck", "title", "about", "scenarios"}, {"heavy", "relation"});
    auto name = fields.text("deck");
    if (!name) return;
    DeckSource deck{
        std::move(*name), fields.string("title"), fields.string("about"), fields.yes("heavy"), {}};
    const std::optional<Text> relation = fields.text("relation");
    for (const Yaml& node : fields.list("scenarios")) {
        const Fields own(source, node, {"id", "level", "feeling", "says"},
                         {"tempts", "met", "deeper", "missed", "repaired", "relation"});
        auto id = own.text("id");
        if (!id) continue;
        ScenarioSource scenario;
        scenario.id = std::move(*id);
        scenario.says = own.string("says");
        scenario.met = own.string("met");
        scenario.deeper = own.string("deeper");
        scenario.missed = own.string("missed");
        scenario.repaired = own.string("repaired");
        if (!scenario.deeper.empty() && scenario.met.empty())
            source.error(*own.find("deeper"), "nothing is said before this goes deeper",
                         "say in `met` how they open up first");
        scenario.relation = own.find("relation") != nullptr ? own.text("relation") : relation;
        if (!scenario.relation)
            scenario.id.error("nobody says whose voice this is",
                              "give the deck or the scenario a `relation`");
        scenario.feeling = own.text("feeling");
        scenario.tempts = own.texts("tempts");
        scenario.level = own.whole("level", 1, 4).value_or(1);
        deck.scenarios.push_back(std::move(scenario));
    }
    pack.decks.push_back(std::move(deck));
}

}  // namespace attune
