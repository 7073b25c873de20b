// SPDX-License-Identifier: MIT
//
// The clause reader with the shipped lexicon: everyday sentences, read as a person would.
#include <doctest/doctest.h>

#include "packs/builtin.h"
#include "rules/knowledge.h"
#include "text/features.h"
#include "text/passage.h"

using namespace attune;

namespace {

const Vocabulary& shipped() {
    static const Knowledge knowledge(builtin_blob());
    return knowledge.vocabulary();
}

Passage read(std::string_view text) {
    Passage passage;
    read_passage(text, shipped(), passage);
    return passage;
}

std::string orders(std::string_view text) {
    const Passage passage = read(text);
    std::string out;
    for (const Clause& clause : passage.clauses)
        if (clause.order != Clause::none)
            out += (out.empty() ? "" : " ") + std::string(passage.tokens[clause.order].span().of(text));
    return out;
}

}  // namespace

TEST_CASE("its is read as it is where nothing owned comes next") {
    const auto words = [](std::string_view text) {
        std::string out;
        for (const Token& token : read(text).tokens)
            if (token.is_word())
                out += (out.empty() ? "" : " ") + std::string(shipped().spelling(token.word));
        return out;
    };
    CHECK(words("its ok") == "it is ok");
    CHECK(words("well its not fair but its a lot") == "well it is not fair but it is a lot");
    CHECK(words("Its really hard. its sad") == "it is really hard it is sad");
    CHECK(words("the dog hurt its own leg").find("it is") == std::string::npos);
    CHECK(words("look at its big house").find("it is") == std::string::npos);
    CHECK(words("its") == "its");
}

TEST_CASE("the shipped lexicon finds orders in ordinary talk") {
    CHECK(orders("that sucks dude just call him") == "call");
    CHECK(orders("Take a deep breath and calm down, then think about the good times.") == "Take calm think");
    CHECK(orders("Next time write it down.") == "write");
    CHECK(orders("Dont even give him the satisfaction") == "give");
    CHECK(orders("if he shouts again, leave the room") == "leave");
}

TEST_CASE("the shipped lexicon finds no order where none is given") {
    for (const char* text :
         {"Hope you feel better soon", "Sounds like a rough week", "Work stress is the worst",
          "Love your attitude", "Big hugs", "Thank you for telling me", "Been there",
          "Can't imagine how that feels", "Don't know what to say"}) {
        CAPTURE(text);
        CHECK(orders(text).empty());
    }
}

TEST_CASE("the shipped lexicon tells questions apart") {
    CHECK(read("How are you holding up?").open_questions == 1);
    CHECK(read("have you talked to your manager").closed_questions == 1);
    CHECK(read("Could you tell me more about what happened?").open_questions == 1);
    CHECK((read("Why did you lie to her?").features & feature::why_question) != 0);
    CHECK(read("I know what you mean.").open_questions == 0);
}

TEST_CASE("hostile texts are read in linear time") {
    for (const char* piece :
         {"\"", ".", "a", "'", "a.", "if you ", "not ", "?", "and ", "“", "(", ":)", "just call him "}) {
        std::string text;
        while (text.size() < 1'000'000) text += piece;
        CAPTURE(piece);
        CHECK(read(text).text.size() == text.size());
    }
}
