// SPDX-License-Identifier: MIT
#include "packs/compile_skills.h"

#include "rules/knowledge.h"

namespace attune {
namespace {

constexpr std::size_t most_decks = 64;  // bits of Skill::decks

// Bits of the names that are known; the others are told.
template <class Bits>
Bits bits_of(const std::vector<Text>& texts, const std::vector<std::string>& names, std::string_view what) {
    Bits bits = 0;
    for (const Text& text : texts)
        if (const auto index = find_name(text, names, what)) bits |= Bits{1} << *index;
    return bits;
}

class SkillCompiler {
  public:
    SkillCompiler(const Pack& pack, const Names& names, TextPool& pool) : names_(names), pool_(pool) {
        for (const DeckSource& deck : pack.decks) decks_.push_back(deck.name.value);
        if (decks_.size() > most_decks) decks_.resize(most_decks);
    }

    void add(const SkillSource& source) {
        skill_names_.add(source.name);
        Skill skill;
        skill.name = pool_.add(source.name.value);
        skill.title = pool_.add(source.title);
        skill.about = pool_.add(source.about);
        skill.task = pool_.add(source.task);
        skill.decks = bits_of<std::uint64_t>(source.decks, decks_, "deck");
        skill.moves = bits_of<std::uint32_t>(source.moves, names_.moves, "move");
        skill.drill = source.drill;
        skill.pause = source.pause ? 1 : 0;
        skill.first = static_cast<std::uint32_t>(exercises_.size());
        for (const ExerciseSource& exercise : source.exercises) {
            ids_.add(exercise.id, source.name);
            exercises_.push_back(compile(exercise));
        }
        skill.last = static_cast<std::uint32_t>(exercises_.size());
        skills_.push_back(skill);
    }

    void write(BlobWriter& out) const {
        out.add(section::skills, skills_);
        out.add(section::exercises, exercises_);
        out.add(section::spot_replies, replies_);
    }

  private:
    Exercise compile(const ExerciseSource& source) {
        static const std::vector<std::string> relations{std::begin(relation_names), std::end(relation_names)};
        Exercise exercise;
        exercise.id = pool_.add(source.id.value);
        exercise.says = pool_.add(source.says);
        exercise.thought = pool_.add(source.thought);
        exercise.offer = pool_.add(source.offer);
        exercise.why = pool_.add(source.why);
        exercise.families = bits_of<std::uint32_t>(source.feelings, names_.families, "family");
        if (source.relation)
            if (const auto relation = find_name(*source.relation, relations, "relation"))
                exercise.relation = static_cast<std::uint8_t>(*relation);
        exercise.first = static_cast<std::uint32_t>(replies_.size());
        for (const SpotSource& item : source.replies) {
            SpotReply reply;
            reply.text = pool_.add(item.text);
            if (item.misses)
                if (const auto pattern = find_name(*item.misses, names_.patterns, "pattern"))
                    reply.pattern = static_cast<std::uint32_t>(*pattern);
            replies_.push_back(reply);
        }
        exercise.last = static_cast<std::uint32_t>(replies_.size());
        return exercise;
    }

    const Names& names_;
    TextPool& pool_;
    std::vector<std::string> decks_;
    OwnNames skill_names_{"skill"};
    OwnIds ids_{"skill"};
    std::vector<Skill> skills_;
    std::vector<Exercise> exercises_;
    std::vector<SpotReply> replies_;
};

}  // namespace

void compile_skills(const Pack& pack, const Names& names, TextPool& pool, BlobWriter& out) {
    SkillCompiler compiler(pack, names, pool);
    for (const SkillSource& skill : pack.skills) compiler.add(skill);
    compiler.write(out);
}

}  // namespace attune
