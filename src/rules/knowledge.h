// SPDX-License-Identifier: MIT
//
// Everything that the packs say, compiled: vocabulary, automaton, rules, feelings, phrases, scenarios. A view
// over one blob; immutable and safe to share between threads. Written by packs/compile.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/blob.h"
#include "rules/automaton.h"
#include "rules/condition.h"
#include "text/vocabulary.h"

namespace attune {

// What a rule speaks for. Topics come last: they are sought only when words are to be found.
enum class RuleKind : std::uint8_t { signal, move, pattern, frame, feeling, topic };

// Which words a finding marks.
enum class Marks : std::uint8_t { cue, clause, sentence, reply };

// A rule, compiled. Ranges [first_x, last_x) point into the tables of Knowledge.
struct Rule {
    PoolText id;    // "fixing.direct.you-should"
    PoolText why;   // one line for the user; never empty for patterns
    PoolText cue;   // the cues as written, one a line
    PoolText file;  // where it was written, relative to its pack: "patterns/fixing.yaml"
    std::uint32_t line = 0;
    RuleKind kind = RuleKind::signal;
    Marks marks = Marks::cue;
    std::uint8_t strength = 0;  // feelings: 1..3
    std::uint8_t padding = 0;
    std::uint16_t target = 0;   // index of its signal, move, pattern, frame, feeling family or topic
    std::uint16_t subkind = 0;  // index into kinds(); patterns only
    float weight = 0;           // -1..1: evidence for (or against) its target
    std::uint32_t first_unit = 0, last_unit = 0;            // cues, as automaton units
    std::uint32_t first_exception = 0, last_exception = 0;  // "except" cues, as automaton units
    std::uint32_t first_condition = 0, last_condition = 0;
    std::uint32_t first_example = 0, last_example = 0;  // into examples()
    std::uint64_t cancelled_by = 0;                     // bit i: frame i cancels it
};

// A text that a rule must find something in, or must not.
struct Example {
    PoolText statement;  // size 0: none
    PoolText reply;
    std::uint32_t line = 0;
    std::uint32_t is_hit = 0;
};

// How far a frame reaches from the words that open it.
enum class Reach : std::uint8_t {
    cue,
    clause,
    rest_of_clause,
    sentence,
    rest_of_sentence,
    before,
    quotation,
    reply
};

struct FrameInfo {
    PoolText name;
    PoolText about;
    Reach reach = Reach::cue;
    std::uint8_t padding[3] = {};
    std::uint32_t first_end_unit = 0, last_end_unit = 0;  // cues that end it early
};

// A pattern or a move of the codebook.
struct CodeInfo {
    PoolText name;   // "fixing"
    PoolText title;  // "jumping to a fix"
    PoolText definition;
    PoolText why;
    PoolText instead;  // the attuned alternative, one line
    PoolText source;
    std::uint8_t severity = 0;  // 1..3; patterns only
    std::uint8_t order = 0;     // which to show first, 0 first
    std::uint8_t points = 0;    // of the score: what a certain one costs (patterns) or lifts (moves)
    std::uint8_t padding = 0;
};

// A finer kind of a pattern.
struct KindInfo {
    PoolText id;  // "fixing.direct"
    PoolText title;
    PoolText why;
    PoolText instead;
    std::uint8_t pattern = 0;
    std::uint8_t severity = 0;
    std::uint8_t padding[2] = {};
};

struct FamilyInfo {
    PoolText name;              // "sadness"
    PoolText noun;              // "sadness"
    PoolText undershoot;        // the safe word when its strength is unknown
    std::uint8_t pleasant = 0;  // joy, pride, relief …
    std::uint8_t padding[3] = {};
    float prior = 0;  // added to its evidence in every statement
};

// A feeling word: what it names and how strongly.
struct FeelingWord {
    PoolText text;
    std::uint8_t family = 0;
    std::uint8_t strength = 0;   // 1..3
    std::uint8_t adjective = 0;  // fits "you feel …"
    std::uint8_t padding = 0;
};

// A phrase of a bank; `text` may hold {slots} that the coach fills.
struct Phrase {
    PoolText bank;
    PoolText text;
    std::uint32_t moves = 0;      // bit i: move i
    std::uint32_t families = 0;   // bit i: fits family i; 0: any
    std::uint16_t relations = 0;  // bit i of relation_names; 0: any
    std::uint16_t patterns = 0;   // bit i: mends pattern i; 0: any
    std::uint8_t strengths = 0;   // bit s: fits strength s (1..3); 0: any
    std::uint8_t styles = 0;      // bit i of style_names; 0: any
    std::uint16_t topic = 0;      // 1 + index of the one topic that it speaks of; 0: any
};

// What a statement asks of any answer, before the draft is looked at.
enum class Tenor : std::uint8_t {
    pain,       // something hurts, or nothing is known
    good_news,  // to be celebrated with them
    light,      // nothing hurts: a mishap, small talk, a goodbye
    reproach,   // it hurts because of what the listener did; never a topic's
};

// What people tell of: a lost wallet, an exam ahead. Its phrases are Phrases.
struct TopicInfo {
    PoolText name;  // "lost-thing"
    PoolText about;
    std::uint32_t first_thing = 0, last_thing = 0;  // into things(): the words that {thing} stands for
    Tenor tenor = Tenor::pain;
    std::uint8_t padding[3] = {};
};

// What stands in braces in a phrase; coach/rewrite/bank.h says what each is filled with.
inline constexpr std::string_view slot_names[] = {"event",  "past",      "now",   "cause", "blow",
                                                  "strain", "deed",      "mine",  "felt",  "feeling",
                                                  "noun",   "adjective", "thing", "who"};
inline constexpr std::string_view relation_names[] = {"partner", "child",   "teen",      "friend",
                                                      "parent",  "sibling", "colleague", "neighbour",
                                                      "client",  "self",    "stranger"};
inline constexpr std::string_view style_names[] = {"brief", "warm", "plain"};

struct Deck {
    PoolText name;  // "partner"
    PoolText title;
    PoolText about;
    std::uint32_t first = 0, last = 0;  // into scenarios()
    std::uint32_t heavy = 0;            // only when asked for by name
};

struct Scenario {
    PoolText id;                // "partner.long-day"
    PoolText says;              // the statement
    PoolText met;               // what they say when the draft met them: the second statement; may be empty
    PoolText deeper;            // what they say when that was met too: the third; may be empty
    PoolText missed;            // what they say when it missed; may be empty
    PoolText repaired;          // what they say when a miss was owned and mended; may be empty
    std::uint8_t relation = 0;  // index into relation_names
    std::uint8_t level = 1;     // 1..4
    std::uint8_t family = 0;    // feeling family
    std::uint8_t padding = 0;
    std::uint32_t tempts = 0;  // bit i: pattern i
};

// What an exercise of a skill asks for.
enum class DrillKind : std::uint8_t {
    name,   // a word for what is felt
    draft,  // a reply that carries one of the skill's moves
    turn,   // a judgment turned into such a reply
    spot,   // which of some replies misses, and how
};
inline constexpr std::string_view drill_names[] = {"name", "draft", "turn", "spot"};

// A skill and its exercises. Scenarios of its decks are exercises too.
struct Skill {
    PoolText name;  // "curiosity"
    PoolText title;
    PoolText about;
    PoolText task;                      // what to do, said above each exercise
    std::uint64_t decks = 0;            // bit i: deck i
    std::uint32_t moves = 0;            // bit i: move i; an answer carries one of them
    std::uint32_t first = 0, last = 0;  // into exercises()
    DrillKind drill = DrillKind::draft;
    std::uint8_t pause = 0;  // a breath comes before the answer
    std::uint8_t padding[2] = {};
};

struct Exercise {
    PoolText id;                        // "curiosity.late-again"
    PoolText says;                      // the statement
    PoolText thought;                   // the judgment that is to be turned; turn only
    PoolText offer;                     // one answer that would do; may be empty for spot
    PoolText why;                       // one line; may be empty
    std::uint32_t families = 0;         // bit i: family i is heard in it; name only
    std::uint32_t first = 0, last = 0;  // into spot_replies(); spot only
    std::uint8_t relation = 0;          // index into relation_names
    std::uint8_t padding[3] = {};
};

struct SpotReply {
    static constexpr std::uint32_t no_pattern = 0xFFFFFFFF;
    PoolText text;
    std::uint32_t pattern = no_pattern;  // how it misses
};

// One line of the card that is shown in place of coaching when risk is mentioned.
struct SafetyLine {
    PoolText region;  // "" for everyone, else "us", "gb" …
    PoolText text;
};

class Knowledge {
  public:
    // The blob must outlive this and be 8-aligned. Throws std::runtime_error when it is of another format.
    explicit Knowledge(std::span<const std::byte> blob);

    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
    [[nodiscard]] const Automaton& automaton() const { return automaton_; }
    [[nodiscard]] std::string_view text(PoolText t) const { return {chars_.data() + t.begin, t.size}; }

