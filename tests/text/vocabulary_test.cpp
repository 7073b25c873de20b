// SPDX-License-Identifier: MIT
#include "text/vocabulary.h"

#include <doctest/doctest.h>

#include <chrono>

#include "text/keywords.h"
#include "text/small_vocabulary.h"

using namespace attune;

namespace {

std::vector<std::byte> bytes_of(const VocabularyBuilder& builder) {
    BlobWriter writer;
    builder.write(writer);
    return writer.finish();
}

}  // namespace

TEST_CASE("keywords have the same ids in every vocabulary") {
    const VocabularyBuilder builder;
    CHECK(builder.find_word("i") == key::i);
    CHECK(builder.find_word("not") == key::not_);
    CHECK(builder.find_word("'s") == key::possessive);
    CHECK(builder.word_count() == key::end_);
}

TEST_CASE("every surface of a large vocabulary is found and nothing else") {
    VocabularyBuilder builder;
    for (int i = 0; i < 20000; ++i) builder.add_word("w" + std::to_string(i * 7919));
    const auto start = std::chrono::steady_clock::now();
    const testing::OwnedVocabulary owned(builder);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
    const Vocabulary& vocabulary = owned.get();
    for (int i = 0; i < 20000; ++i) {
        const std::string word = "w" + std::to_string(i * 7919);
        const SurfaceEntry* entry = vocabulary.find(word);
        REQUIRE(entry != nullptr);
        REQUIRE(vocabulary.spelling(entry->words[0]) == word);
        REQUIRE(vocabulary.find("x" + word) == nullptr);
    }
    CHECK(vocabulary.find("") == nullptr);
}

TEST_CASE("a surface form can stand for three words, whether its own word came before or after") {
    VocabularyBuilder builder;
    builder.add_word("idk");
    const WordId words[] = {builder.add_word("do"), builder.add_word("not"), builder.add_word("know")};
    builder.add_surface("idk", words);
    builder.add_word("idk");
    const testing::OwnedVocabulary owned(builder);
    const SurfaceEntry* entry = owned.get().find("idk");
    REQUIRE(entry != nullptr);
    CHECK(entry->count == 3);
    CHECK(owned.get().spelling(entry->words[2]) == "know");
}

TEST_CASE("the same words give the same bytes") {
    VocabularyBuilder one, two;
    for (VocabularyBuilder* builder : {&one, &two})
        for (const char* word : {"grief", "mum", "tired"}) builder->add_grammar(builder->add_word(word), 1);
    CHECK(bytes_of(one) == bytes_of(two));
}

TEST_CASE("an empty vocabulary finds nothing") {
    CHECK(Vocabulary().find("mum") == nullptr);
}
