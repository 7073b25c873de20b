// SPDX-License-Identifier: MIT
#include "app/json_writer.h"

#include <doctest/doctest.h>

#include "text/json_text.h"

using namespace attune;

namespace {

std::string written(std::string_view text) {
    std::string out;
    JsonWriter(out).string(text);
    return out;
}

std::string confidence(float value) {
    std::string out;
    JsonWriter(out).confidence(value);
    return out;
}

}  // namespace

TEST_CASE("commas stand between values and nowhere else") {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.key("a");
    json.begin_array();
    json.end_array();
    json.key("b");
    json.begin_array();
    json.number(1);
    json.begin_object();
    json.end_object();
    json.string("x");
    json.end_array();
    json.key("c");
    json.boolean(true);
    json.end_object();
    CHECK(out == R"({"a":[],"b":[1,{},"x"],"c":true})");
}

TEST_CASE("a string is escaped where JSON asks for it and kept elsewhere") {
    CHECK(written("say \"hi\" \\ \n\t\r\x01\x1f\x7f") == R"("say \"hi\" \\ \n\t\r\u0001\u001f\u007f")");
    CHECK(written("na\xc3\xafve \xf0\x9f\x98\x80") == "\"na\xc3\xafve \xf0\x9f\x98\x80\"");
    CHECK(written("") == "\"\"");
}

TEST_CASE("bytes that are not UTF-8 are written as replacement characters") {
    CHECK(written("a\xff"
                  "b\xc3") ==
          "\"a\xef\xbf\xbd"
          "b\xef\xbf\xbd\"");
    CHECK(written("\xed\xa0\x80").find('\xed') == std::string::npos);  // a surrogate in UTF-8's clothes
}

TEST_CASE("a confidence keeps to its side of the flag and above nothing") {
    CHECK(confidence(0.5F) == "0.50");
    CHECK(confidence(0.4999F) == "0.49");
    CHECK(confidence(0.58F) == "0.58");
    CHECK(confidence(0.001F) == "0.01");
    CHECK(confidence(0.07F) == "0.07");
    CHECK(confidence(0.999F) == "1.0");
}

TEST_CASE("lone surrogates become replacement characters and pairs become one code point") {
    CHECK(unescape_json(R"("a\ud83d\ude00b")") ==
          "a\xf0\x9f\x98\x80"
          "b");
    CHECK(unescape_json(R"("\ud83d")") == "\xef\xbf\xbd");
    CHECK(unescape_json(R"("\ud83d\u0041")") ==
          "\xef\xbf\xbd"
          "A");
    CHECK(unescape_json(R"("\ude00\n\u00e9")") == "\xef\xbf\xbd\n\xc3\xa9");
    CHECK_FALSE(unescape_json(R"("\ud83d\u00")").has_value());
    CHECK_FALSE(unescape_json(R"("\x")").has_value());
    CHECK_FALSE(unescape_json("\"open").has_value());
}

TEST_CASE("a JSON number is one whatever its size") {
    for (const char* number : {"0", "-1", "12345678901234567890123", "1.50", "1e9", "-2.5E-3"})
        CHECK_MESSAGE(is_json_number(number), number);
    for (const char* other : {"", "-", "01", "1.", ".5", "1e", "0x1", "1 2", "NaN"})
        CHECK_MESSAGE(!is_json_number(other), other);
}
