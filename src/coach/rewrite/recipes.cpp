// SPDX-License-Identifier: MIT
//
//   receive    says back what they told or felt      sense     shows that it makes sense
//   mend       undoes one pattern (phrases are tagged with theirs)
//   ask        one open question                     offer     asks before helping
//   own        owns the listener's part              amends    hears more of it, tries again
//   celebrate  shares the joy                        relish    asks for the story of it
//   chat       takes it up where nothing hurts   chat-ask  asks on from there
//   stay       is there, and no more                 plain     needs nothing to be known
#include "coach/rewrite/recipes.h"

#include <algorithm>

namespace attune {
namespace {

constexpr Recipe fixing[] = {
    {"receive", "offer"}, {"sense", "offer"}, {"receive", "ask"}, {"receive", "offer"}, {"sense"}};
constexpr Recipe dictating[] = {
    {"sense", "ask"}, {"receive", "mend"}, {"sense"}, {"mend", "ask"}, {"receive"}};
constexpr Recipe defensiveness[] = {{"mend", "ask"}, {"mend", "sense"}, {"receive", "mend"}};
constexpr Recipe minimizing[] = {{"receive", "ask"}, {"sense"}, {"receive"},      {"receive", "mend"},
                                 {"sense", "ask"},   {"mend"},  {"sense", "stay"}};
constexpr Recipe avoiding[] = {
    {"receive", "mend"}, {"sense", "mend"}, {"receive", "ask"}, {"receive", "stay"}};
constexpr Recipe silence[] = {{"receive"}, {"sense"}, {"mend"}, {"receive"}};
constexpr Recipe self_focus[] = {
    {"receive", "ask"}, {"receive"}, {"receive", "mend"}, {"sense", "ask"}, {"sense"}};
constexpr Recipe interrogating[] = {
    {"receive", "ask"}, {"sense"}, {"receive", "mend"}, {"sense", "stay"}, {"receive"}};
constexpr Recipe judging[] = {
    {"sense", "ask"}, {"receive", "mend"}, {"receive"}, {"receive", "stay"}, {"sense"}};
constexpr Recipe analyzing[] = {{"receive", "ask"}, {"mend"}, {"sense"}, {"receive", "mend"}};
constexpr Recipe grave[] = {{"receive", "stay"}, {"receive"}, {"receive", "ask"}, {"receive", "stay"}};
constexpr Recipe reproach[] = {{"own", "amends"}, {"own", "amends"}, {"own"}};
constexpr Recipe good_news[] = {{"celebrate", "relish"}, {"celebrate", "relish"}, {"celebrate"}};
constexpr Recipe light[] = {{"receive", "ask"}, {"receive", "ask"}, {"receive"}, {"sense"}};
constexpr Recipe told[] = {
    {"receive", "ask"}, {"receive", "ask"}, {"sense", "ask"}, {"receive", "ask"}, {"receive"}};
constexpr Recipe told_and_fixed[] = {
    {"receive", "ask"}, {"receive", "ask"}, {"sense", "ask"}, {"receive", "offer"}};
constexpr Recipe chat[] = {{"chat"}};
constexpr Recipe nothing_known[] = {{"plain"}};

bool is_grave(const Situation& situation) {
    return std::any_of(situation.events.begin(), situation.events.end(),
                       [](const Event& e) { return e.grave; });
}

}  // namespace

std::span<const Recipe> recipes_for(const Situation& situation, std::string_view pattern) {
    if (situation.tenor == Tenor::reproach) return reproach;
    if (situation.tenor == Tenor::good_news) return good_news;
    if (situation.tenor == Tenor::light) {
        if (situation.topic) return light;
        return chat;
    }
    if (is_grave(situation)) return grave;
    if (situation.topic) {
        if (pattern == "fixing") return told_and_fixed;
        return told;
    }
    if (pattern == "fixing") return fixing;
    if (pattern == "dictating") return dictating;
    if (pattern == "defensiveness") return defensiveness;
    if (pattern == "minimizing") return minimizing;
    if (pattern == "avoiding") return avoiding;
    if (pattern == "silence") return silence;
    if (pattern == "self_focus") return self_focus;
    if (pattern == "interrogating") return interrogating;
    if (pattern == "judging") return judging;
    if (pattern == "analyzing") return analyzing;
    return nothing_known;
}

std::string_view swap_bank_for(const Situation& situation, std::string_view pattern, bool received) {
    if (situation.tenor == Tenor::reproach) return received ? "amends" : "own";
    if (situation.tenor == Tenor::good_news) return received ? "relish" : "celebrate";
    if (situation.tenor == Tenor::light) return !situation.topic ? "chat-ask" : received ? "ask" : "receive";
    if (!received) return "receive";
    if (pattern == "fixing") return "offer";
    if (pattern == "avoiding" || pattern == "defensiveness") return "mend";
    return "ask";
}

}  // namespace attune
