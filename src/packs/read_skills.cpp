// SPDX-License-Identifier: MIT
//
// Skills and their exercises. What an exercise needs hangs on the drill of its skill, so that keys which
// would do nothing are told like unknown ones.
#include "packs/read.h"

namespace attune {
namespace {

const std::vector<std::string> drills{std::begin(drill_names), std::end(drill_names)};

Fields exercise_fields(const Source& source, const Yaml& node, DrillKind drill) {
    switch (drill) {
        case DrillKind::name:
            return {source, node, {"id", "says", "feelings", "offer"}, {"why", "relation"}};
        case DrillKind::turn:
            return {source, node, {"id", "says", "thought", "offer"}, {"why", "relation"}};
        case DrillKind::spot:
            return {source, node, {"id", "says", "replies"}, {"why", "relation"}};
        case DrillKind::draft:
            break;
    }
    return {source, node, {"id", "says", "offer"}, {"why", "relation"}};
}

std::vector<SpotSource> read_replies(const Fields& exercise) {
    std::vector<SpotSource> replies;
    std::size_t missing = 0;
    for (const Yaml& node : exercise.list("replies")) {
        SpotSource reply;
        if (node.kind == Yaml::Kind::map) {
            const Fields own(exercise.source(), node, {"text", "misses"}, {});
            reply.text = own.string("text");
            reply.misses = own.text("misses");
            ++missing;
        } else if (const auto text = read_text(exercise.source(), node, "a reply")) {
            reply.text = text->value;
        }
        replies.push_back(std::move(reply));
    }
    const Yaml* node = exercise.find("replies");
    if (node == nullptr || node->kind != Yaml::Kind::sequence) return replies;
    if (replies.size() < 3 || replies.size() > 4)
        exercise.source().error(*node, "an exercise has three or four replies");
    else if (missing != 1)
        exercise.source().error(*node, "one reply of an exercise misses, and one only",
                                "write that one as {text: …, misses: PATTERN}");
    return replies;
}

ExerciseSource read_exercise(const Fields& own, Text id, const std::optional<Text>& relation) {
    ExerciseSource exercise;
    exercise.id = std::move(id);
    exercise.says = own.string("says");
    exercise.thought = own.string("thought");
    exercise.offer = own.string("offer");
    exercise.why = own.string("why");
    exercise.feelings = own.texts("feelings");
    exercise.relation = own.find("relation") != nullptr ? own.text("relation") : relation;
    if (own.find("replies") != nullptr) exercise.replies = read_replies(own);
    if (!exercise.relation)
        exercise.id.error("nobody says whose voice this is", "give the skill or the exercise a `relation`");
    return exercise;
}

}  // namespace

void read_skills(const Source& source, const Yaml& document, Pack& pack) {
    const Fields fields(source, document, {"skill", "title", "about", "task", "drill"},
                        {"moves", "pause", "decks", "relation", "exercises"});
    auto name = fields.text("skill");
    const auto drill = fields.text("drill");
    const auto kind = drill ? find_name(*drill, drills, "drill") : std::nullopt;
    if (!name || !kind) return;
    SkillSource skill;
    skill.name = std::move(*name);
    skill.title = fields.string("title");
    skill.about = fields.string("about");
    skill.task = fields.string("task");
    skill.drill = static_cast<DrillKind>(*kind);
    skill.moves = fields.texts("moves");
    skill.decks = fields.texts("decks");
    skill.pause = fields.yes("pause");
    const bool by_moves = skill.drill == DrillKind::draft || skill.drill == DrillKind::turn;
    if (by_moves && skill.moves.empty())
        skill.name.error("nothing says what an answer should carry", "name one or more `moves`");
    if (!skill.decks.empty() && skill.drill != DrillKind::draft)
        source.error(*fields.find("decks"), "only a drill of drafts takes scenarios of decks");
    if (skill.decks.empty() && fields.find("exercises") == nullptr)
        skill.name.error("this skill has nothing to practise on", "write `exercises`, or name `decks`");
    const std::optional<Text> relation = fields.text("relation");
    if (fields.find("exercises") != nullptr)
        for (const Yaml& node : fields.list("exercises")) {
            const Fields own = exercise_fields(source, node, skill.drill);
            if (auto id = own.text("id"))
                skill.exercises.push_back(read_exercise(own, std::move(*id), relation));
        }
    pack.skills.push_back(std::move(skill));
}

}  // namespace attune
