// SPDX-License-Identifier: MIT
//
// Members are collected by class from all files (the same class in two files is their union), verbs and
// feelings add theirs, and the classes are put in order of their names. Then each class is expanded depth
// first: a reference expands the class that it names before it is used, and a class that is met while it is
// still open is a circle.
#include "packs/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/suggest.h"
#include "packs/inflect.h"
#include "text/contractions.h"
#include "text/grammar.h"
#include "text/utf8.h"

namespace attune {
namespace {

constexpr std::size_t most_members = 60'000;  // of one class, references expanded
constexpr std::size_t longest_phrase = 12;    // words
constexpr std::string_view spaces = " \t\n\r";

// Lower case, curly apostrophes straight.
std::string fold(std::string_view surface) {
    std::string folded = to_lower(surface);
    for (const std::string_view curly : {"\u2019", "\u2018"})
        for (std::size_t at = 0; (at = folded.find(curly, at)) != std::string::npos;)
            folded.replace(at, curly.size(), "'");
    return folded;
}

bool is_word_byte(char c) {
    const auto u = static_cast<unsigned char>(c);
    return (u >= 'a' && u <= 'z') || (u >= '0' && u <= '9') || u == '\'' || u == '-' || u >= 0x80;
}

bool is_class_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    });
}

// What each stretch of the grammar classes is there for, from its first class on.
struct Purpose {
    std::string_view from;
    std::string_view purpose;
};
constexpr Purpose purposes[] = {{"i", "tells who a clause is about"},
                                {"determiner", "tells what follows an order's verb"},
                                {"coordinator", "tells where a clause begins"},
                                {"be", "tells a clause's time and force"},
                                {"negator", "tells what is denied"},
                                {"wh-open", "tells what kind of question it is"},
                                {"adverb", "is passed over on the way to a verb"},
                                {"hedge", "tells how sure a clause is"},
                                {"intensifier", "tells how strong a feeling is"},
                                {"verb", "tells verbs and orders from nouns"},
                                {"person", "tells whom or what a sentence is about"}};

std::string_view purpose_of(std::size_t grammar_class) {
    std::string_view purpose;
    for (std::size_t i = 0; i <= grammar_class; ++i)
        for (const Purpose& p : purposes)
            if (p.from == grammar::names[i]) purpose = p.purpose;
    return purpose;
}

}  // namespace

Lexicon::Lexicon(const Pack& pack, Diagnostics& problems) {
    add_contractions(pack);
    collect_classes(pack);
    collect_verbs(pack);
    collect_feelings(pack);

    // Number the classes by name, so that equal packs give equal bytes whatever file says what.
    std::vector<std::size_t> order(names_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return names_[a] < names_[b]; });
    std::vector<std::vector<Text>> written;
    std::vector<Text> named;
    for (const std::size_t i : order) {
        classes_.push_back({names_[i], {}});
        written.push_back(std::move(written_[i]));
        named.push_back(std::move(named_[i]));
    }
    written_ = std::move(written);
    named_ = std::move(named);
    names_.clear();
    for (const WordClass& c : classes_) {
        index_[c.name] = names_.size();
        names_.push_back(c.name);
    }

    progress_.assign(classes_.size(), Progress::untouched);
    for (std::size_t i = 0; i < classes_.size(); ++i) expand(i);
    set_grammar(problems);
}

std::optional<std::uint16_t> Lexicon::word_class(std::string_view name) const {
    const auto found = index_.find(std::string(name));
    return found == index_.end() ? std::nullopt : std::optional(static_cast<std::uint16_t>(found->second));
}

std::string Lexicon::suggest_class(std::string_view name) const {
    return did_you_mean(name, names_);
}

std::vector<WordId> Lexicon::words(std::string_view surface) {
    const std::string folded = fold(surface);
    std::vector<WordId> out;
    std::string_view rest = folded;
    while (!rest.empty()) {
        const std::size_t hyphen = std::min(rest.find('-'), rest.size());
        std::string_view stem = rest.substr(0, hyphen);
        rest.remove_prefix(std::min(hyphen + 1, rest.size()));
        std::vector<WordId> endings;  // last first
        while (!stem.empty()) {
            if (const auto known = contractions_.find(std::string(stem)); known != contractions_.end()) {
                out.insert(out.end(), known->second.begin(), known->second.end());
                break;
            }
            const Contraction split = split_contraction(stem);
            if (!split.split()) {
                out.push_back(vocabulary_.add_word(stem));
                break;
            }
            endings.push_back(vocabulary_.add_word(split.ending));
            stem = split.stem;
        }
        out.insert(out.end(), endings.rbegin(), endings.rend());
    }
    return out;
}

