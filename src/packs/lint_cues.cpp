// SPDX-License-Identifier: MIT
#include "packs/lint_cues.h"

#include <algorithm>
#include <variant>

#include "rules/cue.h"
#include "text/passage.h"

namespace attune {
namespace {

// The words that may come first, as one bit a word; the tree is walked until something must stand there.
class Opening {
  public:
    explicit Opening(const Knowledge& knowledge)
        : knowledge_(knowledge), words_(knowledge.vocabulary().word_count()) {}

    // Whether the node may match without a word.
    bool add(const CueNode& node) {
        switch (node.kind) {
            case CueNode::Kind::word:
                words_[node.word] = true;
                return false;
            case CueNode::Kind::word_class:
                add_class(node.word_class);
                return false;
            case CueNode::Kind::any_word:
            case CueNode::Kind::none_of:
                any_ = true;
                return false;
            case CueNode::Kind::mark:  // such places are few
                return false;
            case CueNode::Kind::sequence:
                return std::all_of(node.parts.begin(), node.parts.end(),
                                   [this](const CueNode& part) { return add(part); });
            case CueNode::Kind::choice: {
                bool empty = false;
                for (const CueNode& part : node.parts) empty |= add(part);
                return empty;
            }
            case CueNode::Kind::optional:
                for (const CueNode& part : node.parts) add(part);
                return true;
        }
        return false;
    }

    [[nodiscard]] double share() const {
        if (any_) return 1;
        return static_cast<double>(std::count(words_.begin(), words_.end(), true)) /
               static_cast<double>(std::max<std::size_t>(words_.size(), 1));
    }

  private:
    void add_class(std::uint16_t word_class) {
        for (std::size_t word = 1; word < words_.size(); ++word)
            if (knowledge_.automaton().in_class(static_cast<WordId>(word), word_class)) words_[word] = true;
    }

    const Knowledge& knowledge_;
    std::vector<bool> words_;
    bool any_ = false;
};

std::vector<WordId> words_of(const Knowledge& knowledge, std::string_view surface) {
    const SurfaceEntry* entry = knowledge.vocabulary().find(surface);
    if (entry == nullptr) return {unknown_word};
    return {entry->words.begin(), entry->words.begin() + entry->count};
}

}  // namespace

std::vector<std::string_view> cues_of(const Knowledge& knowledge, std::uint32_t rule) {
    std::vector<std::string_view> cues;
    for (std::string_view rest = knowledge.text(knowledge.rules()[rule].cue); !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        cues.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return cues;
}

std::vector<std::size_t> cues_without_hit(const Knowledge& knowledge, std::uint32_t rule) {
    const Rule& r = knowledge.rules()[rule];
    const std::size_t cues = r.last_unit - r.first_unit;
    std::vector<bool> met(cues);
    UnitSet wanted(knowledge.automaton().unit_count() / 64 + 1);
    for (std::uint32_t unit = r.first_unit; unit < r.last_unit; ++unit)
        wanted[unit / 64] |= std::uint64_t{1} << (unit % 64);
    Passage passage;
    MatchScratch scratch;
    std::vector<CueHit> hits;
    for (std::uint32_t e = r.first_example; e < r.last_example; ++e) {
        const Example& example = knowledge.examples()[e];
        if (example.is_hit == 0) continue;
        const bool alone = r.kind == RuleKind::signal && example.reply.size == 0;
        read_passage(knowledge.text(alone ? example.statement : example.reply), knowledge.vocabulary(),
                     passage);
        knowledge.automaton().match(passage, wanted, scratch, hits);
        for (const CueHit& hit : hits) met[hit.unit - r.first_unit] = true;
    }
    std::vector<std::size_t> without;
    for (std::size_t cue = 0; cue < cues; ++cue)
        if (!met[cue]) without.push_back(cue);
    return without;
}

double opening_share(const Knowledge& knowledge, std::string_view cue) {
    CueNames names;
    names.words = [&](std::string_view surface) { return words_of(knowledge, surface); };
    names.word_class = [&](std::string_view name) { return knowledge.word_class(name); };
    names.suggest_class = [](std::string_view) { return std::string(); };
    const auto parsed = parse_cue(cue, names);
    const CueNode* node = std::get_if<CueNode>(&parsed);
    if (node == nullptr) return 0;  // it was compiled from another pack's words
    Opening opening(knowledge);
    opening.add(*node);
    return opening.share();
}

}  // namespace attune
