// SPDX-License-Identifier: MIT
#include "packs/compile_phrases.h"

#include <algorithm>
#include <map>

#include "rules/knowledge.h"

namespace attune {
namespace {

template <std::size_t N>
std::vector<std::string> strings(const std::string_view (&names)[N]) {
    return {std::begin(names), std::end(names)};
}

const std::vector<std::string> relations = strings(relation_names);
const std::vector<std::string> slots = strings(slot_names);
const std::vector<std::string> styles = strings(style_names);

// A bank's defaults are shared by its phrases; an unknown name in them is told once.
class Bits {
  public:
    std::uint32_t of(const std::vector<Text>& texts, const std::vector<std::string>& names,
                     std::string_view what) {
        std::uint32_t bits = 0;
        for (const Text& text : texts) {
            const auto [known, fresh] = seen_.emplace(text.node, 0U);
            if (fresh)
                if (const auto index = find_name(text, names, what)) known->second = 1U << *index;
            bits |= known->second;
        }
        return bits;
    }

  private:
    std::map<const Yaml*, std::uint32_t> seen_;
};

// Slots are {words} in braces that do not nest.
void check_braces(const Text& text) {
    bool open = false;
    for (const char c : text.value) {
        if ((c == '{' && open) || (c == '}' && !open)) return text.error("these braces do not pair up");
        if (c == '{' || c == '}') open = !open;
    }
    if (open) text.error("these braces do not pair up");
}

// A slot that nobody fills would keep its phrase from ever being said.
void check_slots(const Text& text) {
    std::string_view rest = text.value;
    for (std::size_t begin = rest.find('{'); begin != std::string_view::npos; begin = rest.find('{')) {
        const std::size_t end = rest.find('}', begin);
        if (end == std::string_view::npos) return;
        Text slot = text;
        slot.value = rest.substr(begin + 1, end - begin - 1);
        find_name(slot, slots, "slot");
        rest.remove_prefix(end + 1);
    }
}

void add_phrases(const Pack& pack, const Names& names, TextPool& pool, BlobWriter& out) {
    std::vector<Phrase> phrases;
    Bits bits;
    for (const PhraseSource& source : pack.phrases) {
        check_braces(source.text);
        check_slots(source.text);
        Phrase phrase;
        phrase.bank = pool.add(source.bank);
        phrase.text = pool.add(source.text.value);
        phrase.moves = bits.of(source.moves, names.moves, "move");
        phrase.families = bits.of(source.families, names.families, "family");
        phrase.relations = static_cast<std::uint16_t>(bits.of(source.relations, relations, "relation"));
        phrase.patterns = static_cast<std::uint16_t>(bits.of(source.patterns, names.patterns, "pattern"));
        if (!source.topic.empty())  // told by its own name when it is none
            phrase.topic = static_cast<std::uint16_t>(
                std::find(names.topics.begin(), names.topics.end(), source.topic) - names.topics.begin() + 1);
        phrase.styles = static_cast<std::uint8_t>(bits.of(source.styles, styles, "style"));
        for (const int strength : source.strengths)
            phrase.strengths = static_cast<std::uint8_t>(phrase.strengths | (1U << strength));
        phrases.push_back(phrase);
    }
    out.add(section::phrases, phrases);
}

void add_topics(const Pack& pack, TextPool& pool, BlobWriter& out) {
    std::vector<TopicInfo> topics;
    std::vector<PoolText> things;
    for (const TopicSource& source : pack.topics) {
        TopicInfo topic;
        topic.name = pool.add(source.name.value);
        topic.about = pool.add(source.about);
        topic.tenor = source.tenor;
        topic.first_thing = static_cast<std::uint32_t>(things.size());
        std::vector<std::string_view> longest_first;
        for (const Text& thing : source.things) longest_first.push_back(thing.value);
        std::stable_sort(longest_first.begin(), longest_first.end(),
                         [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
        for (const std::string_view thing : longest_first) things.push_back(pool.add(thing));
        topic.last_thing = static_cast<std::uint32_t>(things.size());
        topics.push_back(topic);
    }
    out.add(section::topics, topics);
    out.add(section::things, things);
}

void add_decks(const Pack& pack, const Names& names, TextPool& pool, BlobWriter& out) {
    std::vector<Deck> decks;
    std::vector<Scenario> scenarios;
    OwnNames deck_names("deck");
    OwnIds ids("deck");
    Bits bits;
    for (const DeckSource& source : pack.decks) {
        deck_names.add(source.name);
        Deck deck;
        deck.name = pool.add(source.name.value);
        deck.title = pool.add(source.title);
        deck.about = pool.add(source.about);
        deck.heavy = source.heavy ? 1 : 0;
        deck.first = static_cast<std::uint32_t>(scenarios.size());
        for (const ScenarioSource& item : source.scenarios) {
            ids.add(item.id, source.name);
            Scenario scenario;
            scenario.id = pool.add(item.id.value);
            scenario.says = pool.add(item.says);
            scenario.met = pool.add(item.met);
            scenario.deeper = pool.add(item.deeper);
            scenario.missed = pool.add(item.missed);
            scenario.repaired = pool.add(item.repaired);
            if (item.relation)
                if (const auto relation = find_name(*item.relation, relations, "relation"))
                    scenario.relation = static_cast<std::uint8_t>(*relation);
            if (item.feeling)
                if (const auto family = find_name(*item.feeling, names.families, "family"))
                    scenario.family = static_cast<std::uint8_t>(*family);
            scenario.level = static_cast<std::uint8_t>(item.level);
            scenario.tempts = bits.of(item.tempts, names.patterns, "pattern");
            scenarios.push_back(scenario);
        }
        deck.last = static_cast<std::uint32_t>(scenarios.size());
        decks.push_back(deck);
    }
    out.add(section::decks, decks);
    out.add(section::scenarios, scenarios);
}

}  // namespace

void compile_phrases(const Pack& pack, const Names& names, TextPool& pool, BlobWriter& out) {
    add_phrases(pack, names, pool, out);
    add_topics(pack, pool, out);
    add_decks(pack, names, pool, out);
    std::vector<SafetyLine> lines;
    for (const SafetySource& source : pack.safety_lines)
        lines.push_back({pool.add(source.region), pool.add(source.text)});
    out.add(section::safety_lines, lines);
}

}  // namespace attune