void Lexicon::add_contractions(const Pack& pack) {
    for (const ContractionSource& c : pack.contractions) {
        const std::string surface = fold(c.surface.value);
        if (surface.empty() || surface.size() > 64 ||
            !std::all_of(surface.begin(), surface.end(), is_word_byte) ||
            surface.find('-') != std::string::npos) {
            c.surface.error(quoted(c.surface.value) + " is not one word");
            continue;
        }
        std::vector<WordId> meaning;
        std::string_view rest = c.words.value;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            if (end > 0) meaning.push_back(vocabulary_.add_word(fold(rest.substr(0, end))));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        if (meaning.empty() || meaning.size() > 3) {
            c.words.error("a contraction stands for one to three words");
            continue;
        }
        vocabulary_.add_surface(surface, meaning);
        contractions_[surface] = std::move(meaning);
    }
}

void Lexicon::add_member(const std::string& class_name, const Text& origin, std::string value) {
    const auto [place, fresh] = index_.emplace(class_name, names_.size());
    if (fresh) {
        names_.push_back(class_name);
        written_.emplace_back();
        named_.push_back(origin);
    }
    Text member = origin;
    member.value = std::move(value);
    written_[place->second].push_back(std::move(member));
}

void Lexicon::collect_classes(const Pack& pack) {
    for (const ClassSource& c : pack.classes) {
        if (!is_class_name(c.name.value)) {
            c.name.error(quoted(c.name.value) + " is no name for a class", "use a-z, 0-9, `-` and `.`");
            continue;
        }
        if (c.members.empty()) c.name.error("the class " + quoted(c.name.value) + " is empty");
        for (const Text& member : c.members) add_member(c.name.value, member, member.value);
    }
}

void Lexicon::collect_verbs(const Pack& pack) {
    Inflector inflector;
    for (const ClassSource& group : pack.verbs)
        for (const Text& verb : group.members) inflector.learn(verb.value);
    for (const ClassSource& group : pack.verbs) {
        if (!is_class_name(group.name.value)) {
            group.name.error(quoted(group.name.value) + " is no name for a group", "use a-z, 0-9 and `-`");
            continue;
        }
        if (group.members.empty()) group.name.error("the group " + quoted(group.name.value) + " is empty");
        for (const Text& verb : group.members) {
            const VerbForms forms = inflector.forms(verb.value);
            const auto add = [&](std::string_view ending, const std::string& form) {
                for (const std::string& name : {group.name.value, std::string("verb")}) {
                    add_member(fmt::format("{}{}", name, ending), verb, form);
                    add_member(name + ".any", verb, form);
                }
            };
            add("", forms.base);
            for (const std::string& form : forms.s) add(".s", form);
            for (const std::string& form : forms.ing) add(".ing", form);
            for (const std::string& form : forms.past) add(".past", form);
            for (const std::string& form : forms.participle) add(".pp", form);
        }
    }
}

void Lexicon::collect_feelings(const Pack& pack) {
    constexpr std::array<std::string_view, 3> strengths = {"low", "mid", "high"};
    for (const FamilySource& family : pack.families) {
        const std::string name = "feeling." + family.name.value;
        std::unordered_map<std::string, std::string_view> seen;
        for (std::size_t s = 0; s < strengths.size(); ++s)
            for (const Text& word : family.adjectives[s]) {
                const auto [earlier, fresh] = seen.emplace(word.value, strengths[s]);
                if (!fresh)
                    word.error(quoted(word.value) + " stands here twice",
                               fmt::format("it is under `{}` already", earlier->second));
                for (const std::string& wider :
                     {std::string("feeling"), name, fmt::format("feeling.{}", strengths[s]),
                      fmt::format("{}.{}", name, strengths[s])})
                    add_member(wider, word, word.value);
            }
        for (const Text& word : family.other) {
            add_member("feeling-noun", word, word.value);
            add_member(name + ".other", word, word.value);
        }
    }
}

