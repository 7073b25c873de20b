// SPDX-License-Identifier: MIT
#include "text/passage.h"

#include "text/clauses.h"

namespace attune {
Span Passage::bytes(std::uint32_t first, std::uint32_t last) const {
    if (first >= last || last > tokens.size()) return {};
    return {tokens[first].begin, tokens[last - 1].end};
}

void read_passage(std::string_view text, const Vocabulary& vocabulary, Passage& out) {
    out.text = text;
    tokenize(text, vocabulary, out.tokens);
    find_clauses(vocabulary, out);
}

}  // namespace attune
