// SPDX-License-Identifier: MIT
//
// A block of bytes is read, its lines are cut with memchr and each is handed to simdjson where it lies:
// nothing is copied, and a broken line cannot harm its neighbours. simdjson wants readable padding behind a
// line; the next line is that, and the buffer ends with room to spare.
#include "app/records.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "app/json_text.h"
#include "app/json_writer.h"
#include "text/utf8.h"

namespace attune {
namespace {

constexpr std::size_t block = 1U << 18;

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    const auto end = text.find_last_not_of(" \t\r\n");
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

}  // namespace

namespace od = simdjson::ondemand;

struct Records::Reader {
    explicit Reader(Input& source) : input(source), buffer(block + simdjson::SIMDJSON_PADDING) {}

    // The next line without its break; nothing at the end. `too_long`: the line was dropped.
    bool next_line(std::string_view& line, bool& too_long);
    bool fill();
    void read_object(std::string_view line, Record& out);
    void read_fields(od::object& object, Record& out);
    std::string_view text_of(od::value& value, std::string_view field, std::string& kept, std::string& error);
    void read_id(od::value& value, Record& out);

    Input& input;
    std::vector<char> buffer;
    std::size_t begin = 0, end = 0;  // bytes that were read and not yet used
    std::uint64_t line_number = 0;
    bool ended = false;
    od::parser parser;
    std::string id, mended, statement, reply;
};

bool Records::Reader::fill() {
    if (ended) return false;
    std::memmove(buffer.data(), buffer.data() + begin, end - begin);
    end -= begin;
    begin = 0;
    const std::size_t room = buffer.size() - simdjson::SIMDJSON_PADDING - end;
    if (room < block / 2) {
        buffer.resize(std::min(buffer.size() * 2, longest + block + simdjson::SIMDJSON_PADDING));
    }
    const std::size_t got = input.read(buffer.data() + end, buffer.size() - simdjson::SIMDJSON_PADDING - end);
    end += got;
    ended = got == 0;
    return !ended;
}

bool Records::Reader::next_line(std::string_view& line, bool& too_long) {
    too_long = false;
    std::size_t searched = begin;
    for (;;) {
        const char* from = buffer.data() + searched;
        if (const void* found = std::memchr(from, '\n', end - searched)) {
            const auto newline = static_cast<std::size_t>(static_cast<const char*>(found) - buffer.data());
            line = {buffer.data() + begin, newline - begin};
            too_long = too_long || line.size() > longest;
            begin = newline + 1;
            ++line_number;
            return true;
        }
        if (end - begin > longest) {  // drop it as it comes in
            too_long = true;
            begin = end;
        }
        searched = end - begin;
        if (!fill()) break;
    }
    line = {buffer.data() + begin, end - begin};
    begin = end;
    if (line.empty() && !too_long) return false;
    ++line_number;
    return true;
}

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

void Records::Reader::read_object(std::string_view line, Record& out) {
    const std::size_t readable = buffer.size() - static_cast<std::size_t>(line.data() - buffer.data());
    od::document document;
    auto problem = parser.iterate(line.data(), line.size(), readable).get(document);
    if (problem == simdjson::UTF8_ERROR) {
        mended = valid_utf8(line);
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
    std::string_view line;
    bool too_long = false;
    do {
        if (!reader_->next_line(line, too_long)) return false;
        if (reader_->line_number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    } while (!too_long && is_blank(line));
    out.line = reader_->line_number;
    out.id = {};
    out.statement.reset();
    out.reply = {};
    out.error.clear();
    if (too_long)
        out.error = "the line is longer than " + std::to_string(longest >> 20) + " MiB";
    else
        reader_->read_object(line, out);
    return true;
}

}  // namespace attune