    [[nodiscard]] std::span<const Rule> rules() const { return rules_; }
    [[nodiscard]] std::span<const std::uint32_t> rule_of_unit() const { return rule_of_unit_; }
    [[nodiscard]] std::span<const Condition> conditions() const { return conditions_; }
    [[nodiscard]] std::span<const FrameInfo> frames() const { return frames_; }
    [[nodiscard]] std::span<const CodeInfo> patterns() const { return patterns_; }
    [[nodiscard]] std::span<const CodeInfo> moves() const { return moves_; }
    [[nodiscard]] std::span<const KindInfo> kinds() const { return kinds_; }
    [[nodiscard]] std::span<const PoolText> signals() const { return signals_; }
    [[nodiscard]] std::span<const PoolText> class_names() const { return class_names_; }
    [[nodiscard]] std::span<const FamilyInfo> families() const { return families_; }
    [[nodiscard]] std::span<const FeelingWord> feeling_words() const { return feeling_words_; }
    [[nodiscard]] std::span<const Phrase> phrases() const { return phrases_; }
    [[nodiscard]] std::span<const TopicInfo> topics() const { return topics_; }
    // Folded, the longer before the shorter.
    [[nodiscard]] std::span<const PoolText> things() const { return things_; }
    [[nodiscard]] std::span<const Deck> decks() const { return decks_; }
    [[nodiscard]] std::span<const Scenario> scenarios() const { return scenarios_; }
    [[nodiscard]] std::span<const Skill> skills() const { return skills_; }
    [[nodiscard]] std::span<const Exercise> exercises() const { return exercises_; }
    [[nodiscard]] std::span<const SpotReply> spot_replies() const { return spot_replies_; }
    [[nodiscard]] std::span<const SafetyLine> safety_lines() const { return safety_lines_; }
    [[nodiscard]] std::span<const Example> examples() const { return examples_; }
    // How a word tends to sound in a reply: below 0 cool, above 0 warm.
    [[nodiscard]] int tone(WordId word) const { return word < tones_.size() ? tones_[word] : 0; }

