// SPDX-License-Identifier: MIT
//
// The banks of phrases, and filling their slots from a situation. A slot at a sentence's start is
// capitalised.
//
//   {event}     a clause of theirs: "your boss yelled at you"
//   {past}      the same, when it took place     {now}     when it is still so
//   {cause}     one that what they feel comes from
//   {blow}      the same, when it befell them    {strain}  while it goes on     {deed}  when they did it
//   {mine}      what the listener did: "I forgot our anniversary"
//   {felt}      a clause that tells the feeling itself: "you're afraid of Monday"
//   {thing}     what they tell of, in a topic's phrases: "keys"    {who}  one of theirs: "your sister"
//   {feeling}   an adjective that fits "you feel …"; {adjective} one of a single word, {noun} its noun
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coach/rewrite/situation.h"
#include "rules/knowledge.h"

namespace attune {

// What a phrase took from the situation.
enum SlotBit : std::uint8_t { uses_event = 1, uses_feeling = 2 };

struct FilledPhrase {
    std::string text;
    std::uint32_t phrase = 0;  // index into Knowledge::phrases()
    std::uint8_t slots = 0;    // SlotBit
    std::size_t event = 0;     // which event, where one was used
};

// What to look for in a bank.
struct PhraseWish {
    std::string_view bank;
    std::optional<std::uint8_t> pattern;  // the pattern to be mended; nullopt for any
    std::uint8_t avoid = 0;               // SlotBits already used by an earlier phrase
    std::uint64_t seed = 0;
};

// An index over Knowledge::phrases(); built once, safe to share.
class Banks {
  public:
    explicit Banks(const Knowledge& knowledge);

    // Up to `at_most` phrases that fit, in an order that the seed decides: those that carry a detail come
    // first more often than not.
    [[nodiscard]] std::vector<FilledPhrase> choose(const Situation& situation, const PhraseWish& wish,
                                                   std::size_t at_most) const;

  private:
    struct Indexed {
        std::uint32_t phrase = 0;
        std::uint16_t needs = 0;  // slots, as bits of bank.cpp
        bool opens_with_event = false;
    };
    struct Shelf {
        std::string_view bank;
        std::vector<Indexed> phrases;
    };
    [[nodiscard]] const Shelf* shelf(std::string_view bank) const;

    const Knowledge& knowledge_;
    std::vector<Shelf> shelves_;
};

}  // namespace attune
