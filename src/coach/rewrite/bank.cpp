// SPDX-License-Identifier: MIT
#include "coach/rewrite/bank.h"

#include <algorithm>
#include <array>

#include "coach/rewrite/wording.h"

namespace attune {
namespace {

enum Slot : std::uint16_t {
    event_slot = 1,
    past_slot = 2,
    now_slot = 4,
    blow_slot = 8,
    deed_slot = 16,
    mine_slot = 32,
    feeling_slot = 64,
    noun_slot = 128,
    adjective_slot = 256,
    unknown_slot = 512,
};
constexpr std::uint16_t event_slots = event_slot | past_slot | now_slot | blow_slot | deed_slot | mine_slot;
constexpr std::uint16_t feeling_slots = feeling_slot | noun_slot | adjective_slot;

struct NamedSlot {
    std::string_view name;
    Slot slot;
};
constexpr std::array<NamedSlot, 9> slot_names = {{{"event", event_slot},
                                                  {"past", past_slot},
                                                  {"now", now_slot},
                                                  {"blow", blow_slot},
                                                  {"deed", deed_slot},
                                                  {"mine", mine_slot},
                                                  {"feeling", feeling_slot},
                                                  {"noun", noun_slot},
                                                  {"adjective", adjective_slot}}};

Slot slot_named(std::string_view name) {
    for (const auto& known : slot_names)
        if (known.name == name) return known.slot;
    return unknown_slot;
}

// Calls `text_part` and `slot_part` for the parts of a phrase, in order.
template <class TextPart, class SlotPart>
void walk(std::string_view phrase, TextPart text_part, SlotPart slot_part) {
    while (!phrase.empty()) {
        const std::size_t open = phrase.find('{');
        text_part(phrase.substr(0, open));
        if (open == std::string_view::npos) return;
        const std::size_t close = phrase.find('}', open);
        if (close == std::string_view::npos) return;
        slot_part(slot_named(phrase.substr(open + 1, close - open - 1)));
        phrase.remove_prefix(close + 1);
    }
}

bool at_sentence_start(std::string_view so_far) {
    while (so_far.ends_with(' ')) so_far.remove_suffix(1);
    return so_far.empty() || has_end_mark(so_far);
}

// Whether an event says what the slot wants said.
bool fits(const Event& event, std::uint16_t needs, const Situation& situation) {
    if (needs & mine_slot) return event.replier;
    if (event.replier || event.feeling) return false;
    if ((needs & (past_slot | blow_slot | deed_slot)) && !event.happened) return false;
    if ((needs & now_slot) && event.past) return false;
    if ((needs & deed_slot) && !event.theirs) return false;
    if ((needs & blow_slot) && event.theirs && situation.occasion == Occasion::pain && !situation.feeling)
        return false;
    return true;
}

std::optional<std::size_t> event_for(const Situation& situation, std::uint16_t needs, bool opens) {
    for (std::size_t i = 0; i < situation.events.size(); ++i) {
        const Event& event = situation.events[i];
        if (fits(event, needs, situation) && (opens || !event.keeps_case)) return i;
    }
    return std::nullopt;
}

bool fits(const Phrase& phrase, const Situation& situation, const PhraseWish& wish) {
    if (phrase.patterns != 0 && (!wish.pattern || !((phrase.patterns >> *wish.pattern) & 1))) return false;
    if (phrase.relations != 0 && (!situation.relation || !((phrase.relations >> *situation.relation) & 1)))
        return false;
    if (phrase.families != 0 && (!situation.feeling || !((phrase.families >> situation.feeling->family) & 1)))
        return false;
    if (phrase.strengths != 0 && !((phrase.strengths >> situation.strength) & 1)) return false;
    return true;
}

}  // namespace

Banks::Banks(const Knowledge& knowledge) : knowledge_(knowledge) {
    const auto phrases = knowledge.phrases();
    for (std::uint32_t i = 0; i < phrases.size(); ++i) {
        const std::string_view bank = knowledge.text(phrases[i].bank);
        auto it =
            std::find_if(shelves_.begin(), shelves_.end(), [&](const Shelf& s) { return s.bank == bank; });
        if (it == shelves_.end()) {
            shelves_.push_back({bank, {}});
            it = shelves_.end() - 1;
        }
        Indexed indexed{i, 0, true};
        std::string so_far;
        walk(
            knowledge.text(phrases[i].text), [&](std::string_view text) { so_far += text; },
            [&](Slot slot) {
                indexed.needs = static_cast<std::uint16_t>(indexed.needs | slot);
                if ((slot & event_slots) && !at_sentence_start(so_far)) indexed.opens_with_event = false;
                so_far += 'x';
            });
        if (!(indexed.needs & unknown_slot)) it->phrases.push_back(indexed);
    }
}

const Banks::Shelf* Banks::shelf(std::string_view bank) const {
    const auto it =
        std::find_if(shelves_.begin(), shelves_.end(), [&](const Shelf& s) { return s.bank == bank; });
    return it == shelves_.end() ? nullptr : &*it;
}

std::vector<FilledPhrase> Banks::choose(const Situation& situation, const PhraseWish& wish,
                                        std::size_t at_most) const {
    std::vector<FilledPhrase> chosen;
    const Shelf* found = shelf(wish.bank);
    if (!found || at_most == 0) return chosen;

    struct Ranked {
        const Indexed* phrase;
        std::optional<std::size_t> event;
        std::uint64_t rank;
    };
    std::vector<Ranked> ranked;
    for (const Indexed& indexed : found->phrases) {
        const bool wants_event = (indexed.needs & event_slots) != 0;
        const bool wants_feeling = (indexed.needs & feeling_slots) != 0;
        if ((wants_event && (wish.avoid & uses_event)) || (wants_feeling && (wish.avoid & uses_feeling)))
            continue;
        if (wants_feeling && !situation.feeling) continue;
        if ((indexed.needs & (feeling_slot | adjective_slot)) && situation.feeling->word.empty()) continue;
        if ((indexed.needs & noun_slot) && situation.feeling->noun.empty()) continue;
        if ((indexed.needs & adjective_slot) && situation.feeling->word.find(' ') != std::string_view::npos)
            continue;
        if (!fits(knowledge_.phrases()[indexed.phrase], situation, wish)) continue;
        std::optional<std::size_t> event;
        if (wants_event) {
            event = event_for(situation, indexed.needs, indexed.opens_with_event);
            if (!event) continue;
        }
        // A detail of theirs says most, a fitting family or pattern more than a phrase for anyone.
        const Phrase& phrase = knowledge_.phrases()[indexed.phrase];
        const std::uint64_t favour = (wants_event ? 4U : 0U) + (wants_feeling ? 2U : 0U) +
                                     (phrase.families ? 3U : 0U) + (phrase.relations ? 4U : 0U) + 1U;
        const std::uint64_t draw =
            mixed(wish.seed ^ (0x9e3779b97f4a7c15ULL * (indexed.phrase + 1))) >> 40;  // 24 bits
        ranked.push_back({&indexed, event, draw * favour});
    }
    const std::size_t count = std::min(at_most, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count), ranked.end(),
                      [](const Ranked& a, const Ranked& b) {
                          return a.rank != b.rank ? a.rank > b.rank : a.phrase->phrase < b.phrase->phrase;
                      });
    for (std::size_t i = 0; i < count; ++i) {
        FilledPhrase filled;
        filled.phrase = ranked[i].phrase->phrase;
        if (ranked[i].event) {
            filled.event = *ranked[i].event;
            filled.slots = static_cast<std::uint8_t>(filled.slots | uses_event);
        }
        walk(
            knowledge_.text(knowledge_.phrases()[filled.phrase].text),
            [&](std::string_view text) { filled.text += text; },
            [&](Slot slot) {
                std::string value;
                if (slot & event_slots) value = situation.events[filled.event].text;
                if (slot == feeling_slot || slot == adjective_slot) value = situation.feeling->word;
                if (slot == noun_slot) value = situation.feeling->noun;
                if (slot & feeling_slots)
                    filled.slots = static_cast<std::uint8_t>(filled.slots | uses_feeling);
                filled.text += at_sentence_start(filled.text) ? with_capital(std::move(value)) : value;
            });
        chosen.push_back(std::move(filled));
    }
    return chosen;
}

}  // namespace attune