    // Facts are numbered: signals first, then moves, then patterns.
    [[nodiscard]] FactId fact_of_move(std::size_t move) const {
        return static_cast<FactId>(signals_.size() + move);
    }
    [[nodiscard]] FactId fact_of_pattern(std::size_t pattern) const {
        return static_cast<FactId>(signals_.size() + moves_.size() + pattern);
    }
    [[nodiscard]] std::optional<FactId> signal(std::string_view name) const;
    [[nodiscard]] std::optional<std::size_t> pattern(std::string_view name) const;
    [[nodiscard]] std::optional<std::size_t> move(std::string_view name) const;
    [[nodiscard]] std::optional<std::size_t> family(std::string_view name) const;
    [[nodiscard]] std::optional<std::size_t> rule(std::string_view id) const;
    [[nodiscard]] std::optional<std::uint16_t> word_class(std::string_view name) const;

  private:
    Vocabulary vocabulary_;
    Automaton automaton_;
    std::span<const char> chars_;
    std::span<const Rule> rules_;
    std::span<const std::uint32_t> rule_of_unit_;  // by automaton unit; a frame's end cues give UINT32_MAX
    std::span<const Condition> conditions_;
    std::span<const FrameInfo> frames_;
    std::span<const CodeInfo> patterns_, moves_;
    std::span<const KindInfo> kinds_;
    std::span<const PoolText> signals_, class_names_;
    std::span<const FamilyInfo> families_;
    std::span<const FeelingWord> feeling_words_;
    std::span<const Phrase> phrases_;
    std::span<const TopicInfo> topics_;
    std::span<const PoolText> things_;
    std::span<const Deck> decks_;
    std::span<const Scenario> scenarios_;
    std::span<const Skill> skills_;
    std::span<const Exercise> exercises_;
    std::span<const SpotReply> spot_replies_;
    std::span<const SafetyLine> safety_lines_;
    std::span<const Example> examples_;
    std::span<const std::int8_t> tones_;  // by word; words past its end have none
};

// Blob sections. Vocabulary and Automaton own 1–99 and 100–199 (vocabulary.cpp, automaton.cpp).
namespace section {
inline constexpr SectionId chars = 200, rules = 201, rule_of_unit = 202, conditions = 203, frames = 204,
                           patterns = 205, moves = 206, kinds = 207, signals = 208, class_names = 209,
                           families = 210, feeling_words = 211, phrases = 212, decks = 213, scenarios = 214,
                           safety_lines = 215, examples = 216, tones = 217, skills = 218, exercises = 219,
                           spot_replies = 220, topics = 221, things = 222;
}  // namespace section

}  // namespace attune
