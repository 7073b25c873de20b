// SPDX-License-Identifier: MIT
#include "rules/condition.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/features.h"

namespace attune {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Measure::count)> measure_names = {
    "words",           "sentences",    "questions", "open questions", "closed questions",
    "own story share", "shared words", "position"};

constexpr std::int32_t largest_number = 100000;

// One side of an "or", with its place in the whole term.
struct Part {
    std::string_view text;
    std::uint32_t begin = 0;
};

Part trim(Part p) {
    while (p.text.starts_with(' ')) p.text.remove_prefix(1), ++p.begin;
    while (p.text.ends_with(' ')) p.text.remove_suffix(1);
    return p;
}

class TermReader {
  public:
    TermReader(Scope scope, const ConditionNames& names) : scope_(scope), names_(names) {}

    std::variant<Condition, ConditionError> read(Part part) const {
        Condition c;
        c.scope = scope_;
        part = trim(part);
        if (part.text.starts_with("not ")) {
            c.negative = 1;
            part.text.remove_prefix(4), part.begin += 4;
            part = trim(part);
        }
        if (part.text.empty())
            return error(part, "nothing stands here", "write a feature, a {class} or a signal");
        if (const auto at = part.text.find_first_of("<>="); at != std::string_view::npos)
            return measure(part, at, c);
        if (part.text.starts_with('{')) return word_class(part, c);
        if (part.text == "known" && scope_ == Scope::statement) {
            c.kind = Condition::Kind::known;
            return c;
        }
        const auto& features = feature::names;
        if (const auto it = std::find(features.begin(), features.end(), part.text); it != features.end()) {
            c.kind = Condition::Kind::feature;
            c.operand = static_cast<std::uint16_t>(it - features.begin());
            return c;
        }
        if (const auto fact = names_.fact(part.text)) {
            if (scope_ == Scope::clause)
                return error(part, "`" + std::string(part.text) + "` is found in sentences, not in clauses",
                             "put it under `sentence`");
            c.kind = Condition::Kind::fact;
            c.operand = *fact;
            return c;
        }
        const auto near = names_.suggest(part.text);
        return error(part, "unknown condition `" + std::string(part.text) + "`",
                     near.empty() ? "data/README.md lists the features; signals live in signals/"
                                  : "did you mean `" + near + "`?");
    }

  private:
    static ConditionError error(Part p, std::string message, std::string help) {
        const auto width = static_cast<std::uint32_t>(std::max<std::size_t>(p.text.size(), 1));
        return {p.begin, p.begin + width, std::move(message), std::move(help)};
    }

    std::variant<Condition, ConditionError> measure(Part part, std::size_t at, Condition c) const {
        const Part name = trim({part.text.substr(0, at), part.begin});
        const auto it = std::find(measure_names.begin(), measure_names.end(), name.text);
        if (it == measure_names.end())
            return error(
                name, "unknown measure `" + std::string(name.text) + "`",
                "there are words, sentences, questions, open questions, closed questions, own story share, "
                "shared words and position");
        c.kind = Condition::Kind::measure;
        c.measure = static_cast<std::uint8_t>(it - measure_names.begin());
        if (scope_ == Scope::clause)
            return error(name, "a clause has no measures", "put it under `sentence` or `reply`");
        const auto rest = part.text.substr(at);
        std::size_t sign = 1;
        if (rest.starts_with(">="))
            c.compare = Condition::Compare::at_least, sign = 2;
        else if (rest.starts_with("<="))
            c.compare = Condition::Compare::at_most, sign = 2;
        else if (rest.starts_with("="))
            c.compare = Condition::Compare::equal;
        else
            return error({rest.substr(0, 1), part.begin + static_cast<std::uint32_t>(at)},
                         "compare with `<=`, `>=` or `=`", "");
        const Part number = trim({rest.substr(sign), part.begin + static_cast<std::uint32_t>(at + sign)});
        const auto* end = number.text.data() + number.text.size();
        const auto [stop, fault] = std::from_chars(number.text.data(), end, c.number);
        if (fault != std::errc{} || stop != end || c.number < 0 || c.number > largest_number)
            return error(number, "this is not a number from 0 to 100000", "");
        return c;
    }

    std::variant<Condition, ConditionError> word_class(Part part, Condition c) const {
        if (!part.text.ends_with('}')) return error(part, "this brace is never closed", "close it with `}`");
        const auto name = part.text.substr(1, part.text.size() - 2);
        const auto index = names_.word_class(name);
        if (!index) {
            const auto near = names_.suggest(name);
            return error(part, "unknown class `" + std::string(name) + "`",
                         near.empty() ? "classes live in lexicon/" : "did you mean `" + near + "`?");
        }
        c.kind = Condition::Kind::word_class;
        c.operand = *index;
        return c;
    }

    Scope scope_;
    const ConditionNames& names_;
};

}  // namespace

std::variant<std::vector<Condition>, ConditionError> parse_condition(std::string_view term, Scope scope,
                                                                     const ConditionNames& names) {
    const TermReader reader(scope, names);
    std::vector<Condition> all;
    for (std::size_t at = 0;;) {
        const auto next = term.find(" or ", at);
        const Part part{term.substr(at, next == std::string_view::npos ? next : next - at),
                        static_cast<std::uint32_t>(at)};
        auto read = reader.read(part);
        if (auto* error = std::get_if<ConditionError>(&read)) return std::move(*error);
        all.push_back(std::get<Condition>(read));
        if (next == std::string_view::npos) return all;
        all.back().or_next = 1;
        at = next + 4;
    }
}

}  // namespace attune
