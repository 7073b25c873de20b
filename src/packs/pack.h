// SPDX-License-Identifier: MIT
//
// A pack as its files say it, before anything is looked up: names are still names. Each text knows where it
// stands, so that compiling can point at it.
#pragma once

#include <array>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "packs/fields.h"
#include "rules/knowledge.h"

namespace attune {

struct ExampleSource {
    std::string statement;
    std::string reply;
    std::uint32_t line = 0;
    bool hit = false;
};

struct RuleSource {
    RuleKind kind = RuleKind::signal;
    Text id;
    std::string target;  // the signal, move, pattern, frame, family or topic that it speaks for
    std::vector<Text> cues;
    std::vector<Text> exceptions;
    std::array<std::vector<Text>, 4> when;  // by Scope
    std::vector<Text> cancelled_by;         // its file's
    std::vector<Text> despite;
    std::vector<Text> also_cancelled_by;
    double weight = 1;
    int strength = 0;
    Marks marks = Marks::cue;
    std::string why;
    std::string why_of_file;  // for rules and kinds that give none
    std::vector<ExampleSource> examples;
};

struct ClassSource {
    Text name;
    std::vector<Text> members;
};

// How a word tends to sound in a reply.
struct ToneSource {
    Text word;
    int points = 0;
};

struct ContractionSource {
    Text surface;
    Text words;
};

struct FamilySource {
    Text name;
    std::string noun;
    std::string undershoot;
    bool pleasant = false;
    double prior = 0;
    std::array<std::vector<Text>, 3> adjectives;  // low, mid, high
    std::vector<Text> other;
};

struct FrameSource {
    Text name;
    std::string about;
    Reach reach = Reach::cue;
    std::vector<Text> until;
};

struct SignalSource {
    Text name;
    std::string about;
};

// A pattern or move as codebook.yaml has it.
struct CodeSource {
    Text name;
    std::string title;
    std::string definition;
    int severity = 0;
    int points = 0;  // what it costs or lifts
};

struct KindSource {
    Text name;
    std::string title;
    std::string why;
    std::string instead;
    int severity = 0;  // 0: its pattern's
};

// What a file of patterns/ or moves/ says about its pattern or move.
struct CodeFile {
    Text name;
    std::string why;
    std::string instead;
    std::string source;
    std::vector<KindSource> kinds;
};

// What people tell of. Its cues stand in Pack::rules, its phrases in Pack::phrases, its things also in a
// class of words that is called like it, with this at the end.
inline constexpr std::string_view things_of_topic = "-things";
struct TopicSource {
    Text name;
    std::string about;
    Tenor tenor = Tenor::pain;
    std::vector<Text> things;
};

struct PhraseSource {
    std::string bank;
    std::string topic;  // "": any
    Text text;
    std::vector<Text> moves, families, relations, patterns, styles;
    std::vector<int> strengths;
};

struct ScenarioSource {
    Text id;
    std::string says, met, deeper, missed, repaired;
    std::optional<Text> relation, feeling;
    std::vector<Text> tempts;
    int level = 1;
};

struct DeckSource {
    Text name;
    std::string title, about;
    bool heavy = false;
    std::vector<ScenarioSource> scenarios;
};

struct SpotSource {
    std::string text;
    std::optional<Text> misses;
};

struct ExerciseSource {
    Text id;
    std::string says, thought, offer, why;
    std::optional<Text> relation;
    std::vector<Text> feelings;
    std::vector<SpotSource> replies;
};

struct SkillSource {
    Text name;
    std::string title, about, task;
    DrillKind drill = DrillKind::draft;
    std::vector<Text> moves, decks;
    bool pause = false;
    std::vector<ExerciseSource> exercises;
};

struct SafetySource {
    std::string region;
    std::string text;
};

struct Pack {
    std::deque<Source> sources;  // what the texts point to
    std::deque<Yaml> documents;

    std::vector<ClassSource> classes;
    std::vector<ClassSource> verbs;
    std::vector<ContractionSource> contractions;
    std::vector<ToneSource> tones;
    std::vector<FamilySource> families;
    std::vector<CodeSource> patterns, moves;
    std::vector<CodeFile> pattern_files, move_files;
    std::vector<FrameSource> frames;
    std::vector<SignalSource> signals;
    std::vector<RuleSource> rules;
    std::vector<TopicSource> topics;
    std::vector<PhraseSource> phrases;
    std::vector<DeckSource> decks;
    std::vector<SkillSource> skills;
    std::vector<SafetySource> safety_lines;
};

// Reads the files into `pack`; what is wrong with one goes into `problems`, and the rest is read all the
// same. `files` and `problems` must outlive the pack.
void read_pack(const PackFiles& files, Diagnostics& problems, Pack& pack);

}  // namespace attune
