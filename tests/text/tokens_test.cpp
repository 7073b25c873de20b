// SPDX-License-Identifier: MIT
#include "text/tokens.h"

#include <doctest/doctest.h>

#include "text/small_vocabulary.h"

using namespace attune;
using testing::small_english;

namespace {

// Tokens as they stand in the text, parted by blanks.
std::string cut(std::string_view text) {
    std::vector<Token> tokens;
    tokenize(text, small_english(), tokens);
    std::string out;
    for (const Token& token : tokens) out += (out.empty() ? "" : " ") + std::string(token.span().of(text));
    return out;
}

// The words they stand for; "?" for one that is unknown.
std::string words(std::string_view text) {
    std::vector<Token> tokens;
    tokenize(text, small_english(), tokens);
    std::string out;
    for (const Token& token : tokens) {
        if (!token.is_word()) continue;
        const std::string_view word = small_english().spelling(token.word);
        out += (out.empty() ? "" : " ") + std::string(word.empty() ? "?" : word);
    }
    return out;
}

std::vector<TokenKind> kinds(std::string_view text) {
    std::vector<Token> tokens;
    tokenize(text, small_english(), tokens);
    std::vector<TokenKind> out;
    for (const Token& token : tokens) out.push_back(token.kind);
    return out;
}

}  // namespace

TEST_CASE("case, curly apostrophes and missing apostrophes do not hide a word") {
    CHECK(words("CALL Him") == "call him");
    CHECK(words("you’re You're youre") == "you are you are you are");
    CHECK(words("dont don't don’t") == "do not do not do not");
    CHECK(words("can't won't") == "can not will not");
    CHECK(words("idk") == "do not know");
}

TEST_CASE("a contraction is parted at its apostrophe in the text") {
    CHECK(cut("you're") == "you 're");
    CHECK(cut("don’t") == "do n’t");
    CHECK(cut("youre") == "youre youre");
    CHECK(cut("mum's") == "mum 's");
}

TEST_CASE("stretched letters are squeezed to two, then to one") {
    CHECK(words("soooo") == "so");
    CHECK(words("callll") == "call");
    CHECK(words("pleaseee") == "please");
    CHECK(words("youuu") == "you");
    CHECK(words("soo") == "so");
    std::vector<Token> tokens;
    tokenize("sooo", small_english(), tokens);
    CHECK((tokens[0].flags & stretched) != 0);
}

TEST_CASE("shouting and capitals are noted") {
    std::vector<Token> tokens;
    tokenize("STOP I Call", small_english(), tokens);
    CHECK((tokens[0].flags & shouted) != 0);
    CHECK((tokens[1].flags & shouted) == 0);
    CHECK((tokens[2].flags & capitalised) != 0);
}

TEST_CASE("numbers, abbreviations and addresses are one word and end no sentence") {
    CHECK(cut("3.5 7:30 1,000") == "3.5 7:30 1,000");
    CHECK(cut("Dr. Brown at 5 a.m. today") == "Dr. Brown at 5 a.m. today");
    CHECK(cut("e.g. this, etc. and the U.S. too") == "e.g. this , etc. and the U.S. too");
    CHECK(cut("see https://a.example/x?y=1. ok") == "see https://a.example/x?y=1 . ok");
    CHECK(cut("mail jane.doe@mail.example or go to site.com/help!") ==
          "mail jane.doe@mail.example or go to site.com/help !");
    CHECK(cut("so sad.I know") == "so sad . I know");
}

TEST_CASE("an abbreviation's dot ends a sentence when a capital follows") {
    CHECK(kinds("at 5 a.m. Then").at(3) == TokenKind::stop);
    CHECK(kinds("and so on, etc. You").at(5) == TokenKind::stop);
}

TEST_CASE("smileys in ASCII and pictographs are emoji, with what joins them") {
    for (const char* text : {":(", ":)", ";)", "<3", ":/", ":'(", "xD", ":-)", ":(((", "😢", "❤️",
                             "👍🏽", "👩‍👧"}) {
        CAPTURE(text);
        CHECK(kinds(text) == std::vector{TokenKind::emoji});
    }
    CHECK(kinds("hell:no") == std::vector{TokenKind::word, TokenKind::colon, TokenKind::word});
}

TEST_CASE("marks are told apart") {
    using K = TokenKind;
    CHECK(kinds("a?! a!! a... a… a -- a") == std::vector{K::word, K::question, K::word, K::exclamation,
                                                         K::word, K::ellipsis, K::word, K::ellipsis, K::word,
                                                         K::dash, K::word});
    CHECK(kinds("\"a\" “a” (a) a;\n\n") == std::vector{K::quote_open, K::word, K::quote_close, K::quote_open,
                                                       K::word, K::quote_close, K::bracket, K::word,
                                                       K::bracket, K::word, K::semicolon, K::newline});
}

TEST_CASE("an apostrophe before a word is a word's own when the vocabulary knows it, else a quotation mark") {
    CHECK(words("'cause") == "because");
    CHECK(kinds("'call him'").front() == TokenKind::quote_open);
    CHECK(kinds("'call him'").back() == TokenKind::quote_close);
}

TEST_CASE("any bytes are cut, and every token lies inside the text in order") {
    std::string text;
    for (int round = 0; round < 3; ++round)
        for (int c = 0; c < 256; ++c) text += static_cast<char>((c * 37 + round * 11) & 0xFF);
    std::vector<Token> tokens;
    tokenize(text, small_english(), tokens);
    std::uint32_t at = 0;
    for (const Token& token : tokens) {
        CHECK(token.begin >= at);
        CHECK(token.end > token.begin);
        CHECK(token.end <= text.size());
        at = token.begin;
    }
}
