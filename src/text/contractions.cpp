// SPDX-License-Identifier: MIT
#include "text/contractions.h"

#include <algorithm>
#include <array>

#include "text/keywords.h"

namespace attune {
namespace {

// After these, 's is a verb ("it's", "who's"); after other words it marks possession as a rule. Sorted.
constexpr std::array<std::string_view, 24> before_is = {
    "anything", "else",   "everybody", "everyone", "everything", "he",       "here",    "how",
    "it",       "nobody", "nothing",   "one",      "she",        "somebody", "someone", "something",
    "that",     "there",  "this",      "what",     "when",       "where",    "who",     "why"};
static_assert(std::is_sorted(before_is.begin(), before_is.end()));

constexpr Contraction split_at(std::string_view surface, std::size_t ending_size, key::Keyword word) {
    return {surface.substr(0, surface.size() - ending_size), key::spellings[word - 1], word};
}

}  // namespace

Contraction split_contraction(std::string_view surface) {
    const std::size_t size = surface.size();
    if (size >= 4 && surface.ends_with("n't")) return split_at(surface, 3, key::not_);
    if (size >= 4 && surface[size - 3] == '\'') {
        const std::string_view ending = surface.substr(size - 2);
        if (ending == "re") return split_at(surface, 3, key::are);
        if (ending == "ve") return split_at(surface, 3, key::have);
        if (ending == "ll") return split_at(surface, 3, key::will);
    }
    if (size >= 3 && surface[size - 2] == '\'') {
        const std::string_view stem = surface.substr(0, size - 2);
        switch (surface.back()) {
            case 'd':
                return split_at(surface, 2, key::would);
            case 'm':
                return split_at(surface, 2, key::am);
            case 's':
                if (stem == "let") return split_at(surface, 2, key::us);
                if (std::binary_search(before_is.begin(), before_is.end(), stem))
                    return split_at(surface, 2, key::is);
                return split_at(surface, 2, key::possessive);
            default:
                break;
        }
    }
    return {surface, {}, unknown_word};
}

}  // namespace attune
