// SPDX-License-Identifier: MIT
//
// The cue of a rule: the words that point to it, written so that it can be read aloud (data/README.md teaches
// it).
//
//   you [{adverb}] (should | ought to) {act}      words, optional, alternatives, a class of words
//   i ..3 sorry                                   up to three words between
//   {sympathy} ~4 but                             within four words of one another, in either order
//   * !{person} !(not | never)                    any one word; any one word but these
//   ^ well , you always $                         sentence start, a comma, sentence end
//   me too . i                                    across the end of a sentence
//   <order> {act}      <clause> maybe             what clause reading found: an order begins, a clause begins
//   why {act} $?                                  the sentence ends with a question mark
//
// Commas, dashes, quotation marks and brackets that the cue does not name are seen through; the end of a
// sentence is not, except by `.`
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "text/vocabulary.h"

namespace attune {

// Zero-width or punctuation symbols that a cue may name.
enum class Mark : std::uint8_t {
    sentence_start,  // ^
    sentence_end,    // $   (just before the end mark, or at the end of the text)
    asked,           // $?  (as sentence_end, where the sentence ends with a question mark)
    full_stop,       // .   (any end of a sentence that another sentence follows)
    comma,           // ,
    clause_start,    // <clause>
    order,           // <order>       before the verb of an order
    own_story,       // <own-story>   at the start of a sentence in which the writer tells their own story
    reply_start,     // <start>       before the passage's first token
    reply_end,       // <end>         after its last
    count
};

struct CueNode {
    enum class Kind : std::uint8_t { word, word_class, any_word, none_of, mark, sequence, choice, optional };
    Kind kind = Kind::sequence;
    WordId word = unknown_word;        // Kind::word
    std::uint16_t word_class = 0;      // Kind::word_class: index into the lexicon's classes
    Mark mark = Mark::sentence_start;  // Kind::mark
    // sequence, choice: the parts; optional: one; none_of: words and classes (of one-word members)
    std::vector<CueNode> parts;
};

// What is wrong with a cue, as byte offsets into its text.
struct CueError {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string message;
    std::string help;
};

// What a cue's words and class names mean. `words` gives the one to three words that a surface form stands
// for, adding them to the vocabulary; `word_class` gives a class's index or nothing.
struct CueNames {
    std::function<std::vector<WordId>(std::string_view surface)> words;
    std::function<std::optional<std::uint16_t>(std::string_view name)> word_class;
    std::function<std::string(std::string_view name)> suggest_class;  // did-you-mean for an unknown class
};

// Reads a cue. Gives a tree or the first thing that is wrong. A cue nests at most 32 deep.
std::variant<CueNode, CueError> parse_cue(std::string_view text, const CueNames& names);

}  // namespace attune
