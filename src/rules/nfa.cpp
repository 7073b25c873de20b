// SPDX-License-Identifier: MIT
#include "rules/nfa.h"

#include <map>
#include <optional>
#include <set>

namespace attune {
namespace {

using Words = std::vector<WordId>;

// A piece of the cue: where it can begin and end, and whether it may be missing.
struct Piece {
    PositionSet first, last;
    bool nullable = false;
};

class Builder {
  public:
    explicit Builder(const std::vector<WordClass>& classes) : classes_(classes) {}

    std::variant<Nfa, std::string> build(const CueNode& cue) {
        const Piece all = piece(cue);
        if (!problem_.empty()) return problem_;
        nfa_.first = all.first;
        nfa_.last = all.last;
        nfa_.nullable = all.nullable;
        return std::move(nfa_);
    }

  private:
    Piece atom(NfaAtom a) {
        if (nfa_.atoms.size() == max_positions) {
            problem_ = "the cue is too large: split it into several";
            return {};
        }
        Piece p;
        p.first.set(nfa_.atoms.size());
        p.last.set(nfa_.atoms.size());
        nfa_.atoms.push_back(std::move(a));
        nfa_.follow.emplace_back();
        return p;
    }

    Piece any_of(std::vector<WordId> words, std::vector<std::uint16_t> word_classes = {}) {
        NfaAtom a;
        a.words = std::move(words);
        a.classes = std::move(word_classes);
        return atom(std::move(a));
    }

    Piece then(const Piece& a, const Piece& b) {
        for (std::size_t p = 0; p < nfa_.atoms.size(); ++p)
            if (a.last.test(p)) nfa_.follow[p] |= b.first;
        return {a.nullable ? a.first | b.first : a.first, b.nullable ? a.last | b.last : b.last,
                a.nullable && b.nullable};
    }

    static Piece either(const Piece& a, const Piece& b) {
        return {a.first | b.first, a.last | b.last, a.nullable || b.nullable};
    }

    using Phrases = std::set<std::vector<WordId>>;

    // Phrases that begin alike share their beginning, and first words that go on alike share a position.
    // No phrase is empty.
    std::optional<Piece> phrases(const std::vector<Words>& all) {
        std::map<WordId, std::vector<Words>> rests_of;
        for (const Words& phrase : all)
            rests_of[phrase.front()].emplace_back(phrase.begin() + 1, phrase.end());
        std::map<std::vector<Words>, Words> firsts_of;
        for (auto& [first, rests] : rests_of) {
            std::sort(rests.begin(), rests.end());
            rests.erase(std::unique(rests.begin(), rests.end()), rests.end());
            firsts_of[rests].push_back(first);
        }
        std::optional<Piece> sum;
        for (const auto& [sorted_rests, firsts] : firsts_of) {
            Piece branch = any_of(firsts);
            std::vector<Words> rests = sorted_rests;
            const bool ends_here = std::erase_if(rests, [](const Words& rest) { return rest.empty(); }) > 0;
            if (!rests.empty()) {
                Piece rest = *phrases(rests);
                rest.nullable = ends_here;
                branch = then(branch, rest);
            }
            sum = sum ? either(*sum, branch) : branch;
        }
        return sum;
    }

    Piece word_class(std::uint16_t index) {
        std::vector<Words> longer;
        bool singles = false;
        for (const Words& member : classes_[index].members)
            if (member.size() == 1)
                singles = true;
            else if (!member.empty())
                longer.push_back(member);
        std::optional<Piece> sum = phrases(longer);
        if (singles) {
            const Piece one = any_of({}, {index});
            sum = sum ? either(*sum, one) : one;
        }
        if (!sum && problem_.empty())
            problem_ = "the cue can match nothing: class `" + classes_[index].name + "` is empty";
        return sum.value_or(Piece{});
    }

    Piece none_of(const CueNode& node) {
        NfaAtom a;
        a.kind = NfaAtom::Kind::none_of;
        for (const CueNode& part : node.parts)
            if (part.kind == CueNode::Kind::word)
                a.words.push_back(part.word);
            else
                a.classes.push_back(part.word_class);
        return atom(std::move(a));
    }

    Piece piece(const CueNode& node) {
        if (!problem_.empty()) return {};
        switch (node.kind) {
            case CueNode::Kind::word:
                return any_of({node.word});
            case CueNode::Kind::word_class:
                return word_class(node.word_class);
            case CueNode::Kind::none_of:
                return none_of(node);
            case CueNode::Kind::any_word: {
                NfaAtom a;
                a.kind = NfaAtom::Kind::any_word;
                return atom(std::move(a));
            }
            case CueNode::Kind::mark: {
                NfaAtom a;
                a.kind = NfaAtom::Kind::mark;
                a.mark = node.mark;
                return atom(std::move(a));
            }
            case CueNode::Kind::optional: {
                Piece p = piece(node.parts.front());
                p.nullable = true;
                return p;
            }
            case CueNode::Kind::choice: {
                Piece sum = piece(node.parts.front());
                for (std::size_t i = 1; i < node.parts.size(); ++i) sum = either(sum, piece(node.parts[i]));
                return sum;
            }
            case CueNode::Kind::sequence:
                break;
        }
        Piece sum;
        sum.nullable = true;
        for (const CueNode& part : node.parts) sum = then(sum, piece(part));
        return sum;
    }

    const std::vector<WordClass>& classes_;
    Nfa nfa_;
    std::string problem_;
};

}  // namespace

std::variant<Nfa, std::string> build_nfa(const CueNode& cue, const std::vector<WordClass>& classes) {
    return Builder(classes).build(cue);
}

}  // namespace attune
