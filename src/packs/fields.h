// SPDX-License-Identifier: MIT
//
// Checked reading of YAML values: the keys of a map, and the texts, numbers, lists and names behind them.
// Each function tells what is wrong and goes on, so that one load finds every problem.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "packs/yaml.h"

namespace attune {

// A text of a pack together with where it stands. The source and the node must outlive it.
struct Text {
    std::string value;
    const Source* source = nullptr;
    const Yaml* node = nullptr;

    [[nodiscard]] bool empty() const { return value.empty(); }
    void error(std::string message, std::string help = "") const {
        source->error(*node, std::move(message), std::move(help));
    }
};

// The keys of a map. Tells keys that are unknown, doubled or missing.
class Fields {
  public:
    Fields(const Source& source, const Yaml& map, std::initializer_list<std::string_view> required,
           std::initializer_list<std::string_view> optional);

    // nullptr when the key does not stand there.
    [[nodiscard]] const Yaml* find(std::string_view key) const;
    [[nodiscard]] const Source& source() const { return source_; }

    // The value of a key, if it is there and right. A text is never empty.
    [[nodiscard]] std::optional<Text> text(std::string_view key) const;
    [[nodiscard]] std::string string(std::string_view key) const;       // "" when missing
    [[nodiscard]] std::vector<Text> texts(std::string_view key) const;  // one text, or a list of them
    [[nodiscard]] std::optional<double> number(std::string_view key, double least, double most) const;
    [[nodiscard]] std::optional<int> whole(std::string_view key, int least, int most) const;
    [[nodiscard]] bool yes(std::string_view key) const;  // false when missing
    [[nodiscard]] const std::vector<Yaml>& list(std::string_view key) const;

  private:
    const Source& source_;
    const Yaml& map_;
};

std::optional<Text> read_text(const Source& source, const Yaml& node, std::string_view what);

// A number from 0 to 1; told when it is none.
std::optional<double> read_fraction(const Source& source, const Yaml& node, std::string_view what);

// Told when it is no whole number from `least` to `most`. `what` begins the message: "`severity`".
std::optional<int> read_whole(const Source& source, const Yaml& node, std::string_view what, int least,
                              int most);

// Tells when the node is no map; key-value pairs of a map whose keys are names chosen by the pack, doubled
// ones told.
std::vector<std::pair<Text, const Yaml*>> read_named(const Source& source, const Yaml& node,
                                                     std::string_view what);

// The place of `name` among `names`; told, with the nearest name as help, when it is none of them.
std::optional<std::size_t> find_name(const Text& name, std::span<const std::string> names,
                                     std::string_view what);

// "did you mean `x`?", or `otherwise` when no candidate is near.
std::string suggestion(std::string_view word, std::span<const std::string> candidates,
                       std::string otherwise = "");

// `text` between backquotes, safe for a screen.
std::string quoted(std::string_view text);

}  // namespace attune