void Lexicon::expand(std::size_t index) {
    if (progress_[index] == Progress::done) return;
    progress_[index] = Progress::open;
    path_.push_back(index);
    std::set<std::vector<WordId>> seen;
    std::vector<std::vector<WordId>> members;
    for (const Text& member : written_[index]) {
        for (std::vector<WordId>& phrase : expand_member(index, member))
            if (seen.insert(phrase).second) members.push_back(std::move(phrase));
        if (members.size() > most_members) {
            member.error(
                fmt::format("the class {} grows past {} members here", quoted(names_[index]), most_members),
                "refer to smaller classes");
            break;
        }
    }
    classes_[index].members = std::move(members);
    path_.pop_back();
    progress_[index] = Progress::done;
}

// All that a member stands for: one phrase, or many when it refers to classes.
std::vector<std::vector<WordId>> Lexicon::expand_member(std::size_t index, const Text& member) {
    const std::string value = fold(member.value);
    std::vector<std::vector<WordId>> phrases(1);
    const auto complain = [&](std::size_t begin, std::size_t end, std::string message, std::string help) {
        member.source->error(*member.node,
                             {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                             std::move(message), std::move(help));
        return std::vector<std::vector<WordId>>{};
    };
    for (std::size_t at = 0; at < value.size();) {
        if (spaces.find(value[at]) != std::string_view::npos) {
            ++at;
            continue;
        }
        if (value[at] == '{') {
            const std::size_t end = value.find('}', at);
            if (end == std::string::npos)
                return complain(at, at + 1, "this brace is never closed", "close it with `}`");
            add_referred(index, member, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 1)},
                         phrases);
            at = end + 1;
        } else if (is_word_byte(value[at])) {
            std::size_t end = at;
            while (end < value.size() && is_word_byte(value[end])) ++end;
            const std::vector<WordId> meaning = words(std::string_view(value).substr(at, end - at));
            for (std::vector<WordId>& phrase : phrases)
                phrase.insert(phrase.end(), meaning.begin(), meaning.end());
            at = end;
        } else {
            return complain(at, at + 1,
                            fmt::format("{} cannot stand in a class", quoted(value.substr(at, 1))),
                            "a class holds words, phrases and other classes in braces");
        }
        if (phrases.empty()) return phrases;
        if (phrases.front().size() > longest_phrase)
            return complain(0, value.size(), fmt::format("a phrase has {} words at most", longest_phrase),
                            "");
    }
    if (phrases.front().empty()) return complain(0, 1, "there is no word in this", "take it out");
    return phrases;
}

// Puts each member of the class named at `place` behind each of `phrases`.
void Lexicon::add_referred(std::size_t index, const Text& member, Span place,
                           std::vector<std::vector<WordId>>& phrases) {
    const std::string name = fold(member.value).substr(place.begin + 1, place.length() - 2);
    const auto found = index_.find(name);
    const auto complain = [&](std::string message, std::string help) {
        member.source->error(*member.node, place, std::move(message), std::move(help));
        phrases.clear();
    };
    if (found == index_.end())
        return complain("unknown class " + quoted(name),
                        suggestion(name, names_, "classes live in lexicon/"));
    if (progress_[found->second] == Progress::open) {
        std::string path;
        const auto from = std::find(path_.begin(), path_.end(), found->second);
        for (auto step = from; step != path_.end(); ++step) path += names_[*step] + " -> ";
        return complain("the class " + quoted(names_[index]) + " is made of itself", path + name);
    }
    expand(found->second);
    const std::vector<std::vector<WordId>>& members = classes_[found->second].members;
    if (phrases.size() * members.size() > most_members)
        return complain(fmt::format("this stands for more than {} phrases", most_members),
                        "refer to smaller classes");
    std::vector<std::vector<WordId>> longer;
    for (const std::vector<WordId>& phrase : phrases)
        for (const std::vector<WordId>& ending : members) {
            longer.push_back(phrase);
            longer.back().insert(longer.back().end(), ending.begin(), ending.end());
        }
    phrases = std::move(longer);
}

void Lexicon::set_grammar(Diagnostics& problems) {
    for (std::size_t i = 0; i < grammar::names.size(); ++i) {
        const auto found = index_.find(std::string(grammar::names[i]));
        if (found == index_.end()) {
            problems.add({Gravity::error,
                          {"lexicon/", 0, 0},
                          1,
                          fmt::format("the class `{}` is missing: it {}", grammar::names[i], purpose_of(i)),
                          "lexicon/grammar.yaml is the place for it",
                          ""});
            continue;
        }
        for (const std::vector<WordId>& member : classes_[found->second].members)
            if (member.size() == 1) vocabulary_.add_grammar(member[0], std::uint64_t{1} << i);
    }
}

}  // namespace attune
