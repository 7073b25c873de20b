// SPDX-License-Identifier: MIT
#include "core/blob.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace attune;

namespace {

struct Pair {
    std::uint32_t a;
    std::uint16_t b;
    std::uint16_t c;
};

}  // namespace

TEST_CASE("what was written into a blob is found in it") {
    BlobWriter writer;
    writer.add(7, std::vector<std::uint64_t>{1, 2, 3});
    writer.add(3, std::vector<Pair>{{1, 2, 3}, {4, 5, 6}});
    writer.add(5, std::vector<char>{'a', 'b', 'c'});
    const auto bytes = writer.finish();

    const BlobView blob(bytes);
    CHECK(blob.get<std::uint64_t>(7).size() == 3);
    CHECK(blob.get<std::uint64_t>(7)[2] == 3);
    CHECK(blob.get<Pair>(3)[1].b == 5);
    CHECK(blob.get<char>(5).size() == 3);
    CHECK(reinterpret_cast<std::uintptr_t>(blob.get<std::uint64_t>(7).data()) % 8 == 0);
}

TEST_CASE("a section that was not written is empty") {
    CHECK(BlobView(BlobWriter().finish()).get<int>(1).empty());
    CHECK(BlobView().get<int>(1).empty());
}

TEST_CASE("equal sections give equal bytes, in whatever order they were added") {
    BlobWriter one, two;
    one.add(1, std::vector<int>{1});
    one.add(2, std::vector<char>{'x'});
    two.add(2, std::vector<char>{'x'});
    two.add(1, std::vector<int>{1});
    CHECK(one.finish() == two.finish());
}

TEST_CASE("bytes that are no blob are refused") {
    BlobWriter writer;
    writer.add(1, std::vector<int>{1, 2, 3});
    const auto good = writer.finish();

    auto cut = good;
    cut.resize(cut.size() - 8);
    CHECK_THROWS_WITH_AS(BlobView{cut}, "the compiled pack is cut short", std::runtime_error);

    auto strange = good;
    strange[0] = std::byte{'?'};
    CHECK_THROWS_WITH_AS(BlobView{strange}, "not a compiled pack", std::runtime_error);
    CHECK_THROWS_WITH_AS(BlobView{std::span(good).first(4)}, "not a compiled pack", std::runtime_error);

    auto other_build = good;
    other_build[8] = std::byte{99};
    CHECK_THROWS_WITH_AS(BlobView{other_build}, "this pack was compiled by another build of attune",
                         std::runtime_error);

    auto damaged = good;
    damaged[24 + 8] = std::byte{255};  // the first section's offset
    CHECK_THROWS_WITH_AS(BlobView{damaged}, "the compiled pack is damaged", std::runtime_error);
}

TEST_CASE("a section of another item size is of another build") {
    BlobWriter writer;
    writer.add(1, std::vector<std::uint16_t>{1, 2});
    const auto bytes = writer.finish();
    const BlobView blob(bytes);
    CHECK_THROWS_AS(static_cast<void>(blob.get<std::uint32_t>(1)), std::runtime_error);
}

TEST_CASE("a pool keeps equal texts once") {
    TextPool pool;
    const PoolText first = pool.add("calm");
    CHECK(pool.add("").size == 0);
    for (int i = 0; i < 1000; ++i) {
        const std::string text = "word" + std::to_string(i);
        const PoolText added = pool.add(text);
        CHECK(std::string_view(pool.chars().data() + added.begin, added.size) == text);
    }
    const std::size_t size = pool.chars().size();
    CHECK(pool.add("calm").begin == first.begin);
    CHECK(pool.add("word512").size == 7);
    CHECK(pool.chars().size() == size);
}
