// SPDX-License-Identifier: MIT
#include "rules/knowledge.h"

namespace attune {
namespace {

// The index of the first item whose name is `name`.
template <class Items, class NameOf>
std::optional<std::size_t> find_by_name(const Items& items, std::string_view name, NameOf name_of) {
    for (std::size_t i = 0; i < items.size(); ++i)
        if (name_of(items[i]) == name) return i;
    return std::nullopt;
}

}  // namespace

Knowledge::Knowledge(std::span<const std::byte> bytes) {
    const BlobView blob(bytes);
    vocabulary_ = Vocabulary(blob);
    automaton_ = Automaton(blob);
    chars_ = blob.get<char>(section::chars);
    rules_ = blob.get<Rule>(section::rules);
    rule_of_unit_ = blob.get<std::uint32_t>(section::rule_of_unit);
    conditions_ = blob.get<Condition>(section::conditions);
    frames_ = blob.get<FrameInfo>(section::frames);
    patterns_ = blob.get<CodeInfo>(section::patterns);
    moves_ = blob.get<CodeInfo>(section::moves);
    kinds_ = blob.get<KindInfo>(section::kinds);
    signals_ = blob.get<PoolText>(section::signals);
    class_names_ = blob.get<PoolText>(section::class_names);
    families_ = blob.get<FamilyInfo>(section::families);
    feeling_words_ = blob.get<FeelingWord>(section::feeling_words);
    phrases_ = blob.get<Phrase>(section::phrases);
    topics_ = blob.get<TopicInfo>(section::topics);
    things_ = blob.get<PoolText>(section::things);
    decks_ = blob.get<Deck>(section::decks);
    scenarios_ = blob.get<Scenario>(section::scenarios);
    skills_ = blob.get<Skill>(section::skills);
    exercises_ = blob.get<Exercise>(section::exercises);
    spot_replies_ = blob.get<SpotReply>(section::spot_replies);
    safety_lines_ = blob.get<SafetyLine>(section::safety_lines);
    examples_ = blob.get<Example>(section::examples);
    tones_ = blob.get<std::int8_t>(section::tones);
}

std::optional<FactId> Knowledge::signal(std::string_view name) const {
    const auto found = find_by_name(signals_, name, [&](PoolText t) { return text(t); });
    return found ? std::optional(static_cast<FactId>(*found)) : std::nullopt;
}
std::optional<std::size_t> Knowledge::pattern(std::string_view name) const {
    return find_by_name(patterns_, name, [&](const CodeInfo& c) { return text(c.name); });
}
std::optional<std::size_t> Knowledge::move(std::string_view name) const {
    return find_by_name(moves_, name, [&](const CodeInfo& c) { return text(c.name); });
}
std::optional<std::size_t> Knowledge::family(std::string_view name) const {
    return find_by_name(families_, name, [&](const FamilyInfo& f) { return text(f.name); });
}
std::optional<std::size_t> Knowledge::rule(std::string_view id) const {
    return find_by_name(rules_, id, [&](const Rule& r) { return text(r.id); });
}
std::optional<std::uint16_t> Knowledge::word_class(std::string_view name) const {
    const auto found = find_by_name(class_names_, name, [&](PoolText t) { return text(t); });
    return found ? std::optional(static_cast<std::uint16_t>(*found)) : std::nullopt;
}

}  // namespace attune
