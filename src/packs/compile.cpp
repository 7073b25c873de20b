// SPDX-License-Identifier: MIT
//
// Reading, naming, building the words, then the tables: each step tells its problems and the next goes on
// with what is right, so that one load finds them all. Nothing is written when one of them is an error.
#include "packs/compile.h"

#include <algorithm>
#include <stdexcept>

#include "core/blob.h"
#include "packs/compile_phrases.h"
#include "packs/compile_rules.h"
#include "packs/compile_skills.h"
#include "packs/lexicon.h"
#include "packs/names.h"
#include "packs/pack.h"
#include "rules/knowledge.h"

namespace attune {
namespace {

std::vector<CodeInfo> compile_codes(const std::vector<std::string>& names,
                                    const std::vector<CodeSource>& sources,
                                    const std::vector<CodeFile>& files, TextPool& pool) {
    std::vector<CodeInfo> out;
    for (const std::string& name : names) {
        const auto source = std::find_if(sources.begin(), sources.end(),
                                         [&](const CodeSource& s) { return s.name.value == name; });
        CodeInfo info;
        info.name = pool.add(name);
        info.title = pool.add(source->title);
        info.definition = pool.add(source->definition);
        info.severity = static_cast<std::uint8_t>(source->severity);
        info.points = static_cast<std::uint8_t>(source->points);
        info.order = static_cast<std::uint8_t>(out.size());
        for (const CodeFile& file : files) {  // the first file that says something is heard
            if (file.name.value != name) continue;
            if (info.why.size == 0) info.why = pool.add(file.why);
            if (info.instead.size == 0) info.instead = pool.add(file.instead);
            if (info.source.size == 0) info.source = pool.add(file.source);
        }
        out.push_back(info);
    }
    return out;
}

std::vector<KindInfo> compile_kinds(const Names& names, const std::vector<CodeInfo>& patterns,
                                    TextPool& pool) {
    std::vector<KindInfo> out;
    for (const Names::Kind& kind : names.kinds) {
        const CodeInfo& pattern = patterns[kind.pattern];
        const KindSource& source = *kind.source;
        KindInfo info;
        info.id = pool.add(kind.id);
        info.title = pool.add(source.title);
        info.why = source.why.empty() ? pattern.why : pool.add(source.why);
        info.instead = source.instead.empty() ? pattern.instead : pool.add(source.instead);
        info.pattern = static_cast<std::uint8_t>(kind.pattern);
        info.severity = source.severity > 0 ? static_cast<std::uint8_t>(source.severity) : pattern.severity;
        out.push_back(info);
    }
    return out;
}

std::vector<PoolText> pooled(const std::vector<std::string>& texts, TextPool& pool) {
    std::vector<PoolText> out;
    for (const std::string& text : texts) out.push_back(pool.add(text));
    return out;
}

void compile_families(const Pack& pack, const Names& names, TextPool& pool, BlobWriter& out) {
    std::vector<FamilyInfo> families;
    std::vector<FeelingWord> words;
    for (const std::string& name : names.families) {
        const auto source = std::find_if(pack.families.begin(), pack.families.end(),
                                         [&](const FamilySource& f) { return f.name.value == name; });
        const auto family = static_cast<std::uint8_t>(families.size());
        FamilyInfo info;
        info.name = pool.add(name);
        info.noun = pool.add(source->noun);
        info.undershoot = pool.add(source->undershoot);
        info.pleasant = source->pleasant ? 1 : 0;
        info.prior = static_cast<float>(source->prior);
        families.push_back(info);
        const auto add = [&](const Text& word, int strength, bool adjective) {
            words.push_back({pool.add(word.value), family, static_cast<std::uint8_t>(strength),
                             static_cast<std::uint8_t>(adjective ? 1 : 0), 0});
        };
        for (std::size_t s = 0; s < source->adjectives.size(); ++s)
            for (const Text& word : source->adjectives[s]) add(word, static_cast<int>(s) + 1, true);
        for (const Text& word : source->other) add(word, 2, false);
    }
    out.add(section::families, families);
    out.add(section::feeling_words, words);
}

// By word; in the same files as classes, so that a later pack's tone of a word replaces an earlier one's.
std::vector<std::int8_t> compile_tones(const Pack& pack, Lexicon& lexicon) {
    std::vector<std::int8_t> tones;
    for (const ToneSource& tone : pack.tones) {
        const std::vector<WordId> words = lexicon.words(tone.word.value);
        if (words.size() != 1 || tone.word.value.find(' ') != std::string::npos) {
            tone.word.error(quoted(tone.word.value) + " is not one word", "a tone belongs to a single word");
            continue;
        }
        if (tones.size() <= words.front()) tones.resize(words.front() + std::size_t{1}, 0);
        tones[words.front()] = static_cast<std::int8_t>(tone.points);
    }
    return tones;
}

void compile_into(const Pack& pack, Diagnostics& problems, BlobWriter& out) {
    const Names names = collect_names(pack, problems);
    Lexicon lexicon(pack, problems);
    TextPool pool;

    out.add(section::tones,
            compile_tones(pack, lexicon));  // may add words, which the rules' tables must know
    compile_rules(pack, names, lexicon, pool, out, problems);
    const std::vector<CodeInfo> patterns =
        compile_codes(names.patterns, pack.patterns, pack.pattern_files, pool);
    out.add(section::patterns, patterns);
    out.add(section::moves, compile_codes(names.moves, pack.moves, pack.move_files, pool));
    out.add(section::kinds, compile_kinds(names, patterns, pool));
    out.add(section::signals, pooled(names.signals, pool));
    std::vector<PoolText> class_names;
    for (const WordClass& word_class : lexicon.classes()) class_names.push_back(pool.add(word_class.name));
    out.add(section::class_names, class_names);
    compile_families(pack, names, pool, out);
    compile_phrases(pack, names, pool, out);
    compile_skills(pack, names, pool, out);
    lexicon.write(out);
    out.add(section::chars, pool.chars());
}

}  // namespace

std::vector<std::byte> compile_pack(const PackFiles& files, Diagnostics& problems) {
    Pack pack;
    read_pack(files, problems, pack);
    BlobWriter out;
    try {
        compile_into(pack, problems, out);
    } catch (const std::length_error& too_much) {  // of words or of states: no one place is to blame
        problems.add({Gravity::error,
                      {files.empty() ? "pack" : files.front().shown, 0, 0},
                      1,
                      too_much.what(),
                      "this pack holds too much: use fewer or smaller classes and cues",
                      ""});
    }
    return problems.failed() ? std::vector<std::byte>{} : out.finish();
}

}  // namespace attune
