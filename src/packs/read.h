// SPDX-License-Identifier: MIT
//
// The readers of the kinds of files, for read_pack() alone. Each adds to the pack what a document says.
#pragma once

#include "packs/pack.h"

namespace attune {

// What rules take over from the file, frame or signal that they stand in.
struct RuleHome {
    RuleKind kind = RuleKind::signal;
    std::string target;
    std::vector<Text> cancelled_by;
    std::string why;
};
void read_rules(const Source& source, const Yaml& list, const RuleHome& home, Pack& pack);

// A topic is its own only rule: `fields` are the topic's.
void read_topic_rule(const Fields& fields, const Text& topic, Pack& pack);

void read_codebook(const Source& source, const Yaml& document, Pack& pack);
void read_pattern(const Source& source, const Yaml& document, Pack& pack);
void read_move(const Source& source, const Yaml& document, Pack& pack);
void read_frames(const Source& source, const Yaml& document, Pack& pack);
void read_signals(const Source& source, const Yaml& document, Pack& pack);
void read_safety(const Source& source, const Yaml& document, Pack& pack);
void read_lexicon(const Source& source, const Yaml& document, Pack& pack);
void read_phrases(const Source& source, const Yaml& document, Pack& pack);
void read_topics(const Source& source, const Yaml& document, Pack& pack);
void read_scenarios(const Source& source, const Yaml& document, Pack& pack);
void read_skills(const Source& source, const Yaml& document, Pack& pack);

}  // namespace attune
