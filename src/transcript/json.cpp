// SPDX-License-Identifier: MIT
//
// JSON in the shapes that conversations come in. An object that holds a speaker and a text is a turn. A list
// of turns, with the object around it, is a session (ESConv's "dialog", "messages", "conversations"). Turns
// that stand alone, a line each or in one great array, are grouped by their session's key (ConvoKit), or are
// one session when they have none. Other scalars describe the session; those of objects inside are named with
// a dot.
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <optional>

#include "text/json_text.h"
#include "transcript/charset.h"
#include "transcript/clock.h"
#include "transcript/column_names.h"
#include "transcript/format.h"
#include "transcript/grouping.h"
#include "transcript/json_values.h"
#include "transcript/trim.h"

namespace attune::transcript {
namespace {

namespace od = simdjson::ondemand;

constexpr int deepest = 6;
constexpr std::size_t longest_column = 100;  // bytes: what is longer is text
static_assert(ByteStream::padding >= simdjson::SIMDJSON_PADDING);

// What an object or list was found to hold.
struct Found {
    Row row;
    std::array<std::size_t, 5> ranks{};
    std::array<bool, 5> has{};  // by Role
    std::vector<Segment> turns;
    std::vector<Session> sessions;

    [[nodiscard]] bool has_role(Role role) const { return has[static_cast<std::size_t>(role)]; }
    // A text that nobody is named for, and no list beside it.
    [[nodiscard]] bool is_nameless() const {
        return has_role(Role::text) && !has_role(Role::speaker) && turns.empty() && sessions.empty();
    }
};

template <typename T>
void append(std::vector<T>& to, std::vector<T>& from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

void append_part(std::string& text, std::string_view part) {
    if (!text.empty() && !part.empty()) text.push_back('\n');
    text += part;
}

// Strings as they are, numbers and truth values as they are written; a null is empty.
std::string scalar_of(od::value& value, od::json_type type) {
    if (type == od::json_type::string) {
        std::string_view text;
        if (value.get_string().get(text) == simdjson::SUCCESS) return std::string(text);
        // A lone surrogate: simdjson gives it up, we read it as U+FFFD.
        if (auto unescaped = unescape_json(value.raw_json_token())) return std::move(*unescaped);
        throw simdjson::simdjson_error(simdjson::STRING_ERROR);
    }
    if (type == od::json_type::null) {
        if (!value.is_null()) throw simdjson::simdjson_error(simdjson::N_ATOM_ERROR);
        return {};
    }
    if (type == od::json_type::boolean) return value.get_bool().value() ? "true" : "false";
    const std::string_view number = trimmed(value.raw_json_token());
    if (!is_json_number(number)) throw simdjson::simdjson_error(simdjson::NUMBER_ERROR);
    return std::string(number);
}

// {"speaker": {"id": …, "name": …}}
std::string name_in(const Row& inside, const std::string& key) {
    for (const std::string_view part : {".name", ".id"})
        for (const auto& [name, value] : inside.columns)
            if (name == key + std::string(part)) return value;
    return {};
}

class JsonReader : public FormatReader {
  public:
    explicit JsonReader(Source& source)
        : source_(source),
          values_(*source.bytes, source.problems),
          names_(source.options.columns),
          grouping_(source.problems) {}

    bool next(Session& out) override {
        while (ready_.empty()) {
            if (ended_) return false;
            ended_ = !values_.next(value_);
            if (ended_)
                finish_group();
            else
                read_value();
        }
        out = std::move(ready_.front());
        ready_.pop_front();
        return true;
    }

  private:
    void read_value();
    // What the list holds goes to `found`. The parts of a text, when it is but that ("content": [{"text":
    // …}]), are returned.
    std::string read_list(od::array list, Found& found, int depth, bool may_be_text);
    void read_object(od::object object, Found& found, int depth, const std::string& prefix);
    void read_scalar(std::string_view key, std::string text, Found& found, Role role);

    void place(Found& inside, Found& list);
    void sort_out(Found& found);
    void give(Session session);
    void finish_group();
    static Session session_of(Found& found);
    void tell_nameless(std::size_t line);
    std::size_t line_of(const char* at);

    Source& source_;
    JsonValues values_;
    JsonValue value_;
    ColumnNames names_;
    Grouping grouping_;
    od::parser parser_;
    std::deque<Session> ready_;
    std::string mended_;
    const char* counted_to_ = nullptr;  // of the value at hand: where its lines were counted to
    std::size_t line_ = 0;              // there
    std::size_t unnamed_ = 0;           // sessions without an id so far
    bool ended_ = false;
};

std::size_t JsonReader::line_of(const char* at) {
    if (at > counted_to_) {
        line_ += static_cast<std::size_t>(std::count(counted_to_, at, '\n'));
        counted_to_ = at;
    }
    return line_;
}

void JsonReader::read_value() {
    std::string_view text = value_.text;
    std::size_t room = text.size() + ByteStream::padding;
    if (!simdjson::validate_utf8(text.data(), text.size())) {
        mended_ = to_utf8(text);
        room = mended_.size() + ByteStream::padding;
        const std::size_t size = mended_.size();
        mended_.resize(room);
        text = std::string_view(mended_).substr(0, size);
    }
    counted_to_ = text.data();
    line_ = value_.line;
    Found found;
    found.row.line = value_.line;
    try {
        od::document document = parser_.iterate(text.data(), text.size(), room);
        const od::json_type type = document.type();
        if (type == od::json_type::object)
            read_object(document.get_object(), found, 0, "");
        else if (type == od::json_type::array)
            read_list(document.get_array(), found, 0, false);
        else
            throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
        if (const char* rest = nullptr; document.current_location().get(rest) == simdjson::SUCCESS)
            throw simdjson::simdjson_error(simdjson::TRAILING_CONTENT);
    } catch (const simdjson::simdjson_error& error) {
        source_.problems.error(
            value_.line,
            error.error() == simdjson::INCORRECT_TYPE ? "neither an object nor a list" : "not JSON",
            "it is left out");
        return;
    }
    sort_out(found);
}

void JsonReader::read_scalar(std::string_view key, std::string text, Found& found, Role as) {
    Row& row = found.row;
    const Meaning meaning = as == Role::other ? Meaning{} : names_.meaning_of(key);
    const auto role = static_cast<std::size_t>(as);
    if (as == Role::other || (found.has[role] && found.ranks[role] < meaning.rank)) {
        if (!text.empty()) row.columns.emplace_back(key, std::move(text));
        return;
    }
    if (text.empty() && as != Role::text) return;
    found.has[role] = true;
    found.ranks[role] = meaning.rank;
    switch (as) {
        case Role::speaker:
            row.speaker = std::move(text);
            break;
        case Role::text:
            row.text = std::move(text);
            break;
        case Role::session:
            row.session = std::move(text);
            break;
        case Role::order:
            row.order = parse_number(text);
            break;
        case Role::start:
            row.start_seconds = parse_moment(text);
            break;
        case Role::other:
            break;
    }
}

void JsonReader::read_object(od::object object, Found& found, int depth, const std::string& prefix) {
    for (od::field field : object) {
        const std::string key(std::string_view(field.unescaped_key()));
        od::value value = field.value();
        const od::json_type type = value.type();
        const Role role = prefix.empty() ? names_.meaning_of(key).role : Role::other;
        if (type == od::json_type::array) {
            if (depth == deepest) continue;
            std::string parts = read_list(value.get_array(), found, depth + 1, role == Role::text);
            if (!parts.empty()) read_scalar(key, std::move(parts), found, role);
        } else if (type == od::json_type::object) {
            if (depth == deepest) continue;
            Found inside;
            read_object(value.get_object(), inside, depth + 1, prefix + key + ".");
            if (role == Role::speaker) read_scalar(key, name_in(inside.row, key), found, role);
            append(found.row.columns, inside.row.columns);
            append(found.turns, inside.turns);
            append(found.sessions, inside.sessions);
        } else {
            read_scalar(prefix + key, scalar_of(value, type), found, role);
        }
    }
}

std::string JsonReader::read_list(od::array list, Found& found, int depth, bool may_be_text) {
    const std::size_t turns = found.turns.size(), sessions = found.sessions.size();
    std::string parts;
    std::size_t nameless = 0;  // the line of an element that has a text and no speaker
    for (od::value value : list) {
        const od::json_type type = value.type();
        if (type == od::json_type::string && may_be_text) {
            append_part(parts, scalar_of(value, type));
            continue;
        }
        if ((type != od::json_type::object && type != od::json_type::array) || depth == deepest) continue;
        Found inside;
        inside.row.line = line_of(value.raw_json_token().data());
        if (type == od::json_type::array)
            read_list(value.get_array(), inside, depth + 1, false);
        else
            read_object(value.get_object(), inside, depth + 1, "");
        if (inside.is_nameless()) {
            append_part(parts, inside.row.text);
            if (nameless == 0) nameless = inside.row.line;
        }
        place(inside, found);
    }
    const bool found_more = found.turns.size() > turns || found.sessions.size() > sessions;
    if (may_be_text && !found_more) return parts;
    if (nameless > 0) tell_nameless(nameless);
    return {};
}

// Puts what an element of a list was found to hold where it belongs.
void JsonReader::place(Found& inside, Found& list) {
    append(list.sessions, inside.sessions);
    if (!inside.turns.empty())
        list.sessions.push_back(session_of(inside));
    else if (inside.has_role(Role::text) && inside.has_role(Role::speaker))
        list.turns.push_back({std::move(inside.row.speaker), std::move(inside.row.text),
                              inside.row.start_seconds, inside.row.line});
}

void JsonReader::tell_nameless(std::size_t line) {
    source_.problems.error(line, "a text without a speaker",
                           "the usual keys are " + usual_names(Role::speaker) + "; or --columns speaker=KEY");
}

// A session out of its turns; its id is told later when the object did not.
Session JsonReader::session_of(Found& found) {
    Session session;
    Row& row = found.row;
    session.id = row.session;
    session.segments = std::move(found.turns);
    for (auto& [name, value] : row.columns) {
        if (name == "id" && session.id.empty())
            session.id = value;
        else if (value.size() <= longest_column)
            session.columns.emplace_back(std::move(name), std::move(value));
    }
    return session;
}

void JsonReader::finish_group() {
    if (Session session; grouping_.finish(session)) ready_.push_back(std::move(session));
}

void JsonReader::give(Session session) {
    if (session.id.empty()) {
        ++unnamed_;
        session.id = value_.whole_document && unnamed_ == 1 ? source_.stem : std::to_string(unnamed_);
    }
    const std::size_t line = session.segments.front().line;
    if (grouping_.may_begin(session.id, line)) ready_.push_back(std::move(session));
}

void JsonReader::sort_out(Found& found) {
    Row& row = found.row;
    if (found.turns.empty() && found.sessions.empty()) {
        if (found.is_nameless()) {
            tell_nameless(row.line);
        } else if (found.has_role(Role::text)) {
            if (row.session.empty()) row.session = source_.stem;
            if (Session session; grouping_.add(row, session)) ready_.push_back(std::move(session));
        } else if (found.has_role(Role::speaker)) {
            source_.problems.error(
                row.line, "a speaker without a text",
                "the usual keys are " + usual_names(Role::text) + "; or --columns text=KEY");
        } else {
            source_.problems.error(row.line, "nothing is said in it",
                                   "a turn has a `speaker` and a `text`, a session a list of turns");
        }
        return;
    }
    finish_group();
    if (!found.turns.empty()) found.sessions.push_back(session_of(found));
    for (Session& session : found.sessions) give(std::move(session));
}

bool recognise(std::string_view head, const Source&) {
    head = trimmed(head);
    if (head.empty() || (head.front() != '{' && head.front() != '[')) return false;
    const std::string_view inside = trimmed(head.substr(1));
    if (inside.empty()) return false;
    const char next = inside.front();
    return head.front() == '{' ? next == '"' || next == '}' : next == '{' || next == '[' || next == ']';
}

std::unique_ptr<FormatReader> open(Source& source) {
    return std::make_unique<JsonReader>(source);
}

}  // namespace

const FormatRow json_format = {Format::json, "json", "jsonl", recognise, open};

}  // namespace attune::transcript
