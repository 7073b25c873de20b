// SPDX-License-Identifier: MIT
//
// A reading in words for people: pieces that `check` and `practice` put together, so that both speak alike.
// All of it is about the sentence and never about the person who wrote it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/screen.h"
#include "coach/reading.h"
#include "rules/knowledge.h"

namespace attune {

// With a capital letter to begin with.
std::string sentence_case(std::string_view text);

// Findings of that confidence or more, gravest first: severity, then confidence, then place.
std::vector<const Finding*> gravest_first(const Reading& reading, float from);

// The reply as it stands, what is flagged underlined. Long replies show the lines that carry a mark.
std::string show_reply(std::string_view reply, std::span<const Finding* const> flagged, const Screen& screen);

// For each finding its words, what it is called and why it lands as it does; findings that say the same are
// said once.
std::string show_findings(const Knowledge& knowledge, std::string_view reply,
                          std::span<const Finding* const> flagged, const Screen& screen);

// No more than the flagged words themselves, for somebody who knows what they do.
std::string show_flagged_words(std::string_view reply, std::span<const Finding* const> flagged,
                               const Screen& screen);

// Words worth keeping and the one or two moves that they make.
struct Keepsake {
    Span span;
    std::vector<const FoundMove*> moves;
};
// Found moves that no flagged stretch touches, strongest first.
std::vector<Keepsake> keepsakes(const Reading& reading, std::span<const Finding* const> flagged,
                                std::size_t at_most);
std::string show_keepsake(const Knowledge& knowledge, std::string_view reply, const Keepsake& keepsake,
                          const Screen& screen);

// In colour, where it keeps much of the draft: what goes struck out, what is new in the ink of offers.
std::string show_rewrite(const Rewrite& rewrite, std::string_view draft, const Screen& screen);

// One kind line for a reply in which nothing is flagged.
std::string_view clean_line(const Reading& reading);

// What is shown in place of coaching when risk is mentioned.
std::string show_safety_card(const Knowledge& knowledge, std::string_view region, const Screen& screen);

}  // namespace attune
