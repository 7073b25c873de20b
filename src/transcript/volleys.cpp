// SPDX-License-Identifier: MIT
//
// Segments are laid one after another on a pile of turns. A segment goes onto the last turn when its speaker
// is the same; and when only back-channels of others lie between, these are taken off and it goes onto the
// turn below them. So each segment is laid once and taken off at most once. Then one walk over the turns
// keeps, for each helper, what others have said since that helper's last turn.
#include "transcript/volleys.h"

#include <unordered_map>
#include <utility>

#include "text/utf8.h"
#include "transcript/trim.h"

namespace attune::transcript {
namespace {

// The speakers met so far, numbered.
class Roster {
  public:
    std::size_t number_of(const std::string& name) {
        if (const auto known = spellings_.find(name); known != spellings_.end()) return known->second;
        const std::size_t number = keys_.try_emplace(to_lower(trimmed(name)), keys_.size()).first->second;
        spellings_.emplace(name, number);
        return number;
    }

  private:
    std::unordered_map<std::string, std::size_t> keys_, spellings_;
};

struct Turn {
    std::size_t speaker = 0;
    std::vector<const Segment*> segments;
    bool back_channel = false;

    [[nodiscard]] bool asks() const { return trimmed(segments.back()->text).ends_with('?'); }
};

// How many turns of back-channels one may have to look through: a room full of people may murmur.
constexpr std::size_t murmurs_at_most = 8;

// Where on the pile a segment of `speaker` belongs: the number of turns that stay below and with it.
std::size_t place_of(std::size_t speaker, const std::vector<Turn>& turns) {
    for (std::size_t top = turns.size(); top > 0 && turns.size() - top <= murmurs_at_most; --top) {
        const Turn& turn = turns[top - 1];
        if (turn.speaker == speaker) return top == turns.size() || !turn.asks() ? top : turns.size();
        if (!turn.back_channel) break;
    }
    return turns.size();
}

std::vector<Turn> turns_of(const Session& session, Roster& roster) {
    std::vector<Turn> turns;
    for (const Segment& segment : session.segments) {
        if (trimmed(segment.speaker).empty()) continue;
        const std::size_t speaker = roster.number_of(segment.speaker);
        const bool murmur = is_back_channel(segment.text);
        turns.resize(place_of(speaker, turns));
        if (turns.empty() || turns.back().speaker != speaker) {
            turns.push_back({speaker, {&segment}, murmur});
        } else {
            turns.back().segments.push_back(&segment);
            turns.back().back_channel = turns.back().back_channel && murmur;
        }
    }
    return turns;
}

void append(std::string& text, std::string_view more, char between) {
    if (!text.empty()) text.push_back(between);
    text += trimmed(more);
}

}  // namespace

std::vector<std::string> speakers(const Session& session) {
    Roster roster;
    std::vector<std::string> found;
    for (const Segment& segment : session.segments) {
        const std::string_view name = trimmed(segment.speaker);
        if (!name.empty() && roster.number_of(segment.speaker) == found.size()) found.emplace_back(name);
    }
    return found;
}

bool same_speaker(std::string_view one, std::string_view other) {
    return one == other || to_lower(trimmed(one)) == to_lower(trimmed(other));
}

std::vector<Volley> volleys(const Session& session, std::span<const std::string> helpers) {
    Roster roster;
    std::vector<std::string> names;  // by number: the helpers come first
    for (const std::string& helper : helpers)
        if (roster.number_of(helper) == names.size()) names.push_back(helper);

    const char between = session.cut_by_time ? ' ' : '\n';
    std::vector<std::string> said(names.size());  // to each helper, since their last turn
    std::vector<Volley> found;
    std::size_t number = 0;
    for (const Turn& turn : turns_of(session, roster)) {
        ++number;
        if (turn.speaker >= names.size()) {
            for (std::string& statement : said)
                for (const Segment* segment : turn.segments) append(statement, segment->text, between);
            continue;
        }
        const Segment& first = *turn.segments.front();
        Volley volley{std::exchange(said[turn.speaker], {}),
                      {},
                      names[turn.speaker],
                      number,
                      first.line,
                      first.start_seconds};
        for (const Segment* segment : turn.segments) append(volley.reply, segment->text, between);
        found.push_back(std::move(volley));
    }
    return found;
}

}  // namespace attune::transcript
