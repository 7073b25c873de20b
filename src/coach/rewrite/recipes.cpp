// SPDX-License-Identifier: MIT
//
//   receive    says back what they told or felt      sense     shows that it makes sense
//   mend       undoes one pattern (phrases are tagged with theirs)
//   ask        one open question                     offer     asks before helping
//   own        owns the listener's part              amends    hears more of it, tries again
//   celebrate  shares the joy                        relish    asks for the story of it
//   plain      needs nothing to be known
#include "coach/rewrite/recipes.h"

namespace attune {
namespace {

constexpr Recipe fixing[] = {
    {"receive", "offer"}, {"receive", "offer"}, {"sense", "offer"}, {"receive", "ask"}, {"sense", "ask"}};
constexpr Recipe dictating[] = {{"mend", "ask"}, {"receive", "mend"}, {"sense", "mend"}};
constexpr Recipe defensiveness[] = {{"own", "amends"}, {"mend", "amends"}, {"mend", "receive"}};
constexpr Recipe minimizing[] = {{"mend", "ask"}, {"receive", "mend"}, {"mend", "sense"}, {"sense", "ask"}};
constexpr Recipe avoiding[] = {{"receive", "mend"}, {"mend", "ask"}, {"mend", "receive"}};
constexpr Recipe silence[] = {{"receive"}, {"sense"}, {"mend"}, {"receive"}};
constexpr Recipe self_focus[] = {{"receive", "mend"}, {"receive", "ask"}, {"sense", "mend"}};
constexpr Recipe interrogating[] = {{"receive", "ask"}, {"sense", "ask"}, {"mend", "ask"}};
constexpr Recipe judging[] = {{"mend", "ask"}, {"receive", "mend"}, {"sense", "mend"}};
constexpr Recipe analyzing[] = {{"mend"}, {"receive", "mend"}, {"mend", "ask"}};
constexpr Recipe reproach[] = {{"own", "amends"}, {"own", "amends"}, {"own"}};
constexpr Recipe good_news[] = {{"celebrate", "relish"}, {"celebrate", "relish"}, {"celebrate"}};
constexpr Recipe nothing_known[] = {{"plain"}};

}  // namespace

std::span<const Recipe> recipes_for(const Situation& situation, std::string_view pattern) {
    if (situation.occasion == Occasion::reproach) return reproach;
    if (situation.occasion == Occasion::good_news) return good_news;
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
    if (situation.occasion == Occasion::reproach) return received ? "amends" : "own";
    if (situation.occasion == Occasion::good_news) return received ? "relish" : "celebrate";
    if (pattern == "fixing") return received ? "offer" : "receive";
    if (pattern == "interrogating") return received ? "ask" : "receive";
    return "mend";
}

}  // namespace attune
