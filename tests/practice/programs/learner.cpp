// SPDX-License-Identifier: MIT
#include "learner.h"

#include <algorithm>
#include <unordered_map>

#include "practice/attempt_of.h"
#include "practice/dice.h"

namespace attune::simulation {
namespace {

std::string_view words_of(std::string_view pattern) {
    static const std::map<std::string_view, std::string_view> words = {
        {"fixing", "You should just make a list and start with the first thing."},
        {"dictating", "You shouldn't feel that way."},
        {"defensiveness", "That's not fair, I never said that."},
        {"minimizing", "It could be worse."},
        {"avoiding", "Anyway, did you see the game last night?"},
        {"silence", "Ok."},
        {"self_focus", "That happened to me too. When I lost my job I cried for weeks."},
        {"interrogating", "Why did you do that? Did you check first? When was that?"},
        {"judging", "You're overreacting."},
        {"analyzing", "You're just projecting because of your mother."},
    };
    return words.at(pattern);
}

// Words that land where something can; the engine's own, once for each statement.
std::string good_words(Session& session) {
    static std::unordered_map<std::string, std::string> known;
    const auto [place, fresh] = known.emplace(session.statement(), "That sounds really hard.");
    if (fresh)
        if (const auto rewrites = session.better_words(); !rewrites.empty())
            place->second = rewrites.front().text;
    return place->second;
}

class Player {
  public:
    Player(Coach& coach, const Habits& habits)
        : coach_(coach), k_(coach.knowledge()), habits_(habits), dice_(habits.name.size() * 77 + 1) {}

    Course play() {
        for (int day = 0; day < days; ++day)
            if (!habits_.stays_away.contains(day)) course_.days.push_back(play_day(day));
        return std::move(course_);
    }

  private:
    Day play_day(int number) {
        Day day;
        day.number = number;
        Instant at = first_day + number * one_day;
        const Mastery before(k_, course_.attempts, at);
        for (std::uint32_t s = 0; s < k_.scenarios().size(); ++s) {
            day.due += before.scenario(s).is_due(at) ? 1 : 0;
            if (before.scenario(s).is_due(at) && before.scenario(s).failed) day.due_after_miss.push_back(s);
        }
        Choice choice;
        choice.seed = static_cast<std::uint64_t>(number);
        choice.mastery = &before;
        Session session(coach_, choice);
        while (static_cast<int>(day.scenarios.size()) < moments_a_day) {
            const auto scenario = static_cast<std::uint32_t>(session.scenario() - k_.scenarios().data());
            day.scenarios.push_back(scenario);
            day.fresh += before.scenario(scenario).known() ? 0 : 1;
            play_scenario(session, day, at);
        }
        const Mastery after(k_, course_.attempts, at);
        for (std::size_t p = 0; p < k_.patterns().size(); ++p)
            day.patterns_settled += after.pattern(p).mastered ? 1 : 0;
        return day;
    }

    void play_scenario(Session& session, Day& day, Instant& at) {
        for (bool again = false;;) {
            const std::uint32_t tempts = session.scenario()->tempts;
            const std::string draft =
                again && happens(habits_.tries_again) ? good_words(session) : first_words(session, tempts);
            const Coaching& coaching = session.answer(draft);
            at += 45;
            const Attempt attempt = attempt_of(k_, coaching, at);
            course_.attempts.push_back(attempt);
            ++day.drafts;
            day.landed_at_first +=
                attempt.attempt == 1 && attempt.depth == 0 && landed_well(attempt.landing) ? 1 : 0;
            day.repaired += attempt.landing == Landing::repaired ? 1 : 0;
            for (const std::string& pattern : attempt.patterns) ++feedback_[pattern];
            if (coaching.next == Next::on) return;
            again = coaching.next == Next::again;
            if (coaching.next == Next::last_chance) {
                // One who learns mends it; the others are left with it.
                const bool mends = happens(habits_.tries_again);
                const Coaching& last = session.answer(
                    mends ? "I'm sorry, I didn't really hear you. Can we try again? It sounds so hard."
                          : words_of("minimizing"));
                at += 45;
                course_.attempts.push_back(attempt_of(k_, last, at));
                ++day.drafts;
                day.repaired += last.landing == Landing::repaired ? 1 : 0;
                if (last.next == Next::on) return;
                again = false;
            }
        }
    }

    // What comes first: the old habit, where the scenario tempts into it, or words that meet them.
    std::string first_words(Session& session, std::uint32_t tempts) {
        for (const auto& [pattern, at_first] : habits_.falls_into) {
            if ((tempts >> *k_.pattern(pattern) & 1U) == 0) continue;
            double likely = at_first;
            for (int i = 0; i < feedback_[std::string(pattern)]; ++i) likely *= 1 - habits_.learns;
            if (happens(likely)) return std::string(words_of(pattern));
        }
        return good_words(session);
    }

    bool happens(double likely) { return static_cast<double>(dice_.below(1'000'000)) < likely * 1e6; }

    Coach& coach_;
    const Knowledge& k_;
    const Habits& habits_;
    Dice dice_;
    std::map<std::string, int> feedback_;
    Course course_;
};

}  // namespace

std::vector<Habits> all_habits() {
    std::vector<Habits> all;
    all.push_back({"fixer", "jumps to a fix, and learns quickly", {{"fixing", .9}, {"dictating", .2}}, .12});
    all.push_back({"defender",
                   "defends and plays down, and learns slowly",
                   {{"defensiveness", .9}, {"minimizing", .7}, {"avoiding", .4}},
                   .012,
                   .5});
    all.push_back({"pauser",
                   "misses now and then, and stays away for two weeks",
                   {{"fixing", .5}, {"minimizing", .5}, {"judging", .4}},
                   .05,
                   .8,
                   {8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21}});
    Habits random{"random", "falls into anything half of the time, and never learns", {}, 0, .5};
    for (const std::string_view pattern : {"fixing", "dictating", "defensiveness", "minimizing", "avoiding",
                                           "silence", "self_focus", "interrogating", "judging", "analyzing"})
        random.falls_into.emplace(pattern, .25);
    all.push_back(random);
    all.push_back({"listener", "is good at it already", {{"fixing", .05}, {"minimizing", .03}}, .05});
    return all;
}

Course practise(Coach& coach, const Habits& habits) {
    return Player(coach, habits).play();
}

}  // namespace attune::simulation
