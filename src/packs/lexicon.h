// SPDX-License-Identifier: MIT
//
// The words of a pack, built: every class with its members as word sequences, and the meaning of every
// surface form. A class's members are words, phrases and other classes in braces, which may stand inside
// phrases too.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/diagnostics.h"
#include "packs/pack.h"
#include "rules/lexicon.h"
#include "text/vocabulary.h"

namespace attune {

class Lexicon {
  public:
    // Tells unknown, empty and circular classes, and grammar classes (text/grammar.h) that are missing.
    Lexicon(const Pack& pack, Diagnostics& problems);

    [[nodiscard]] const std::vector<WordClass>& classes() const { return classes_; }  // by name
    [[nodiscard]] std::optional<std::uint16_t> word_class(std::string_view name) const;
    [[nodiscard]] std::string suggest_class(std::string_view name) const;  // "" when none is near

    // The words that a surface form stands for, through contractions and hyphens; new ones join the
    // vocabulary. Empty when it is no word.
    std::vector<WordId> words(std::string_view surface);

    void write(BlobWriter& out) const { vocabulary_.write(out); }
    [[nodiscard]] std::size_t word_count() const { return vocabulary_.word_count(); }

  private:
    // How far the expansion of a class has come.
    enum class Progress : std::uint8_t { untouched, open, done };

    void add_contractions(const Pack& pack);
    void collect_classes(const Pack& pack);
    void collect_verbs(const Pack& pack);
    void collect_feelings(const Pack& pack);
    void add_member(const std::string& class_name, const Text& origin, std::string value);
    void expand(std::size_t index);
    std::vector<std::vector<WordId>> expand_member(std::size_t index, const Text& member);
    void add_referred(std::size_t index, const Text& member, Span place,
                      std::vector<std::vector<WordId>>& phrases);
    void set_grammar(Diagnostics& problems);

    VocabularyBuilder vocabulary_;
    std::unordered_map<std::string, std::vector<WordId>> contractions_;
    std::vector<WordClass> classes_;
    std::vector<std::string> names_;          // of classes_
    std::vector<std::vector<Text>> written_;  // members of classes_ as written
    std::vector<Text> named_;                 // where each class is first named
    std::unordered_map<std::string, std::size_t> index_;
    std::vector<Progress> progress_;
    std::vector<std::size_t> path_;  // classes whose expansion is open
};

}  // namespace attune
