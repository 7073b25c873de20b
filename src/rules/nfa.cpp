// SPDX-License-Identifier: MIT
#include "rules/nfa.h"

#include <algorithm>
#include <optional>

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

    Piece then(const Piece& a, const Piece& b) {
        for (std::size_t p = 0; p < nfa_.atoms.size(); ++p)
            if (a.last.test(p)) nfa_.follow[p] |= b.first;
        return {a.nullable ? a.first | b.first : a.first, b.nullable ? a.last | b.last : b.last,
                a.nullable && b.nullable};
    }

    static Piece either(const Piece& a, const Piece& b) {
        return {a.first | b.first, a.last | b.last, a.nullable || b.nullable};
    }

    // Adds a word or a class to what an atom takes.
    void take(const CueNode& node, NfaAtom& a) {
        if (node.kind == CueNode::Kind::word) {
            a.words.push_back(node.word);
            return;
        }
        const auto& members = classes_[node.word_class].members;
        const bool takes_any =
            std::any_of(members.begin(), members.end(), [](const auto& m) { return !m.empty(); });
        if (!takes_any && a.kind == NfaAtom::Kind::any_of && problem_.empty())
            problem_ = "the cue can match nothing: class `" + classes_[node.word_class].name + "` is empty";
        a.classes.push_back(node.word_class);
    }

    Piece mark(Mark m) {
        NfaAtom a;
        a.kind = NfaAtom::Kind::mark;
        a.mark = m;
        return atom(std::move(a));
    }

    Piece words(NfaAtom::Kind kind, const std::vector<CueNode>& parts) {
        NfaAtom a;
        a.kind = kind;
        for (const CueNode& part : parts) take(part, a);
        return atom(std::move(a));
    }

    Piece choice(const CueNode& node) {
        std::vector<CueNode> simple;
        std::optional<Piece> sum;
        for (const CueNode& written : node.parts) {
            const CueNode& part = bare(written);
            if (part.kind == CueNode::Kind::word || part.kind == CueNode::Kind::word_class) {
                simple.push_back(part);
            } else {
                const Piece one = piece(part);
                sum = sum ? either(*sum, one) : one;
            }
        }
        if (simple.empty()) return *sum;
        const Piece one = words(NfaAtom::Kind::any_of, simple);
        return sum ? either(*sum, one) : one;
    }

    Piece piece(const CueNode& node) {
        if (!problem_.empty()) return {};
        switch (node.kind) {
            case CueNode::Kind::word:
            case CueNode::Kind::word_class:
                return words(NfaAtom::Kind::any_of, {node});
            case CueNode::Kind::none_of:
                return words(NfaAtom::Kind::none_of, node.parts);
            case CueNode::Kind::any_word:
                return words(NfaAtom::Kind::any_word, {});
            case CueNode::Kind::mark:
                return mark(node.mark);
            case CueNode::Kind::optional: {
                Piece p = piece(node.parts.front());
                p.nullable = true;
                return p;
            }
            case CueNode::Kind::choice:
                return choice(node);
            case CueNode::Kind::sequence:
                break;
        }
        Piece sum;
        sum.nullable = true;
        for (std::size_t i = 0; i < node.parts.size(); ++i) {
            const std::size_t begin = i;
            while (i < node.parts.size() && is_gap(node.parts[i])) ++i;
            if (i > begin) sum = then(sum, gap(static_cast<std::uint32_t>(i - begin)));
            if (i < node.parts.size()) sum = then(sum, piece(node.parts[i]));
        }
        return sum;
    }

    // A word that may be missing; several of them in a row are one gap.
    static bool is_gap(const CueNode& node) {
        return node.kind == CueNode::Kind::optional &&
               bare(node.parts.front()).kind == CueNode::Kind::any_word;
    }
    Piece gap(std::uint32_t most) {
        NfaAtom a;
        a.kind = NfaAtom::Kind::any_word;
        a.most = most;
        Piece p = atom(std::move(a));
        p.nullable = true;
        return p;
    }

    const std::vector<WordClass>& classes_;
    Nfa nfa_;
    std::string problem_;
};

}  // namespace

const CueNode& bare(const CueNode& node) {
    const CueNode* inner = &node;
    while (inner->kind == CueNode::Kind::sequence && inner->parts.size() == 1) inner = &inner->parts.front();
    return *inner;
}

std::variant<Nfa, std::string> build_nfa(const CueNode& cue, const std::vector<WordClass>& classes) {
    return Builder(classes).build(cue);
}

}  // namespace attune
