// SPDX-License-Identifier: MIT
//
// The forms of English verbs, for the verb groups of a lexicon. A verb is written
//
//   talk                      regular: talks, talking, talked
//   go went gone              irregular: base, past, past participle
//   be was been being is      wholly irregular: and -ing form, third person
//   calm down                 a phrase: its first word is inflected, by that verb's own forms where they are
//   known
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune {

// Each form may be spelled in more than one way ("travelled", "traveled"; "got", "gotten").
struct VerbForms {
    std::string base;
    std::vector<std::string> s, ing, past, participle;
};

// Knows the irregular verbs that it was shown. Show all before asking.
class Inflector {
  public:
    // Takes note of an entry that gives irregular forms; others change nothing.
    void learn(std::string_view entry);
    // The forms of the verb that `entry` writes.
    [[nodiscard]] VerbForms forms(std::string_view entry) const;

  private:
    [[nodiscard]] VerbForms inflect_word(const std::string& base) const;
    std::map<std::string, VerbForms> irregular_;
};

}  // namespace attune
