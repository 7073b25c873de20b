// SPDX-License-Identifier: MIT
//
// What was found in an exchange. Plain values; indices point into the Knowledge that was used.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace attune {

// A statement (may be unknown) and the reply to it. The texts belong to the caller.
struct Exchange {
    std::optional<std::string_view> statement;
    std::string_view reply;
};

// A feeling that a statement voices or lets one guess.
struct FeltFeeling {
    std::uint8_t family = 0;    // Knowledge::families()
    std::uint8_t strength = 0;  // 1 mild, 2 plain, 3 strong
    float confidence = 0;       // 0..1, its share of the evidence
    std::string_view word;      // an adjective that fits "you feel …": the speaker's own where there is one
    bool own_word = false;      // the speaker said it
};

struct StatementReading {
    bool known = false;
    bool asked = false;  // asks for advice, information or an answer
    bool risk = false;   // mentions suicide, self-harm, abuse or danger
    bool good_news = false;
    bool accuses = false;               // is about what the replier did
    bool low_stakes = false;            // nothing is felt: logistics, small talk
    std::vector<FeltFeeling> feelings;  // best first
};

// A misattunement found in one sentence of the reply.
struct Finding {
    std::uint8_t pattern = 0;          // Knowledge::patterns()
    std::uint32_t rule = 0;            // the strongest rule behind it, in Knowledge::rules()
    std::vector<std::uint32_t> rules;  // all rules that spoke for or against it, strongest first
    Span span;                         // bytes of the reply
    float confidence = 0;              // (0, 1]; flagged from .5
    std::uint8_t severity = 0;         // 1 slip, 2 misses the person, 3 denies or attacks
    std::string_view why;              // one line
};

struct FoundMove {
    std::uint8_t move = 0;  // Knowledge::moves()
    std::uint32_t rule = 0;
    Span span;
    float confidence = 0;
    std::vector<std::uint32_t> rules = {};  // as in Finding
};

struct Reading {
    StatementReading statement;
    std::vector<Finding> findings;  // flagged and weaker ones, in the order of the text
    std::vector<FoundMove> moves;   // the same
    std::uint32_t open_questions = 0;
    std::uint32_t closed_questions = 0;
    bool risk = false;  // in the statement or the reply: no score, no rewrite, one calm card
    int score = 0;      // 0..100, higher is more attuned
    int level = 0;      // 1..5 (catalogue §5); 0 where risk is mentioned

    [[nodiscard]] bool flagged(float from = 0.5F) const;  // any finding of that confidence or more
};

// A better reply.
struct Rewrite {
    enum class Kind : std::uint8_t { trim, swap, rebuild };
    Kind kind = Kind::rebuild;
    std::string text;
    std::vector<std::uint8_t> moves;  // those it carries, by a reading of it
    std::string does;                 // "names the feeling, asks one open question"
};

}  // namespace attune
