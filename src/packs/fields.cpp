// SPDX-License-Identifier: MIT
#include "packs/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "core/suggest.h"
#include "text/utf8.h"

namespace attune {
namespace {

const char* kind_name(const Yaml& node) {
    switch (node.kind) {
        case Yaml::Kind::scalar:
            return "a single value";
        case Yaml::Kind::sequence:
            return "a list";
        case Yaml::Kind::map:
            return "keys with values";
        case Yaml::Kind::empty:
            break;
    }
    return "nothing";
}

void expected(const Source& source, const Yaml& node, std::string_view what, std::string_view wanted,
              std::string help = "") {
    source.error(node, fmt::format("{} should be {}, not {}", what, wanted, kind_name(node)),
                 std::move(help));
}

// The whole of `text` as a number.
std::optional<double> to_number(const std::string& text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, value);
    if (problem != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

// Told when it is no number from `least` to `most`. `what` begins the message: "`weight`".
std::optional<double> read_number(const Source& source, const Yaml& node, std::string_view what, double least,
                                  double most) {
    const auto value = node.kind == Yaml::Kind::scalar && !node.quoted ? to_number(node.text) : std::nullopt;
    if (!value) {
        expected(source, node, std::string(what), "a number");
        return std::nullopt;
    }
    if (*value < least || *value > most) {
        source.error(node, fmt::format("{} is out of range", what),
                     fmt::format("from {} to {}", least, most));
        return std::nullopt;
    }
    return value;
}

}  // namespace

std::optional<double> read_fraction(const Source& source, const Yaml& node, std::string_view what) {
    return read_number(source, node, what, 0, 1);
}

std::optional<int> read_whole(const Source& source, const Yaml& node, std::string_view what, int least,
                              int most) {
    const auto value = read_number(source, node, what, least, most);
    if (!value) return std::nullopt;
    if (*value != std::floor(*value)) {
        source.error(node, fmt::format("{} should be a whole number", what),
                     fmt::format("from {} to {}", least, most));
        return std::nullopt;
    }
    return static_cast<int>(*value);
}

std::string quoted(std::string_view text) {
    return "`" + printable(text) + "`";
}

std::string suggestion(std::string_view word, std::span<const std::string> candidates,
                       std::string otherwise) {
    const std::string near = did_you_mean(word, candidates);
    return near.empty() ? std::move(otherwise) : fmt::format("did you mean {}?", quoted(near));
}

Fields::Fields(const Source& source, const Yaml& map, std::initializer_list<std::string_view> required,
               std::initializer_list<std::string_view> optional)
    : source_(source), map_(map) {
    std::vector<std::string> known(required.begin(), required.end());
    known.insert(known.end(), optional.begin(), optional.end());
    std::string all;
    for (const std::string& key : known) all += (all.empty() ? "`" : ", `") + key + "`";
    if (map.kind != Yaml::Kind::map) {
        source.error(map, fmt::format("expected keys with values, not {}", kind_name(map)),
                     "keys are " + all);
        return;
    }
    for (auto entry = map.entries.begin(); entry != map.entries.end(); ++entry) {
        const Yaml& key = entry->key;
        if (key.kind != Yaml::Kind::scalar) {
            source.error(key, "a key should be a word", "keys are " + all);
            continue;
        }
        if (std::find(known.begin(), known.end(), key.text) == known.end()) {
            source.error(key, "unknown key " + quoted(key.text),
                         suggestion(key.text, known, "keys are " + all));
            continue;
        }
        const auto earlier = std::find_if(map.entries.begin(), entry, [&](const auto& e) {
            return e.key.kind == Yaml::Kind::scalar && e.key.text == key.text;
        });
        if (earlier != entry)
            source.error(key, "the key " + quoted(key.text) + " stands here twice",
                         fmt::format("the first is on line {}", source.line_of(earlier->key)));
    }
    for (const std::string_view key : required)
        if (find(key) == nullptr && !map.entries.empty())
            source.error(map.entries.front().key, fmt::format("the key `{}` is missing", key));
}

const Yaml* Fields::find(std::string_view key) const {
    for (const auto& [name, value] : map_.entries)
        if (name.kind == Yaml::Kind::scalar && name.text == key) return &value;
    return nullptr;
}

std::optional<Text> read_text(const Source& source, const Yaml& node, std::string_view what) {
    if (node.kind != Yaml::Kind::scalar) {
        expected(source, node, what, "a text",
                 node.kind == Yaml::Kind::empty ? "put it in quotation marks" : "");
        return std::nullopt;
    }
    return Text{node.text, &source, &node};
}

std::optional<Text> Fields::text(std::string_view key) const {
    const Yaml* node = find(key);
    if (node == nullptr) return std::nullopt;
    std::optional<Text> text = read_text(source_, *node, fmt::format("`{}`", key));
    if (text && text->value.empty()) {
        text->error(fmt::format("`{}` is empty", key));
        return std::nullopt;
    }
    return text;
}

std::string Fields::string(std::string_view key) const {
    const std::optional<Text> found = text(key);
    return found ? found->value : "";
}

std::vector<Text> Fields::texts(std::string_view key) const {
    const Yaml* node = find(key);
    std::vector<Text> out;
    if (node == nullptr) return out;
    if (node->kind != Yaml::Kind::sequence) {
        if (auto one = text(key)) out.push_back(std::move(*one));
        return out;
    }
    for (const Yaml& item : node->items) {
        auto text = read_text(source_, item, fmt::format("an item of `{}`", key));
        if (!text) continue;
        if (text->empty())
            text->error(fmt::format("an item of `{}` is empty", key));
        else
            out.push_back(std::move(*text));
    }
    return out;
}

std::optional<double> Fields::number(std::string_view key, double least, double most) const {
    const Yaml* node = find(key);
    return node == nullptr ? std::nullopt
                           : read_number(source_, *node, fmt::format("`{}`", key), least, most);
}

std::optional<int> Fields::whole(std::string_view key, int least, int most) const {
    const Yaml* node = find(key);
    return node == nullptr ? std::nullopt : read_whole(source_, *node, fmt::format("`{}`", key), least, most);
}

bool Fields::yes(std::string_view key) const {
    const Yaml* node = find(key);
    if (node == nullptr) return false;
    if (node->kind == Yaml::Kind::scalar && !node->quoted && (node->text == "true" || node->text == "false"))
        return node->text == "true";
    expected(source_, *node, fmt::format("`{}`", key), "`true` or `false`");
    return false;
}

const std::vector<Yaml>& Fields::list(std::string_view key) const {
    static const std::vector<Yaml> none;
    const Yaml* node = find(key);
    if (node == nullptr) return none;
    if (node->kind != Yaml::Kind::sequence) {
        expected(source_, *node, fmt::format("`{}`", key), "a list");
        return none;
    }
    return node->items;
}

std::vector<std::pair<Text, const Yaml*>> read_named(const Source& source, const Yaml& node,
                                                     std::string_view what) {
    std::vector<std::pair<Text, const Yaml*>> out;
    if (node.kind != Yaml::Kind::map) {
        expected(source, node, what, "names with values");
        return out;
    }
    std::unordered_map<std::string_view, std::uint32_t> seen;
    for (const auto& [key, value] : node.entries) {
        if (key.kind != Yaml::Kind::scalar || key.text.empty()) {
            source.error(key, fmt::format("a name in {} should be a text", what),
                         "put it in quotation marks");
            continue;
        }
        const auto [earlier, fresh] = seen.emplace(key.text, source.line_of(key));
        if (!fresh) {
            source.error(key, quoted(key.text) + " stands here twice",
                         fmt::format("the first is on line {}", earlier->second));
            continue;
        }
        out.emplace_back(Text{key.text, &source, &key}, &value);
    }
    return out;
}

std::optional<std::size_t> find_name(const Text& name, std::span<const std::string> names,
                                     std::string_view what) {
    const auto found = std::find(names.begin(), names.end(), name.value);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    std::string all;
    for (const std::string& known : names.first(std::min<std::size_t>(names.size(), 16)))
        all += (all.empty() ? "one of `" : ", `") + known + "`";
    if (names.size() > 16) all += " …";
    name.error(fmt::format("unknown {} {}", what, quoted(name.value)), suggestion(name.value, names, all));
    return std::nullopt;
}

}  // namespace attune
