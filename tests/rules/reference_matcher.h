// SPDX-License-Identifier: MIT
//
// What a cue means, said as plainly as possible and as slowly as need be: the automaton must agree with it.
#pragma once

#include <algorithm>
#include <set>
#include <vector>

#include "rules/automaton.h"
#include "rules/stream.h"

namespace attune::test {

class ReferenceMatcher {
  public:
    ReferenceMatcher(const std::vector<WordClass>& classes, const std::vector<StreamItem>& stream)
        : classes_(classes), stream_(stream) {}

    // Leftmost-longest matches that do not overlap.
    std::vector<CueHit> match(const CueNode& cue, std::uint32_t unit) const {
        std::vector<CueHit> out;
        for (std::size_t at = 0; at < stream_.size();) {
            std::size_t longest = 0;
            for (const Point& end : ends(cue, {at, false}))
                if (end.started) longest = std::max(longest, end.at);
            if (longest == 0) {
                ++at;
                continue;
            }
            const StreamItem& last = stream_[longest - 1];
            out.push_back({unit, stream_[at].token, last.is_mark ? last.token : last.token + 1});
            at = longest;
        }
        return out;
    }

  private:
    // Before stream item `at`; marks may be passed once something was taken.
    struct Point {
        std::size_t at = 0;
        bool started = false;
        friend auto operator<=>(const Point&, const Point&) = default;
    };
    using Points = std::set<Point>;

    template <class Takes>
    Points take(Point from, Takes takes) const {
        Points out;
        for (std::size_t at = from.at; at < stream_.size(); ++at) {
            if (takes(stream_[at])) out.insert({at + 1, true});
            const bool passable = stream_[at].is_mark && seen_through(static_cast<Mark>(stream_[at].word));
            if (!from.started || !passable) break;
        }
        return out;
    }

    Points word(Point from, WordId w) const {
        return take(from, [&](const StreamItem& item) { return !item.is_mark && item.word == w; });
    }

    bool single(const CueNode& part, WordId w) const {
        if (part.kind == CueNode::Kind::word) return part.word == w;
        const auto& members = classes_[part.word_class].members;
        return std::any_of(members.begin(), members.end(),
                           [&](const auto& m) { return m.size() == 1 && m[0] == w; });
    }

    Points ends(const CueNode& node, Point from) const {
        Points out;
        switch (node.kind) {
            case CueNode::Kind::word:
                return word(from, node.word);
            case CueNode::Kind::any_word:
                return take(from, [](const StreamItem& item) { return !item.is_mark; });
            case CueNode::Kind::mark:
                return take(from, [&](const StreamItem& item) {
                    return item.is_mark && item.word == static_cast<WordId>(node.mark);
                });
            case CueNode::Kind::none_of:
                return take(from, [&](const StreamItem& item) {
                    return !item.is_mark &&
                           std::none_of(node.parts.begin(), node.parts.end(),
                                        [&](const CueNode& part) { return single(part, item.word); });
                });
            case CueNode::Kind::word_class:
                for (const auto& member : classes_[node.word_class].members) {
                    Points here = {from};
                    for (const WordId w : member) {
                        Points next;
                        for (const Point& p : here) next.merge(word(p, w));
                        here = std::move(next);
                    }
                    out.merge(here);
                }
                return out;
            case CueNode::Kind::optional:
                out = ends(node.parts.front(), from);
                out.insert(from);
                return out;
            case CueNode::Kind::choice:
                for (const CueNode& part : node.parts) out.merge(ends(part, from));
                return out;
            case CueNode::Kind::sequence:
                break;
        }
        out.insert(from);
        for (const CueNode& part : node.parts) {
            Points next;
            for (const Point& p : out) next.merge(ends(part, p));
            out = std::move(next);
        }
        return out;
    }

    const std::vector<WordClass>& classes_;
    const std::vector<StreamItem>& stream_;
};

}  // namespace attune::test
