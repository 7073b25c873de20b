// SPDX-License-Identifier: MIT
//
// A feeling is voiced by a word ("I'm furious") or betrayed by what happened ("she passed away"). Both are
// evidence for a family of feelings, and a family's share of it all is its confidence. A word counts little
// where it is denied
// ("I'm not angry") or belongs to somebody else ("he is furious"). The word given back is the speaker's own
// where it fits "you feel …"; a verdict ("ignored") or an event gives the family's cautious word instead, so
// that nobody is told to feel more than they said.
#include "coach/statement.h"

#include <algorithm>
#include <optional>

#include "text/grammar.h"

namespace attune {
namespace {

constexpr float denied = 0.1F;
constexpr float of_others = 0.25F;
constexpr float of_the_listener = 0.3F;
constexpr float said_in_a_word[] = {0, 0.7F, 0.8F, 0.9F};  // by strength

// What stands around one feeling word.
struct Setting {
    float counts = 1;
    int shift = 0;  // of strength
};

Setting setting_of(const Vocabulary& vocabulary, const Passage& passage, std::uint32_t at) {
    Setting setting;
    const Clause& clause = passage.clauses[passage.clause_of[at]];
    bool copula = false;
    for (std::uint32_t i = at, steps = 0; i-- > clause.first;) {
        const Token& token = passage.tokens[i];
        if (!token.is_word()) continue;
        const std::uint64_t kind = vocabulary.grammar(token.word);
        if (steps < 4 && (kind & grammar::negator)) setting.counts = std::min(setting.counts, denied);
        if (steps < 2 && (kind & grammar::downtoner))
            setting.shift = -1;
        else if (steps < 2 && (kind & grammar::intensifier) && setting.shift == 0)
            setting.shift = 1;
        copula = copula || (kind & grammar::be);
        ++steps;
    }
    const bool tells_of_them = (clause.features & feature::about_them) != 0;
    if (tells_of_them && (copula || !(clause.features & feature::mentions_me)))
        setting.counts = std::min(setting.counts, of_others);
    if ((clause.features & feature::about_you) && !(clause.features & feature::mentions_me))
        setting.counts = std::min(setting.counts, of_the_listener);
    return setting;
}

// Whether a word of the lexicon can be said back after "you feel": not "at the end of my rope", "worried
// about".
bool can_be_said_back(std::string_view words) {
    std::string_view last;
    for (std::string_view rest = words; !rest.empty();) {
        const std::size_t cut = std::min(rest.find(' '), rest.size());
        last = rest.substr(0, cut);
        for (const std::string_view wrong :
             {"my", "me", "i", "myself", "feel", "felt", "feeling", "so", "very", "really", "super", "a",
              "an", "like", "wanted", "could", "to"})
            if (last == wrong) return false;
        rest.remove_prefix(std::min(cut + 1, rest.size()));
    }
    for (const std::string_view hanging : {"about", "of", "with", "for", "to", "at", "by", "from"})
        if (last == hanging) return false;
    return true;
}

struct FamilySum {
    float evidence = 0;
    int strength = 0;
    const FeelingWord* word = nullptr;  // the speaker's own
};

}  // namespace

FeelingFinder::FeelingFinder(const Knowledge& knowledge)
    : knowledge_(knowledge),
      verdict_(knowledge.word_class("verdict")),
      insult_(knowledge.word_class("insult")),
      plain_(knowledge.families().size()),
      starts_(knowledge.vocabulary().word_count(), 0) {
    const auto feelings = knowledge.feeling_words();
    for (std::uint32_t f = 0; f < feelings.size(); ++f) {
        Entry entry{static_cast<std::uint32_t>(words_.size()), 0, f};
        std::string_view rest = knowledge.text(feelings[f].text);
        while (!rest.empty()) {
            const std::size_t cut = std::min(rest.find_first_of(" -"), rest.size());
            const SurfaceEntry* surface = knowledge.vocabulary().find(rest.substr(0, cut));
            if (surface)
                words_.insert(words_.end(), surface->words.begin(), surface->words.begin() + surface->count);
            else
                words_.push_back(unknown_word);
            rest.remove_prefix(std::min(cut + 1, rest.size()));
        }
        entry.word_count = static_cast<std::uint32_t>(words_.size()) - entry.first_word;
        entry.speakable = feelings[f].adjective && can_be_said_back(knowledge.text(feelings[f].text));
        const FeelingWord*& plain = plain_[feelings[f].family];
        if (!plain && entry.speakable && feelings[f].strength == 2) plain = &feelings[f];
        const auto begin = words_.begin() + entry.first_word;
        if (entry.word_count > 0 && std::find(begin, words_.end(), unknown_word) == words_.end())
            entries_.push_back(entry);
    }
    std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
        if (words_[a.first_word] != words_[b.first_word]) return words_[a.first_word] < words_[b.first_word];
        if (a.word_count != b.word_count) return a.word_count > b.word_count;
        return a.feeling < b.feeling;
    });
    for (std::size_t e = entries_.size(); e-- > 0;)
        starts_[words_[entries_[e].first_word]] = static_cast<std::uint16_t>(e + 1);
}

