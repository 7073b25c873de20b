// SPDX-License-Identifier: MIT
#include "packs/names.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/judge.h"

namespace attune {
namespace {

// The coach asks for these by name.
constexpr std::string_view needed_signals[] = {"asked", "risk", "good-news", "accuses", "low-stakes"};

// Adds the names of `sources`, each once.
template <class Sources>
std::vector<std::string> names_of(const Sources& sources, std::string_view what, std::size_t most) {
    std::vector<std::string> out;
    for (const auto& source : sources) {
        const Text& name = source.name;
        if (!is_plain_name(name.value))
            name.error(fmt::format("{} is no name for a {}", quoted(name.value), what),
                       "use a-z, 0-9, `-` and `_`");
        else if (std::find(out.begin(), out.end(), name.value) != out.end())
            name.error(fmt::format("the {} {} stands here a second time", what, quoted(name.value)));
        else if (out.size() == most)
            name.error(fmt::format("there can be {} {}s at most", most, what));
        else
            out.push_back(name.value);
    }
    return out;
}

// A signal that several files describe is one: each adds rules to it.
std::vector<std::string> signal_names(const std::vector<SignalSource>& signals, std::size_t most) {
    std::vector<SignalSource> once;
    for (const SignalSource& signal : signals) {
        const bool elsewhere = std::any_of(once.begin(), once.end(), [&](const SignalSource& s) {
            return s.name.value == signal.name.value && s.name.source != signal.name.source;
        });
        if (!elsewhere) once.push_back(signal);
    }
    return names_of(once, "signal", most);
}

// A fact's name must say which one is meant.
void tell_shared(const std::vector<SignalSource>& signals, const Names& names) {
    for (const SignalSource& signal : signals)
        for (const auto& [list, what] :
             {std::pair{&names.moves, "move"}, std::pair{&names.patterns, "pattern"}})
            if (std::find(list->begin(), list->end(), signal.name.value) != list->end())
                signal.name.error(fmt::format("a {} is called {} too", what, quoted(signal.name.value)),
                                  "give the signal another name");
}

void collect_kinds(const Pack& pack, Names& names) {
    for (const CodeFile& file : pack.pattern_files) {
        const auto pattern = find_name(file.name, names.patterns, "pattern");
        if (!pattern) continue;
        for (const KindSource& kind : file.kinds) {
            const std::string id = file.name.value + "." + kind.name.value;
            const bool known = std::any_of(names.kinds.begin(), names.kinds.end(),
                                           [&](const Names::Kind& k) { return k.id == id; });
            if (!is_plain_name(kind.name.value))
                kind.name.error(quoted(kind.name.value) + " is no name for a kind",
                                "use a-z, 0-9, `-` and `_`");
            else if (known)
                kind.name.error("the kind " + quoted(id) + " is described twice");
            else
                names.kinds.push_back({id, *pattern, &kind});
        }
    }
    std::stable_sort(names.kinds.begin(), names.kinds.end(),
                     [](const Names::Kind& a, const Names::Kind& b) { return a.pattern < b.pattern; });
}

// A signal may ask for another one: those that are asked for get the lower numbers, since the judge finds
// signals in their order. A circle stays as written, and the conditions that close it are told
// (check_conditions.h).
class SignalOrder {
  public:
    SignalOrder(const Pack& pack, const std::vector<std::string>& names)
        : names_(names), asks_(names.size()) {
        for (const RuleSource& rule : pack.rules) {
            if (rule.kind != RuleKind::signal) continue;
            const auto asking = index(rule.target);
            for (const Scope scope : {Scope::sentence, Scope::reply})
                for (const Text& term : rule.when[static_cast<std::size_t>(scope)])
                    if (asking) add_asked(term.value, asks_[*asking]);
        }
    }

    std::vector<std::string> sorted() {
        visited_.assign(names_.size(), false);
        for (std::size_t i = 0; i < names_.size(); ++i) visit(i);
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::optional<std::size_t> index(std::string_view name) const {
        const auto found = std::find(names_.begin(), names_.end(), name);
        return found == names_.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - names_.begin()));
    }
    void add_asked(std::string_view term, std::vector<std::size_t>& asked) const {
        while (!term.empty()) {
            const std::size_t next = std::min(term.find(" or "), term.size());
            std::string_view name = term.substr(0, next);
            if (name.starts_with("not ")) name.remove_prefix(4);
            if (const auto signal = index(name)) asked.push_back(*signal);
            term.remove_prefix(std::min(next + 4, term.size()));
        }
    }
    void visit(std::size_t signal) {
        if (visited_[signal]) return;
        visited_[signal] = true;
        for (const std::size_t asked : asks_[signal]) visit(asked);
        out_.push_back(names_[signal]);
    }

    const std::vector<std::string>& names_;
    std::vector<std::vector<std::size_t>> asks_;
    std::vector<bool> visited_;
    std::vector<std::string> out_;
};

}  // namespace

bool is_plain_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

std::optional<FactId> Names::fact(std::string_view name) const {
    std::size_t base = 0;
    for (const auto* list : {&signals, &moves, &patterns}) {
        const auto found = std::find(list->begin(), list->end(), name);
        if (found != list->end())
            return static_cast<FactId>(base + static_cast<std::size_t>(found - list->begin()));
        base += list->size();
    }
    return std::nullopt;
}

Names collect_names(const Pack& pack, Diagnostics& problems) {
    Names names;
    names.patterns = names_of(pack.patterns, "pattern", 16);
    names.moves = names_of(pack.moves, "move", 32);
    names.frames = names_of(pack.frames, "frame", 64);
    names.families = names_of(pack.families, "family", 32);
    names.topics = names_of(pack.topics, "topic", 4000);
    names.signals = signal_names(pack.signals, max_facts - names.patterns.size() - names.moves.size());
    names.signals = SignalOrder(pack, names.signals).sorted();
    tell_shared(pack.signals, names);
    collect_kinds(pack, names);
    for (const CodeFile& file : pack.move_files) static_cast<void>(find_name(file.name, names.moves, "move"));
    for (const std::string_view needed : needed_signals)
        if (std::find(names.signals.begin(), names.signals.end(), needed) == names.signals.end())
            problems.add({Gravity::error,
                          {"signals/", 0, 0},
                          1,
                          fmt::format("the signal `{}` is missing: the coach asks for it", needed),
                          "describe it in a file of signals/ or in safety.yaml",
                          ""});
    return names;
}

void OwnNames::add(const Text& name) {
    if (!seen_.insert(name.value).second)
        name.error(fmt::format("the {} {} stands here a second time", sort_, quoted(name.value)));
    else if (!is_plain_name(name.value))
        name.error(fmt::format("{} is no name for a {}", quoted(name.value), sort_),
                   "use a-z, 0-9, `-` and `_`");
}

void OwnIds::add(const Text& id, const Text& home) {
    const std::string start = home.value + ".";
    if (!id.value.starts_with(start) || !is_plain_name(std::string_view(id.value).substr(start.size())))
        id.error(fmt::format("the id {} does not fit its {}", quoted(id.value), sort_),
                 "it reads " + quoted(start + "name"));
    if (!seen_.insert(id.value).second) id.error("the id " + quoted(id.value) + " stands here a second time");
}

}  // namespace attune
