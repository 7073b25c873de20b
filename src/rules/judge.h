// SPDX-License-Identifier: MIT
//
// From cues that matched to rules that hold: frames are laid over the passage, cancelled hits fall out,
// conditions are asked. In order: frames, signals, moves, patterns; a rule may ask for what an earlier kind
// found.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/span.h"
#include "rules/automaton.h"
#include "rules/knowledge.h"
#include "text/passage.h"

namespace attune {

inline constexpr std::size_t max_facts = 256;
using FactSet = std::bitset<max_facts>;

// A rule that held.
struct RuleHit {
    std::uint32_t rule = 0;             // index into Knowledge::rules()
    std::uint32_t first = 0, last = 0;  // tokens of the cue
    std::uint32_t clause = 0, sentence = 0;
    Span marked;  // bytes that the finding marks
};

// All that rules found in a passage.
struct RuleHits {
    std::vector<RuleHit> signals, moves, patterns, feelings;  // each in the order of the text
    std::vector<RuleHit> topics;                              // Judge::find_topics() alone fills it
    std::vector<RuleHit> frame_cues;                          // what opened the frames
    std::vector<std::uint64_t> frames;    // by token, and one more for the end: bit i, frame i covers it
    FactSet facts;                        // of the whole passage
    std::vector<FactSet> sentence_facts;  // by sentence
};

enum class Role : std::uint8_t { statement, reply };

// The other side of the exchange, when a reply is judged. `passage` null: the statement is not known.
struct StatementSide {
    const Passage* passage = nullptr;
    const RuleHits* hits = nullptr;
    int shared_words = 0;  // content words of the reply that stand in the statement too
};

struct Scene;
struct RuleCues;

// Holds one thread's room for matching; use one a thread.
class Judge {
  public:
    explicit Judge(const Knowledge& knowledge);
    ~Judge();
    Judge(const Judge&) = delete;
    Judge& operator=(const Judge&) = delete;

    // Replaces `out`. In a statement only signals and feelings are sought, in a reply all but
    // feelings. Move and pattern facts of a
    // sentence are set when their evidence there sums to .5 or more (evidence.h).
    void judge(const Passage& passage, Role role, const StatementSide& statement, RuleHits& out);

    // What a statement tells of, into `hits.topics`. `hits` are its own, of judge().
    void find_topics(const Passage& passage, RuleHits& hits);

  private:
    struct Room;
    void find(const Scene& scene, const RuleCues& cues, const RuleHits& so_far);
    void collect_rules();
    void match_what_limits();
    void settle_facts(std::span<const RuleHit> hits, FactId fact, RuleHits& out);

    const Knowledge& knowledge_;
    std::unique_ptr<Room> room_;
};

}  // namespace attune
