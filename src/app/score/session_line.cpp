// SPDX-License-Identifier: MIT
#include "app/score/session_line.h"

#include <simdjson.h>

namespace attune {
namespace {

void write_number(JsonWriter& out, std::string_view key, std::uint64_t value) {
    out.key(key);
    out.number(static_cast<std::int64_t>(value));
}

void write_text(JsonWriter& out, std::string_view key, std::string_view text) {
    out.key(key);
    out.string(text);
}

// Names come from packs, which may be anybody's.
void write_counted(JsonWriter& out, std::string_view key, const NamedCounts& counts) {
    out.key(key);
    out.begin_object();
    for (const auto& [name, count] : counts) write_number(out, name, count);
    out.end_object();
}

void write_names(JsonWriter& out, std::string_view key, const std::vector<std::string>& names) {
    if (names.empty()) return;
    out.key(key);
    out.begin_array();
    for (const std::string& name : names) out.string(name);
    out.end_array();
}

void write_moments(JsonWriter& out, std::string_view key, const std::vector<Moment>& moments) {
    out.key(key);
    out.begin_array();
    for (const Moment& moment : moments) {
        out.begin_object();
        write_number(out, "turn", moment.turn);
        write_number(out, "score", static_cast<std::uint64_t>(moment.score));
        write_names(out, "misses", moment.patterns);
        write_names(out, "moves", moment.moves);
        if (!moment.statement.empty()) write_text(out, "statement", moment.statement);
        if (!moment.reply.empty()) write_text(out, "reply", moment.reply);
        out.end_object();
    }
    out.end_array();
}

void write_course(JsonWriter& out, const std::vector<CoursePoint>& course) {
    out.key("course");
    out.begin_array();
    for (const CoursePoint& point : course) {
        out.begin_array();
        out.number(point.score);
        out.number(point.misses);
        out.number(point.moves);
        out.end_array();
    }
    out.end_array();
}

}  // namespace

void write_counts(JsonWriter& out, const SessionFigures& figures) {
    const auto object = [&out](std::string_view key, auto... fields) {
        out.key(key);
        out.begin_object();
        (write_number(out, fields.first, fields.second), ...);
        out.end_object();
    };
    using Field = std::pair<std::string_view, std::uint64_t>;
    object("turns", Field{"all", figures.turns}, Field{"risk", figures.risk_turns},
           Field{"missed", figures.missed_turns}, Field{"scores", figures.turn_scores});
    object("words", Field{"helper", figures.helper_words}, Field{"others", figures.other_words});
    write_counted(out, "misses", figures.patterns);
    write_counted(out, "kinds", figures.kinds);
    write_counted(out, "moves", figures.moves);
    object("questions", Field{"open", figures.open_questions}, Field{"closed", figures.closed_questions},
           Field{"turns", figures.question_turns});
    object("reflections", Field{"all", figures.reflections}, Field{"complex", figures.complex_reflections});
    object("acts", Field{"consistent", figures.consistent}, Field{"inconsistent", figures.inconsistent});
    object("feelings", Field{"voiced", figures.feelings}, Field{"met", figures.feelings_met});
}

void write_session(JsonWriter& out, const SessionFigures& figures) {
    out.begin_object();
    write_text(out, "session", figures.session);
    write_text(out, "helper", figures.helper);
    write_text(out, "source", figures.source);
    if (figures.by) {
        out.key("by");
        out.begin_object();
        write_text(out, "column", figures.by->column);
        write_text(out, "value", figures.by->value);
        out.end_object();
    }
    out.key("score");
    if (figures.score)
        out.number(*figures.score);
    else
        out.raw("null");
    write_counts(out, figures);
    write_course(out, figures.course);
    write_moments(out, "best", figures.best);
    write_moments(out, "hardest", figures.hardest);
    write_number(out, "version", session_line_version);
    out.end_object();
}

// Reading --------------------------------------------------------------------------------------------------

namespace {

using simdjson::dom::element;

// Thrown inside read() only: what is wrong with the line.
struct Wrong {
    std::string what;
};

element at(element object, std::string_view key) {
    element found;
    if (object[key].get(found) != simdjson::SUCCESS) throw Wrong{"no `" + std::string(key) + "`"};
    return found;
}

template <class Value>
Value value_of(element from, std::string_view key) {
    Value value;
    if (from.get(value) != simdjson::SUCCESS)
        throw Wrong{"`" + std::string(key) + "` is not what it should be"};
    return value;
}

std::uint64_t number_at(element object, std::string_view key) {
    const auto value = value_of<std::uint64_t>(at(object, key), key);
    if (value > std::uint64_t{1} << 53) throw Wrong{"`" + std::string(key) + "` is too large"};
    return value;
}

int score_from(element from, std::string_view key) {
    const auto value = value_of<std::uint64_t>(from, key);
    if (value > 100) throw Wrong{"`" + std::string(key) + "` is above 100"};
    return static_cast<int>(value);
}

std::string text_at(element object, std::string_view key) {
    return std::string(value_of<std::string_view>(at(object, key), key));
}

std::string text_or_nothing(element object, std::string_view key) {
    std::string_view text;
    return object[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string{};
}

// As packs name patterns, kinds and moves; such names are written without escapes.
bool is_name(std::string_view text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.-") == text.npos;
}

NamedCounts counts_at(element object, std::string_view key) {
    NamedCounts counts;
    for (const auto field : value_of<simdjson::dom::object>(at(object, key), key)) {
        if (!is_name(field.key)) throw Wrong{"`" + std::string(key) + "` counts what has no name"};
        counts.emplace(field.key, value_of<std::uint64_t>(field.value, key));
    }
    return counts;
}

std::vector<std::string> names_at(element object, std::string_view key) {
    std::vector<std::string> names;
    simdjson::dom::array array;
    if (object[key].get(array) == simdjson::SUCCESS)
        for (const element name : array) names.emplace_back(value_of<std::string_view>(name, key));
    return names;
}

std::vector<Moment> moments_at(element object, std::string_view key) {
    std::vector<Moment> moments;
    for (const element one : value_of<simdjson::dom::array>(at(object, key), key))
        moments.push_back({number_at(one, "turn"), score_from(at(one, "score"), "score"),
                           names_at(one, "misses"), names_at(one, "moves"), text_or_nothing(one, "statement"),
                           text_or_nothing(one, "reply")});
    return moments;
}

std::vector<CoursePoint> course_at(element object) {
    std::vector<CoursePoint> course;
    for (const element one : value_of<simdjson::dom::array>(at(object, "course"), "course")) {
        const auto point = value_of<simdjson::dom::array>(one, "course");
        if (point.size() != 3) throw Wrong{"a point of `course` is not three numbers"};
        course.push_back({score_from(point.at(0), "course"),
                          static_cast<std::uint32_t>(value_of<std::uint64_t>(point.at(1), "course")),
                          static_cast<std::uint32_t>(value_of<std::uint64_t>(point.at(2), "course"))});
    }
    return course;
}

void read_figures(element line, SessionFigures& out) {
    if (!line.is_object()) throw Wrong{"not a JSON object"};
    out.session = text_at(line, "session");
    out.helper = text_at(line, "helper");
    out.source = text_at(line, "source");
    if (number_at(line, "version") != session_line_version)
        throw Wrong{"written by another version of attune"};
    element by;
    if (line["by"].get(by) == simdjson::SUCCESS) out.by = {text_at(by, "column"), text_at(by, "value")};
    const element score = at(line, "score");
    if (!score.is_null()) out.score = score_from(score, "score");
    const element turns = at(line, "turns"), words = at(line, "words"), questions = at(line, "questions");
    const element reflections = at(line, "reflections"), acts = at(line, "acts");
    const element feelings = at(line, "feelings");
    out.turns = number_at(turns, "all");
    out.risk_turns = number_at(turns, "risk");
    out.missed_turns = number_at(turns, "missed");
    out.turn_scores = number_at(turns, "scores");
    if (out.risk_turns > out.turns) throw Wrong{"more turns with risk than turns"};
    out.helper_words = number_at(words, "helper");
    out.other_words = number_at(words, "others");
    out.patterns = counts_at(line, "misses");
    out.kinds = counts_at(line, "kinds");
    out.moves = counts_at(line, "moves");
    out.open_questions = number_at(questions, "open");
    out.closed_questions = number_at(questions, "closed");
    out.question_turns = number_at(questions, "turns");
    out.reflections = number_at(reflections, "all");
    out.complex_reflections = number_at(reflections, "complex");
    out.consistent = number_at(acts, "consistent");
    out.inconsistent = number_at(acts, "inconsistent");
    out.feelings = number_at(feelings, "voiced");
    out.feelings_met = number_at(feelings, "met");
    out.course = course_at(line);
    out.best = moments_at(line, "best");
    out.hardest = moments_at(line, "hardest");
}

}  // namespace

struct SessionLineReader::Room {
    simdjson::dom::parser parser;
};

SessionLineReader::SessionLineReader() : room_(std::make_unique<Room>()) {}
SessionLineReader::~SessionLineReader() = default;

std::string SessionLineReader::read(std::string_view line, SessionFigures& out) {
    out = {};
    try {
        element parsed;
        if (room_->parser.parse(line.data(), line.size()).get(parsed) != simdjson::SUCCESS)
            return "not a JSON object";
        read_figures(parsed, out);
    } catch (const Wrong& wrong) {
        return wrong.what;
    }
    return {};
}

}  // namespace attune
