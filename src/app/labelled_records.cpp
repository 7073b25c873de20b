// SPDX-License-Identifier: MIT
//
// A line is read in two steps: its fields as they come, then what needs several of them (marked words lie in
// the reply, which may come last).
#include "app/labelled_records.h"

#include <simdjson.h>

#include <algorithm>
#include <string>

#include "app/json_lines.h"
#include "app/json_writer.h"
#include "core/suggest.h"
#include "text/json_text.h"
#include "text/utf8.h"

namespace attune {
namespace {

namespace od = simdjson::ondemand;

constexpr std::string_view a_line =
    R"(a line holds one object, such as {"reply": "…", "labels": {"fixing": 1}})";

// The control characters of a text as spaces: it keeps its columns and cannot harm a screen.
std::string calm(std::string_view line) {
    std::string out = valid_utf8(line);
    for (char& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return printable(out);
}

// Where to cut a text after so many code points; nothing when it has fewer.
std::optional<std::uint32_t> byte_of(std::string_view text, std::int64_t code_points) {
    std::size_t byte = 0;
    for (; code_points > 0 && byte < text.size(); --code_points) byte += decode_utf8(text, byte).size;
    if (code_points != 0) return std::nullopt;
    return static_cast<std::uint32_t>(byte);
}

// Thrown and caught within a line: the rest of it is not read.
struct Misread {};

class LineOfLabels {
  public:
    LineOfLabels(const Knowledge& knowledge, const std::string& file, const JsonLine& line,
                 od::parser& parser, Diagnostics& problems)
        : k_(knowledge), line_(line), text_(line.text), parser_(parser), problems_(problems) {
        case_.file = file;
        case_.line = line.number;
        case_.labels.assign(label_count(knowledge), Gold::unknown);
    }

    // Nothing when the line has a mistake.
    std::optional<LabelledCase> read() {
        try {
            if (line_.too_long) fail(text_.data(), std::string(line_too_long), "shorten it, or split it");
            read_object();
            place_marks();
        } catch (const Misread&) {
        }
        if (failed_) return std::nullopt;
        return std::move(case_);
    }

  private:
    struct Mark {
        LabelId label;
        const char* at;  // where the line says so
        std::int64_t begin, end;
        std::optional<std::string> quote;  // in place of begin and end
    };

    void note(const char* at, std::string message, std::string help, std::size_t width = 1) {
        failed_ = true;
        Diagnostic problem;
        problem.place.file = case_.file;
        problem.place.line = static_cast<std::uint32_t>(line_.number);
        const bool inside = at >= text_.data() && at <= text_.data() + text_.size();
        const std::size_t byte = inside ? static_cast<std::size_t>(at - text_.data()) : 0;
        problem.place.column = static_cast<std::uint32_t>(count_code_points(text_.substr(0, byte)) + 1);
        problem.width = static_cast<std::uint32_t>(width);
        problem.message = std::move(message);
        problem.help = std::move(help);
        if (!line_.too_long) problem.source_line = calm(text_);
        problems_.add(std::move(problem));
    }
    [[noreturn]] void fail(const char* at, std::string message, std::string help, std::size_t width = 1) {
        note(at, std::move(message), std::move(help), width);
        throw Misread{};
    }

    // What simdjson gives, or the end of this line.
    template <class T>
    T got(simdjson::simdjson_result<T> result) {
        T value;
        if (std::move(result).get(value) == simdjson::SUCCESS) return value;
        fail(reached_, "what follows here is not JSON", std::string(a_line));
    }

    static std::string_view token(od::value& value) {
        const std::string_view raw = value.raw_json_token();
        const auto end = raw.find_last_not_of(" \t\r\n");
        return raw.substr(0, end == std::string_view::npos ? 0 : end + 1);
    }

    static bool is_null(od::value& value) { return token(value) == "null"; }

    void read_object() {
        od::document document;
        auto problem = parser_.iterate(text_.data(), text_.size(), line_.readable).get(document);
        if (problem == simdjson::UTF8_ERROR) {
            mended_ = valid_utf8(text_);
            const std::size_t size = mended_.size();
            mended_.resize(size + simdjson::SIMDJSON_PADDING);
            text_ = std::string_view(mended_).substr(0, size);
            problem = parser_.iterate(text_.data(), size, mended_.size()).get(document);
        }
        reached_ = text_.data();
        od::object object;
        if (problem == simdjson::SUCCESS) problem = document.get_object().get(object);
        if (problem != simdjson::SUCCESS) fail_as_a_whole(problem);
        for (auto field : object) read_field(field);
        const char* rest = nullptr;
        if (document.current_location().get(rest) == simdjson::SUCCESS)
            fail(rest, "something follows the object on its line", "give each object a line of its own");
        if (!replied_) note(text_.data(), "`reply` is missing", std::string(a_line));
        if (!labelled_ && !case_.rating)
            note(text_.data(), "nothing is labelled here",
                 "add `labels`, or `mis` and `moves`, or a `rating`");
    }

    // What simdjson sees before it looks at any field.
    [[noreturn]] void fail_as_a_whole(simdjson::error_code problem) {
        const std::size_t quote = text_.rfind('"');
        if (problem == simdjson::UNCLOSED_STRING && quote != std::string_view::npos)
            fail(text_.data() + quote, "a string is not closed",
                 R"(a quotation mark within a text is written \")");
        const std::size_t end = text_.find_last_not_of(" \t\r");
        if (text_.starts_with('{') && text_[end] != '}')
            fail(text_.data() + end, "the line does not end with its object", std::string(a_line));
        fail(text_.data(), "not a JSON object", std::string(a_line));
    }

    std::string_view name_of(od::field& field) {
        reached_ = field.key().raw();
        return got(field.unescaped_key());
    }

    void read_field(simdjson::simdjson_result<od::field> result) {
        od::field field = got(result);
        const std::string name{name_of(field)};
        od::value value = field.value();
        const char* at = token(value).data();
        reached_ = at;
        if (name == "id") {
            read_id(value);
        } else if (name == "reply") {
            case_.reply = string_of(value, name);
            replied_ = true;
        } else if (name == "statement") {
            if (!is_null(value)) case_.statement = string_of(value, name);
        } else if (name == "rating") {
            if (!is_null(value)) read_rating(value);
        } else if (name == "labels" || name == "mis" || name == "moves") {
            open_labels(name, at);
            if (name == "labels") each_label(value, name, [&](LabelId l, od::value& v) { read_label(l, v); });
            if (name == "mis") read_quotes(value);
            if (name == "moves") read_moves(value);
        } else if (name == "spans") {
            if (!is_null(value))
                each_label(value, name, [&](LabelId label, od::value& span) { read_span(label, span); });
        }
    }

    void read_id(od::value& value) {
        const std::string_view raw = token(value);
        if (raw == "null") return;
        if (raw.starts_with('"'))
            JsonWriter(case_.id).string(string_of(value, "id"));
        else if (is_json_number(raw))
            case_.id = raw;
        else
            note(raw.data(), "`id` is neither a string nor a number", "quote it", raw.size());
    }

    std::string string_of(od::value& value, std::string_view field) {
        const std::string_view raw = token(value);
        std::string_view text;
        if (raw.starts_with('"')) {
            if (value.get_string().get(text) == simdjson::SUCCESS) return std::string(text);
            if (auto unescaped = unescape_json(raw)) return std::move(*unescaped);  // half a surrogate
        }
        fail(raw.data(), "`" + std::string(field) + "` is not a string", "write it in double quotes");
    }

    void read_rating(od::value& value) {
        const std::string_view raw = token(value);
        double rating = 0;
        if (value.get_double().get(rating) != simdjson::SUCCESS || !(rating >= 1 && rating <= 5))
            fail(raw.data(), "`rating` is not a number from 1 to 5",
                 "1 would feel dismissed, 5 would feel heard; null where nobody rated", raw.size());
        case_.rating = rating;
    }

    // `labels` tells yes and no; `mis` and `moves` tell only the yes. Both together would leave it open what
    // is meant by a label that only one of them has.
    void open_labels(const std::string& name, const char* at) {
        const bool full = name == "labels";
        if (labelled_ && full != full_)
            fail(at, "`labels` stands beside `mis` or `moves`", "keep one of the two shapes");
        labelled_ = true;
        full_ = full;
        if (full) return;
        for (std::size_t label = 0; label < case_.labels.size(); ++label)
            if (is_pattern(k_, static_cast<LabelId>(label)) == (name == "mis"))
                case_.labels[label] = Gold::no;
    }

    template <class Read>
    void each_label(od::value& value, const std::string& name, Read read) {
        od::object object;
        if (value.get_object().get(object) != simdjson::SUCCESS)
            fail(reached_, "`" + name + "` is not an object", R"(write it as {"fixing": …})");
        for (auto result : object) {
            od::field field = got(result);
            const std::string label_text{name_of(field)};
            const char* at = reached_;
            od::value inner = field.value();
            const auto label = label_named(label_text, at);
            reached_ = token(inner).data();
            if (label) read(*label, inner);
        }
    }

    std::optional<LabelId> label_named(std::string_view name, const char* at) {
        const auto label = find_label(k_, name);
        if (label) return label;
        std::vector<std::string> known;
        for (std::size_t i = 0; i < label_count(k_); ++i)
            known.emplace_back(label_name(k_, static_cast<LabelId>(i)));
        const std::string near = did_you_mean(name, known);
        note(at, "`" + printable(name) + "` is neither a pattern nor a move",
             near.empty() ? "`attune explain` lists them all" : "did you mean `" + near + "`?",
             count_code_points(name));
        return std::nullopt;
    }

    void read_label(LabelId label, od::value& value) {
        const std::string_view raw = token(value);
        if (raw == "1" || raw == "true")
            case_.labels[label] = Gold::yes;
        else if (raw == "0" || raw == "false")
            case_.labels[label] = Gold::no;
        else if (raw == "null")
            case_.labels[label] = Gold::unknown;
        else
            fail(raw.data(), "a label is 1, 0 or null", "null, or no label at all, where nobody is scored");
    }

    void read_span(LabelId label, od::value& value) {
        const char* at = reached_;
        const std::string help = "two numbers, the first and the one behind the last: [0, 12]";
        od::array ends;
        if (value.get_array().get(ends) != simdjson::SUCCESS) fail(at, "a span is a list", help);
        std::int64_t numbers[2] = {};
        std::size_t count = 0;
        for (auto end : ends) {
            std::int64_t number = 0;
            if (count == 2 || end.get_int64().get(number) != simdjson::SUCCESS)
                fail(at, "a span is two whole numbers", help);
            numbers[count++] = number;
        }
        if (count < 2) fail(at, "a span is two whole numbers", help);
        marks_.push_back({label, at, numbers[0], numbers[1], std::nullopt});
    }

    void read_quotes(od::value& value) {
        each_label(value, "mis", [&](LabelId label, od::value& quote) {
            const char* at = reached_;
            if (!is_pattern(k_, label))
                fail(at, "`" + std::string(label_name(k_, label)) + "` is a move, not a miss",
                     "move it to `moves`");
            case_.labels[label] = Gold::yes;
            if (is_null(quote)) return;
            std::string words = string_of(quote, label_name(k_, label));
            if (!words.empty()) marks_.push_back({label, at, 0, 0, std::move(words)});
        });
    }

    void read_moves(od::value& value) {
        od::array moves;
        const char* at = reached_;
        if (value.get_array().get(moves) != simdjson::SUCCESS)
            fail(at, "`moves` is not a list", R"(write it as ["naming", "asking"])");
        for (auto item : moves) {
            od::value move = got(item);
            reached_ = token(move).data();
            const char* quote = reached_;
            const std::string name = string_of(move, "moves");
            const auto label = label_named(name, quote + 1);
            if (!label) continue;
            if (is_pattern(k_, *label))
                fail(quote, "`" + name + "` is a miss, not a move", "move it to `mis`", name.size() + 2);
            case_.labels[*label] = Gold::yes;
        }
    }

    void place_marks() {
        if (failed_) return;
        const std::string_view reply = case_.reply;
        for (const Mark& mark : marks_) {
            if (mark.quote) {
                const auto found = reply.find(*mark.quote);
                if (found == std::string_view::npos) {
                    note(mark.at, "these words are not in the reply",
                         "copy them letter for letter, or leave them empty",
                         count_code_points(*mark.quote) + 2);
                    continue;
                }
                const auto begin = static_cast<std::uint32_t>(found);
                case_.marked.push_back(
                    {mark.label, {begin, begin + static_cast<std::uint32_t>(mark.quote->size())}});
                continue;
            }
            const auto begin = mark.begin < 0 ? std::nullopt : byte_of(reply, mark.begin);
            const auto end = mark.end < mark.begin ? std::nullopt : byte_of(reply, mark.end);
            if (begin && end)
                case_.marked.push_back({mark.label, {*begin, *end}});
            else
                note(mark.at, "this span does not lie in the reply",
                     "the reply has " + std::to_string(count_code_points(reply)) +
                         " characters; count from 0, the end behind the last");
        }
    }

    const Knowledge& k_;
    const JsonLine& line_;
    std::string_view text_;  // the line, or what was mended of it
    od::parser& parser_;
    Diagnostics& problems_;
    LabelledCase case_;
    std::vector<Mark> marks_;
    std::string mended_;
    const char* reached_ = nullptr;  // how far the line could be read
    bool failed_ = false, replied_ = false, labelled_ = false, full_ = false;
};

}  // namespace

void read_labelled(Input& input, const Knowledge& knowledge, std::vector<LabelledCase>& cases,
                   Diagnostics& problems) {
    JsonLines lines(input);
    od::parser parser;
    JsonLine line;
    const std::size_t before = problems.all().size();
    while (problems.all().size() - before < enough_problems && lines.next(line))
        if (auto labelled = LineOfLabels(knowledge, input.shown(), line, parser, problems).read())
            cases.push_back(std::move(*labelled));
}

}  // namespace attune
