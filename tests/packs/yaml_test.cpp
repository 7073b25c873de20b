// SPDX-License-Identifier: MIT
//
// What is no YAML of the plain kind that packs use.
#include "packs/yaml.h"

#include <doctest/doctest.h>

using namespace attune;

namespace {

std::string problems_of_text(const std::string& text) {
    const PackFile file{"a.yaml", "a.yaml", text};
    Diagnostics problems;
    const Source source(file, problems);
    const bool parsed = source.parse().has_value();
    CHECK(parsed != problems.failed());
    return problems.render();
}

std::string nested(const std::string& open, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += open;
    return out;
}

}  // namespace

TEST_CASE("every value knows where it stands") {
    const PackFile file{"a.yaml", "a.yaml", "naïve: {é: [x, \"ä b\"]}\r\nlast: 'it''s'\r\n"};
    Diagnostics problems;
    const Source source(file, problems);
    const auto root = source.parse();
    REQUIRE(root);
    const Yaml& list = root->entries[0].value.entries[0].value;
    source.error(list.items[1], "this");
    source.error(root->entries[1].value, Span{2, 4}, "that");
    CHECK(problems.render() ==
          "a.yaml:1:16: error: this\n"
          "1 | naïve: {é: [x, \"ä b\"]}\n"
          "  |                ^^^^^\n"
          "a.yaml:2:10: error: that\n"
          "2 | last: 'it''s'\n"
          "  |          ^^^\n");
}

TEST_CASE("anchors, aliases and tags are refused") {
    CHECK(problems_of_text("a: &x [1]\n") ==
          "a.yaml:1:4: error: anchors and aliases are not used in packs\n"
          "1 | a: &x [1]\n"
          "  |    ^ help: write the value out\n");
    CHECK(problems_of_text("a: !!binary xyz\n") ==
          "a.yaml:1:4: error: tags are not used in packs\n"
          "1 | a: !!binary xyz\n"
          "  |    ^ help: leave `tag:yaml.org,2002:binary` out\n");
}

TEST_CASE("a file holds one document") {
    CHECK(problems_of_text("a: 1\n---\nb: 2\n") ==
          "a.yaml:2:1: error: a second document starts here\n"
          "2 | ---\n"
          "  | ^ help: a pack's file holds one\n");
    CHECK(problems_of_text("") ==
          "a.yaml: error: nothing stands in this file\n"
          "  help: delete it or fill it\n");
    CHECK(problems_of_text("# a note\n") ==
          "a.yaml: error: nothing stands in this file\n"
          "  help: delete it or fill it\n");
}

TEST_CASE("what is no YAML is told where it ends to be") {
    CHECK(problems_of_text("a: [1, 2\nb: 3\n").find("a.yaml:") == 0);
    CHECK(problems_of_text("a: \"it\\\"s open\nb: c\n") ==
          "a.yaml:1:4: error: this quotation mark is never closed\n"
          "1 | a: \"it\\\"s open\n"
          "  |    ^\n");
    CHECK(problems_of_text("a: 'it''s open\n").find("this quotation mark is never closed") !=
          std::string::npos);
    CHECK(problems_of_text("a: 'it''s'\n") == "");
    CHECK(problems_of_text("- a\nb: c\n") ==
          "a.yaml:2:1: error: this does not belong to what stands above\n"
          "2 | b: c\n"
          "  | ^ help: look at its indent\n");
    CHECK(problems_of_text("a: b: c\n") ==
          "a.yaml:1:5: error: this is not YAML: illegal map value\n"
          "1 | a: b: c\n"
          "  |     ^ help: look for a missing quotation mark, colon or indent\n");
}

TEST_CASE("bytes that are no text are refused") {
    CHECK(problems_of_text("a: b\xff\n") ==
          "a.yaml:1:5: error: this byte is not text\n"
          "1 | a: b\xef\xbf\xbd\n"
          "  |     ^ help: save the file as UTF-8\n");
    CHECK(problems_of_text(std::string("a: \0b", 5)).find("this byte is not text") != std::string::npos);
}

TEST_CASE("bombs are refused") {
    CHECK(problems_of_text("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n").find("anchors") !=
          std::string::npos);
    CHECK(problems_of_text(nested("[", 100'000)).find("this is nested too deep") != std::string::npos);
    CHECK(problems_of_text(nested("{a: ", 100'000)).find("this is nested too deep") != std::string::npos);
    CHECK(problems_of_text(nested("- ", 100'000)).find("this is nested too deep") != std::string::npos);
    CHECK(problems_of_text("[" + nested("x,", 500'000) + "x]").find("this file holds too much") !=
          std::string::npos);
    CHECK(problems_of_text(std::string(5U << 20U, 'x')) ==
          "a.yaml: error: this file is larger than 4 MiB\n"
          "  help: split it in two\n");
}
