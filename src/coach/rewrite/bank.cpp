// SPDX-License-Identifier: MIT
#include "coach/rewrite/bank.h"

#include <algorithm>
#include <array>

#include "coach/rewrite/manner.h"
#include "coach/rewrite/wording.h"

namespace attune {
namespace {

// Bits in the order of slot_names.
enum Slot : std::uint16_t {
    event_slot = 1,
    past_slot = 2,
    now_slot = 4,
    cause_slot = 8,
    blow_slot = 16,
    strain_slot = 32,
    deed_slot = 64,
    mine_slot = 128,
    felt_slot = 256,
    feeling_slot = 512,
    noun_slot = 1024,
    adjective_slot = 2048,
    thing_slot = 4096,
    who_slot = 8192,
};
constexpr std::uint8_t a_friend = 3;  // whom one talks to when nothing is known
static_assert(relation_names[a_friend] == "friend");
constexpr std::size_t longest_for_a_child = 9;  // words of an event
constexpr std::uint16_t plain_slots = event_slot | past_slot | now_slot;
constexpr std::uint16_t moving_slots = cause_slot | blow_slot | strain_slot | deed_slot;
constexpr std::uint16_t event_slots = plain_slots | moving_slots | mine_slot | felt_slot;
constexpr std::uint16_t feeling_slots = feeling_slot | noun_slot | adjective_slot;
static_assert(1U << std::size(slot_names) == 2 * who_slot);

// The loader let no other name through.
Slot slot_named(std::string_view name) {
    const auto at = std::find(std::begin(slot_names), std::end(slot_names), name) - std::begin(slot_names);
    return static_cast<Slot>(1U << at);
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
bool fits(const Event& event, std::uint16_t needs) {
    if (needs & mine_slot) return event.replier;
    if (needs & felt_slot) return event.feeling && !event.replier;
    if (event.replier || event.feeling) return false;
    if ((needs & moving_slots) && !event.moving) return false;
    if ((needs & (past_slot | blow_slot | deed_slot)) && !event.happened) return false;
    if ((needs & (now_slot | strain_slot)) && event.past) return false;
    if ((needs & deed_slot) && !event.deed) return false;
    if ((needs & blow_slot) && !event.struck) return false;
    return !((needs & (cause_slot | blow_slot | strain_slot)) && event.deed);
}

// Words given back word for word sound hollow unless they are what it is about: then they had better be sure.
bool worth_repeating(const Event& event, const Situation& situation) {
    if (event.replier || event.grave || situation.tenor == Tenor::good_news) return true;
    return event.weight >= weighty && event.happened;
}

std::optional<std::size_t> event_for(const Situation& situation, std::uint16_t needs, bool opens) {
    for (std::size_t i = 0; i < situation.events.size(); ++i) {
        const Event& event = situation.events[i];
        if (situation.short_words && count_words(event.text) > longest_for_a_child) continue;
        if (!worth_repeating(event, situation)) continue;
        if (fits(event, needs) && (opens || !event.keeps_case)) return i;
    }
    return std::nullopt;
}

constexpr std::uint16_t bit(std::uint8_t index) {
    return static_cast<std::uint16_t>(1U << index);
}

// A topic's phrase only where that is told of; where nothing hurts, no phrase for those whom something does.
bool fits_topic(const Phrase& phrase, std::uint16_t needs, const Situation& situation) {
    if (phrase.topic == 0) return situation.tenor != Tenor::light || !situation.topic;
    if (!situation.topic || situation.topic->topic + 1 != phrase.topic) return false;
    if ((needs & thing_slot) && situation.topic->thing.empty()) return false;
    return !(needs & who_slot) || !situation.topic->who.empty();
}

bool fits(const Phrase& phrase, const Situation& situation, const PhraseWish& wish) {
    if (phrase.patterns != 0 && (!wish.pattern || !((phrase.patterns >> *wish.pattern) & 1))) return false;
    if (phrase.relations != 0 && !(phrase.relations & bit(situation.relation.value_or(a_friend))))
        return false;
    if (situation.style && phrase.styles != 0 && !((phrase.styles >> *situation.style) & 1)) return false;
    if (phrase.families != 0 && (!situation.feeling || !((phrase.families >> situation.feeling->family) & 1)))
        return false;
    if (phrase.strengths != 0 && !((phrase.strengths >> situation.strength) & 1)) return false;
    return true;
}

bool has_word_for(std::uint16_t needs, const std::optional<NamedFeeling>& feeling) {
    if (!feeling) return false;
    if ((needs & (feeling_slot | adjective_slot)) && feeling->word.empty()) return false;
    if ((needs & noun_slot) && feeling->noun.empty()) return false;
    return !(needs & adjective_slot) || feeling->word.find(' ') == std::string_view::npos;
}

// A detail of theirs says most; a fitting feeling or person more than a phrase for anyone.
std::uint64_t favour(const Phrase& phrase, std::uint16_t needs, const Situation& situation) {
    std::uint64_t favour = 4;
    if (needs & (moving_slots | mine_slot | felt_slot)) favour += 7;
    if (needs & plain_slots) favour += situation.tenor == Tenor::good_news ? 6U : 1U;
    if (needs & feeling_slots) favour += 2;
    if (phrase.families != 0) favour += 5;
    if (situation.strength == 3 && phrase.strengths != 0) favour += 6;
    if (phrase.relations != 0 && situation.relation) favour += 4;
    if (phrase.styles != 0 && situation.style) favour += 4;
    return favour;
}

// A question about what is over, or about what goes on, by what they tell.
std::string_view tense_of(std::string_view bank, const Situation& situation) {
    if (bank != "ask" || situation.events.empty()) return {};
    return situation.events.front().happened ? "ask-then" : situation.events.front().past ? "" : "ask-now";
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
        it->phrases.push_back(indexed);
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
    struct Ranked {
        const Indexed* phrase;
        std::optional<std::size_t> event;
        std::uint64_t rank;
    };
    std::vector<Ranked> ranked;
    for (const std::string_view bank : {wish.bank, tense_of(wish.bank, situation)}) {
        const Shelf* found = shelf(bank);
        if (!found) continue;
        for (const Indexed& indexed : found->phrases) {
            const Phrase& phrase = knowledge_.phrases()[indexed.phrase];
            const bool wants_event = (indexed.needs & event_slots) != 0;
            const bool wants_feeling = (indexed.needs & feeling_slots) != 0;
            if ((wants_event && (wish.avoid & uses_event)) || (wants_feeling && (wish.avoid & uses_feeling)))
                continue;
            if (wants_feeling && !has_word_for(indexed.needs, situation.feeling)) continue;
            if (!fits(phrase, situation, wish) || !fits_topic(phrase, indexed.needs, situation)) continue;
            if (situation.short_words && phrase.relations == 0 &&
                !has_short_words(knowledge_.text(phrase.text)))
                continue;
            std::optional<std::size_t> event;
            if (wants_event) {
                event = event_for(situation, indexed.needs, indexed.opens_with_event);
                if (!event) continue;
            }
            const std::uint64_t draw =
                mixed(wish.seed ^ (0x9e3779b97f4a7c15ULL * (indexed.phrase + 1))) >> 40;  // 24 bits
            // 64 bits hold it: the topic's own words come before all others.
            const std::uint64_t own = phrase.topic != 0 ? std::uint64_t{1} << 40 : 0;
            ranked.push_back({&indexed, event, own + draw * favour(phrase, indexed.needs, situation)});
        }
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
            [&](std::string_view text) {
                const std::string spelled = in_spelling(text, situation.spelling);
                filled.text += situation.spelled_out ? spelled_out(spelled) : spelled;
            },
            [&](Slot slot) {
                std::string value;
                if (slot & event_slots) value = situation.events[filled.event].text;
                if (slot == feeling_slot || slot == adjective_slot) value = situation.feeling->word;
                if (slot == noun_slot) value = situation.feeling->noun;
                if (slot == thing_slot) value = situation.topic->thing;
                if (slot == who_slot) value = situation.topic->who;
                if (slot & feeling_slots)
                    filled.slots = static_cast<std::uint8_t>(filled.slots | uses_feeling);
                filled.text += at_sentence_start(filled.text) ? with_capital(std::move(value)) : value;
            });
        chosen.push_back(std::move(filled));
    }
    return chosen;
}

}  // namespace attune
