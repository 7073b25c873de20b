// SPDX-License-Identifier: MIT
#include "rules/stream.h"

namespace attune {
namespace {

bool asks(const Passage& passage, const Sentence& sentence) {
    for (std::uint32_t t = sentence.last; t > sentence.first; --t) {
        const auto& token = passage.tokens[t - 1];
        if (token.kind == TokenKind::question) return true;
        if (token.is_word()) return false;
    }
    return false;
}

bool ends_with_comma(const std::vector<StreamItem>& stream) {
    return stream.back().is_mark && stream.back().word == static_cast<WordId>(Mark::comma);
}

}  // namespace

void make_stream(const Passage& passage, std::vector<StreamItem>& out) {
    out.clear();
    const auto token_count = static_cast<std::uint32_t>(passage.tokens.size());
    const auto mark = [&](Mark m, std::uint32_t token) {
        out.push_back({token, static_cast<WordId>(m), true});
    };
    mark(Mark::reply_start, 0);
    for (std::size_t s = 0; s < passage.sentences.size(); ++s) {
        const Sentence& sentence = passage.sentences[s];
        mark(Mark::sentence_start, sentence.first);
        if (sentence.features & feature::own_story) mark(Mark::own_story, sentence.first);
        std::uint32_t end = sentence.first;  // past the last word
        for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
            const Clause& clause = passage.clauses[c];
            bool opened = false;
            for (std::uint32_t t = clause.first; t < clause.last; ++t) {
                const Token& token = passage.tokens[t];
                if (token.is_word()) {
                    if (!opened) mark(Mark::clause_start, t), opened = true;
                    if (t == clause.order) mark(Mark::order, t);
                    out.push_back({t, token.word, false});
                    end = t + 1;
                } else if (token.kind == TokenKind::comma && !ends_with_comma(out)) {
                    mark(Mark::comma, t);
                }
            }
        }
        mark(Mark::sentence_end, end);
        if (asks(passage, sentence)) mark(Mark::asked, end);
        if (s + 1 < passage.sentences.size()) mark(Mark::full_stop, end);
    }
    mark(Mark::reply_end, token_count);
}

}  // namespace attune