std::string_view FeelingFinder::guessed_word(std::size_t family, int strength) const {
    if (strength >= 3 && plain_[family]) return knowledge_.text(plain_[family]->text);
    return knowledge_.text(knowledge_.families()[family].undershoot);
}

FeelingFinder::Found FeelingFinder::at(const Passage& passage, std::uint32_t token) const {
    Found found;
    const WordId first = passage.tokens[token].word;
    if (first == unknown_word || starts_[first] == 0) return found;
    for (std::size_t e = starts_[first] - 1U; e < entries_.size() && words_[entries_[e].first_word] == first;
         ++e) {
        const Entry& entry = entries_[e];
        const std::uint32_t last = match(entry, passage, token);
        if (last == 0) continue;
        const FeelingWord& word = knowledge_.feeling_words()[entry.feeling];
        if (!found.word) {
            found.word = &word;
            found.last = last;
        }
        if (entry.speakable && word.family == found.word->family) {
            found.speakable = &word;
            break;
        }
    }
    return found;
}

// One past the last token when the entry's words stand at `token`, else 0. Hyphens are seen through.
std::uint32_t FeelingFinder::match(const Entry& entry, const Passage& passage, std::uint32_t token) const {
    std::uint32_t at = token;
    for (std::uint32_t matched = 0; matched < entry.word_count; ++at) {
        if (at >= passage.tokens.size()) return 0;
        const Token& here = passage.tokens[at];
        if (here.kind == TokenKind::dash && matched > 0) continue;
        if (!here.is_word() || here.word != words_[entry.first_word + matched]) return 0;
        ++matched;
    }
    return at;
}

bool FeelingFinder::is_verdict(WordId word) const {
    const auto in = [&](std::optional<std::uint16_t> word_class) {
        return word_class && knowledge_.automaton().in_class(word, *word_class);
    };
    return in(verdict_) || in(insult_);
}

void read_statement(const Knowledge& knowledge, const FeelingFinder& finder, const Passage& passage,
                    const RuleHits& hits, StatementReading& out) {
    out = StatementReading{};
    out.known = true;
    const auto holds = [&](std::string_view name) {
        const auto fact = knowledge.signal(name);
        return fact && hits.facts.test(*fact);
    };
    out.asked = holds("asked");
    out.risk = holds("risk");
    out.good_news = holds("good-news");
    out.accuses = holds("accuses");
    out.low_stakes = holds("low-stakes");

    const auto families = knowledge.families();
    std::vector<FamilySum> sums(families.size());
    for (const RuleHit& hit : hits.feelings) {
        const Rule& rule = knowledge.rules()[hit.rule];
        FamilySum& sum = sums[rule.target];
        sum.evidence += rule.weight;
        if (rule.weight > 0) sum.strength = std::max(sum.strength, static_cast<int>(rule.strength));
    }
    const auto count = static_cast<std::uint32_t>(passage.tokens.size());
    for (std::uint32_t i = 0; i < count;) {
        const auto found = finder.at(passage, i);
        if (!found.word) {
            ++i;
            continue;
        }
        const FeelingWord& word = *found.word;
        const Setting setting = setting_of(knowledge.vocabulary(), passage, i);
        FamilySum& sum = sums[word.family];
        const bool told_by_rule =
            std::any_of(hits.feelings.begin(), hits.feelings.end(), [&](const RuleHit& hit) {
                return hit.first <= i && found.last <= hit.last &&
                       knowledge.rules()[hit.rule].target == word.family;
            });
        if (!told_by_rule) sum.evidence += said_in_a_word[std::min<int>(word.strength, 3)] * setting.counts;
        if (setting.counts >= 1) {
            sum.strength = std::max(sum.strength, std::clamp(word.strength + setting.shift, 1, 3));
            const FeelingWord* own = found.speakable;
            if (own && !finder.is_verdict(passage.tokens[i].word) &&
                (!sum.word || own->strength > sum.word->strength))
                sum.word = own;
        }
        i = found.last;
    }

    float total = 0;
    for (std::size_t f = 0; f < families.size(); ++f) {
        sums[f].evidence = std::max(0.0F, sums[f].evidence + families[f].prior);
        total += sums[f].evidence;
    }
    total = std::max(total, 1.0F);  // priors alone make nobody sure
    for (std::size_t f = 0; f < families.size(); ++f) {
        const FamilySum& sum = sums[f];
        if (sum.evidence <= 0) continue;
        FeltFeeling felt;
        felt.family = static_cast<std::uint8_t>(f);
        felt.strength = static_cast<std::uint8_t>(std::clamp(sum.strength, 1, 3));
        felt.confidence = sum.evidence / total;
        felt.own_word = sum.word != nullptr;
        felt.word = sum.word ? knowledge.text(sum.word->text) : finder.guessed_word(f, felt.strength);
        out.feelings.push_back(felt);
    }
    std::stable_sort(out.feelings.begin(), out.feelings.end(),
                     [](const FeltFeeling& a, const FeltFeeling& b) { return a.confidence > b.confidence; });
}

}  // namespace attune
