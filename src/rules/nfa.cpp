// SPDX-License-Identifier: MIT
#include "rules/nfa.h"

#include <map>
#include <optional>
#include <span>

namespace attune {
namespace {

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

    Piece word(WordId w) {
        NfaAtom a;
        a.kind = NfaAtom::Kind::word;
        a.word = w;
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

    // Phrases that begin alike share their beginning. `phrases` are of two words or more, or ends of such.
    std::optional<Piece> phrases(const std::vector<std::span<const WordId>>& all) {
        std::map<WordId, std::vector<std::span<const WordId>>> by_first;
        for (const auto& phrase : all) by_first[phrase.front()].push_back(phrase.subspan(1));
        std::optional<Piece> sum;
        for (auto& [first, rests] : by_first) {
            Piece branch = word(first);
            const bool ends_here = std::erase_if(rests, [](const auto& rest) { return rest.empty(); }) > 0;
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
        std::vector<std::span<const WordId>> longer;
        bool singles = false;
        for (const auto& member : classes_[index].members)
            if (member.size() == 1)
                singles = true;
            else
                longer.emplace_back(member);
        std::optional<Piece> sum = longer.empty() ? std::nullopt : phrases(longer);
        if (singles) {
            NfaAtom a;
            a.kind = NfaAtom::Kind::words_of_class;
            a.word_class = index;
            const Piece one = atom(std::move(a));
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
                a.not_words.push_back(part.word);
            else
                a.not_classes.push_back(part.word_class);
        return atom(std::move(a));
    }

    Piece piece(const CueNode& node) {
        if (!problem_.empty()) return {};
        switch (node.kind) {
            case CueNode::Kind::word:
                return word(node.word);
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
