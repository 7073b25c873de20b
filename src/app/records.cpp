// SPDX-License-Identifier: MIT
//
// Each line is parsed on demand where it lies (json_lines.h); only text that simdjson gives up is copied.
#include "app/records.h"

#include <simdjson.h>

#include "app/json_lines.h"
#include "app/json_writer.h"
#include "text/json_text.h"
#include "text/utf8.h"

namespace attune {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto end = text.find_last_not_of(" \t\r\n");
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

}  // namespace

namespace od = simdjson::ondemand;

struct Records::Reader {
    explicit Reader(Input& source) : lines(source) {}

    void read_object(const JsonLine& line, Record& out);
    void read_fields(od::object& object, Record& out);
    std::string_view text_of(od::value& value, std::string_view field, std::string& kept, std::string& error);
    void read_id(od::value& value, Record& out);

    JsonLines lines;
    od::parser parser;
    std::string id, mended, statement, reply;
};

std::string_view Records::Reader::text_of(od::value& value, std::string_view field, std::string& kept,
                                          std::string& error) {
    std::string_view text;
    if (value.get_string().get(text) == simdjson::SUCCESS) return text;
    od::json_type type{};
    if (value.type().get(type) == simdjson::SUCCESS && type == od::json_type::string) {
        // Lone surrogates: simdjson gives them up, we read them as U+FFFD.
        if (auto unescaped = unescape_json(value.raw_json_token())) {
            kept = std::move(*unescaped);
            return kept;
        }
        error = "`" + std::string(field) + "` holds an escape that JSON does not know";
    } else {
        error = "`" + std::string(field) + "` is not a string";
    }
    return {};
}

void Records::Reader::read_id(od::value& value, Record& out) {
    bool is_null = false;
    if (value.is_null().get(is_null) == simdjson::SUCCESS && is_null) return;  // as good as none
    od::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS) type = od::json_type::null;
    if (type == od::json_type::number) {
        const auto number = trimmed(value.raw_json_token());
        if (is_json_number(number)) {
            id = number;
            out.id = id;
            return;
        }
    }
    if (type == od::json_type::string) {
        std::string kept;
        const auto text = text_of(value, "id", kept, out.error);
        if (!out.error.empty()) return;
        id.clear();
        JsonWriter(id).string(text);
        out.id = id;
        return;
    }
    out.error = "`id` is neither a string nor a number";
}

void Records::Reader::read_fields(od::object& object, Record& out) {
    bool replied = false;
    for (auto field : object) {
        std::string_view name;
        od::value value;
        if (field.unescaped_key().get(name) != simdjson::SUCCESS ||
            field.value().get(value) != simdjson::SUCCESS) {
            out.error = "not a JSON object";
            return;
        }
        if (name == "id") {
            read_id(value, out);
        } else if (name == "reply") {
            out.reply = text_of(value, name, reply, out.error);
            replied = true;
        } else if (name == "statement") {
            od::json_type type{};
            if (value.type().get(type) == simdjson::SUCCESS && type == od::json_type::null) {
                if (value.is_null()) out.statement.reset();
            } else {
                out.statement = text_of(value, name, statement, out.error);
            }
        }
        if (!out.error.empty()) return;
    }
    if (!replied) out.error = "`reply` is missing";
}

void Records::Reader::read_object(const JsonLine& line, Record& out) {
    od::document document;
    auto problem = parser.iterate(line.text.data(), line.text.size(), line.readable).get(document);
    if (problem == simdjson::UTF8_ERROR) {
        mended = valid_utf8(line.text);
        const std::size_t size = mended.size();
        mended.resize(size + simdjson::SIMDJSON_PADDING);
        problem = parser.iterate(mended.data(), size, mended.size()).get(document);
    }
    od::object object;
    if (problem == simdjson::SUCCESS) problem = document.get_object().get(object);
    if (problem != simdjson::SUCCESS) {
        out.error =
            problem == simdjson::INCORRECT_TYPE ? "not a JSON object" : "not JSON: a line holds one object";
        return;
    }
    read_fields(object, out);
    const char* rest = nullptr;
    if (out.error.empty() && document.current_location().get(rest) == simdjson::SUCCESS)
        out.error = "something follows the object on its line";
}

Records::Records(Input& input) : reader_(std::make_unique<Reader>(input)) {}
Records::~Records() = default;

bool Records::next(Record& out) {
    JsonLine line;
    if (!reader_->lines.next(line)) return false;
    out.line = line.number;
    out.id = {};
    out.statement.reset();
    out.reply = {};
    out.error.clear();
    if (line.too_long)
        out.error = line_too_long;
    else
        reader_->read_object(line, out);
    return true;
}

}  // namespace attune
