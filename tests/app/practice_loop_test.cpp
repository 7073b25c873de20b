// SPDX-License-Identifier: MIT
#include "app/practice_loop.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <filesystem>

#include "packs/builtin.h"

using namespace attune;

namespace {

// What a person types, line by line; "^C" abandons one.
class Typing : public LineReader {
  public:
    explicit Typing(std::initializer_list<std::string> lines) : lines_(lines) {}

    LineState read(const std::string&, std::string& line) override {
        if (lines_.empty()) return LineState::ended;
        line = lines_.front();
        lines_.pop_front();
        clock.rest(ScriptClock::a_line);
        if (line != "^C") return LineState::typed;
        line.clear();
        return LineState::abandoned;
    }
    [[nodiscard]] std::size_t left() const { return lines_.size(); }

    ScriptClock clock;

  private:
    std::deque<std::string> lines_;
};

struct Played {
    std::string screen;
    std::size_t lines_left;
};

Played play(std::initializer_list<std::string> lines, const PracticeSettings& settings = {},
            const Screen& look = {}) {
    static const Knowledge knowledge(builtin_blob());
    Coach coach(knowledge);
    Choice choice;
    choice.seed = 1;
    Session session(coach, choice);
    Typing typing(lines);
    Output out(-1, "test"), err(-1, "test");
    Console console{out, err, look};
    run_practice(session, coach, typing, console, typing.clock, settings);
    return {out.buffer(), typing.left()};
}

std::size_t skill_named(std::string_view name) {
    const Knowledge knowledge(builtin_blob());
    for (std::size_t s = 0; s < knowledge.skills().size(); ++s)
        if (knowledge.text(knowledge.skills()[s].name) == name) return s;
    FAIL("no such skill");
    return 0;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a session greets, asks, and leaves kindly when the lines end") {
    const auto [screen, left] = play({});
    CHECK(has(screen, "says:"));
    CHECK(has(screen, "Until another time."));
}

TEST_CASE("a miss is coached and can be tried again") {
    const auto [screen, left] = play({"Oh. It could be worse.", "That sounds really difficult."});
    CHECK(has(screen, "\"It could be worse"));
    CHECK(has(screen, "They say:"));
    CHECK(has(screen, "One way to say it:"));
    CHECK(has(screen, "Try the same moment again"));
    CHECK(has(screen, "They open up:"));
    CHECK(has(screen, "1 of 2 drafts landed."));
}

TEST_CASE("why and rewrite tell more about the last draft") {
    const auto [screen, left] = play({":why", "It could be worse.", ":why", ":rewrite"});
    CHECK(has(screen, "Nothing has been drafted yet."));
    CHECK(has(screen, "attune explain minimizing."));
    CHECK(has(screen, "You could say:"));
}

TEST_CASE("one's own statement is asked in place of the scenario") {
    const auto [screen, left] = play({":say I failed the exam again.", ":say"});
    CHECK(has(screen, "Someone says:\n  I failed the exam again."));
    CHECK(has(screen, "`:say` needs the words"));
}

TEST_CASE("a statement that mentions risk is met with the card before any draft") {
    const auto [screen, left] = play({":say I want to kill myself"});
    CHECK(has(screen, "findahelpline"));
    CHECK(!has(screen, "Someone says:"));
}

TEST_CASE("a draft is not explained once its moment was skipped") {
    const auto [screen, left] = play({"It could be worse.", ":skip", ":why"});
    CHECK(has(screen, "Nothing has been drafted yet."));
}

TEST_CASE("the person answers a miss once") {
    const auto [screen, left] = play({"It could be worse.", "It could be worse.", "It could be worse."});
    CHECK(screen.find("They say:") == screen.rfind("They say:"));
    CHECK(has(screen, "You can try the same moment again, or mend it."));
}

TEST_CASE("an empty line that is abandoned is met once with the way out") {
    const auto [screen, left] = play({"^C", "^C"});
    const std::string hint = "Ctrl-D or :quit leaves.";
    CHECK(has(screen, hint));
    CHECK(screen.find(hint) == screen.rfind(hint));
}

TEST_CASE("unknown commands and decks are met with what was meant") {
    const auto [screen, left] = play({":rewrit", ":deck partnr", ":deck", ":help"});
    CHECK(has(screen, "did you mean `:rewrite`?"));
    CHECK(has(screen, "did you mean `partner`?"));
    CHECK(has(screen, "(heavy)"));
    CHECK(has(screen, ":skip"));
}

TEST_CASE("an abandoned line is dropped and quit ends the session at once") {
    const auto [screen, left] = play({"^C", ":quit", "It could be worse."});
    CHECK(left == 1);
    CHECK(has(screen, "Until another time."));
}

TEST_CASE("three misses show both wordings side by side, and a repair is named and taken") {
    const auto [screen, left] = play({"It could be worse.", "It could be worse.", "It could be worse.",
                                      "I think I misunderstood earlier. Can we try again?"});
    CHECK(has(screen, "Side by side"));
    CHECK(has(screen, "One more chance, to mend it"));
    CHECK(has(screen, "That is a repair"));
    CHECK(has(screen, "They open up:"));
    CHECK(has(screen, "1 of 4 drafts landed, 1 of them a repair."));
}

TEST_CASE("a session ends after the moment in which its time is over, and not within one") {
    PracticeSettings settings;
    settings.time = std::chrono::seconds(60);
    const auto [screen, left] =
        play({"It could be worse.", "It could be worse.", ":help", ":skip", ":why"}, settings);
    CHECK(left == 1);
    CHECK(has(screen, "Your time is over"));
    CHECK(has(screen, "0 of 2 drafts landed."));
    // What would have come next is not shown.
    CHECK(screen.find("says:") == screen.rfind("says:"));
}

TEST_CASE("the figures of a session come at its end and not before") {
    const auto [screen, left] = play({"That sounds really difficult."});
    const auto figures = screen.find("of 1 draft landed");
    REQUIRE(figures != std::string::npos);
    CHECK(screen.find("> ") == std::string::npos);
    CHECK(has(screen, "No question was asked."));
    CHECK(has(screen, "words were yours."));
}

TEST_CASE("the pause asks two questions before a new moment, and both may be passed over") {
    PracticeSettings settings;
    settings.pause = true;
    const auto [screen, left] =
        play({"", "", "That sounds really difficult.", "That sounds hard."}, settings);
    CHECK(has(screen, "A breath first"));
    CHECK(has(screen, "What might they feel?"));
    CHECK(has(screen, "And what do you feel?"));
    // It does not come again while they go on.
    CHECK(screen.find("A breath first") == screen.rfind("A breath first"));
}

TEST_CASE("a word for the feeling is weighed gently, and nothing is called wrong") {
    PracticeSettings settings;
    settings.pause = true;
    CHECK(has(play({"joyful"}, settings).screen, "Their words sound more like"));
    CHECK(has(play({"xyzzy"}, settings).screen, "Keep that in mind"));
    CHECK(has(play({"", "tense"}, settings).screen, "It can sit beside you"));
}

TEST_CASE("in the pause a command is taken, and so is a draft that was begun") {
    PracticeSettings settings;
    settings.pause = true;
    CHECK(has(play({":quit"}, settings).screen, "Until another time."));
    CHECK(has(play({"That sounds really difficult, I'm sorry."}, settings).screen, "1 of 1 draft landed."));
    CHECK(has(play({"I want to kill myself"}, settings).screen, "findahelpline"));
    CHECK(!has(play({":pause"}, settings).screen, "And what do you feel?"));
}

TEST_CASE("a heavy deck says so before it begins") {
    const auto [screen, left] = play({":deck grief"});
    const auto notice = screen.find("is a heavy deck");
    REQUIRE(notice != std::string::npos);
    CHECK(notice < screen.rfind("says:"));
}

TEST_CASE("a skill can be chosen and left, and an exercise that is done is followed by another") {
    PracticeSettings settings;
    settings.skill = skill_named("curiosity");
    const auto [screen, left] =
        play({"What is that like for you?", ":why", ":rewrite", ":skill", ":skill empaty", ":deck partner"},
             settings);
    CHECK(has(screen, "Curiosity over judgment"));
    CHECK(has(screen, "The judgment:"));
    CHECK(has(screen, "1 exercise done in 1 try."));
    CHECK(has(screen, "did you mean `empathy`?"));
    CHECK(has(screen, "Your partner says:"));
}

TEST_CASE("what was to be found is shown after three tries") {
    PracticeSettings settings;
    settings.skill = skill_named("spot-it");
    const auto spotted =
        play({"1 avoiding", "2 avoiding", "3 avoiding", "1 avoiding", "2 avoiding", "3 avoiding"}, settings);
    CHECK(has(spotted.screen, "It is "));
    settings.skill = skill_named("emotional-awareness");
    const auto named =
        play({"grateful", "grateful", "grateful", "grateful", "grateful", "grateful"}, settings);
    CHECK(has(named.screen, "What is heard in it:"));
    CHECK(has(named.screen, "One way to say it:"));
}

TEST_CASE("on a plain screen nothing is drawn, and a voice and its words are one line") {
    const auto [screen, left] =
        play({"It could be worse.", ":why", "It could be worse.", "It could be worse."}, {}, plain_screen());
    for (const char* drawn : {"~", "* * *", "\x1b"}) CHECK(!has(screen, drawn));
    CHECK(has(screen, "They say: "));
    CHECK(has(screen, "Your words: It could be worse."));
}

TEST_CASE("words of a draft that settled patterns are in are only pointed at, and :why tells the rest") {
    static const Knowledge knowledge(builtin_blob());
    const auto minimizing = knowledge.pattern("minimizing");
    REQUIRE(minimizing.has_value());
    const auto scenarios = knowledge.scenarios();
    const auto tempting = std::find_if(scenarios.begin(), scenarios.end(), [&](const Scenario& scenario) {
        return (scenario.tempts >> *minimizing & 1U) != 0;
    });
    REQUIRE(tempting != scenarios.end());
    std::vector<Attempt> attempts;
    for (Instant day = 0; day < 6; ++day) {
        Attempt attempt;
        attempt.scenario = knowledge.text(tempting->id);
        attempt.at = day * 2 * one_day;
        attempt.landing = Landing::met;
        attempts.push_back(attempt);
    }
    const Mastery mastery(knowledge, attempts, 30 * one_day);
    PracticeSettings settings;
    settings.mastery = &mastery;
    const auto [screen, left] = play({"It could be worse.", ":why"}, settings);
    CHECK(has(screen, "How does this land? :why tells."));
    CHECK(!has(screen, "One way to say it:"));
    CHECK(has(screen, "attune explain minimizing."));
}

TEST_CASE("what is to be kept of a draft is recorded as it lands, and words only if they were asked for") {
    const std::string folder = "practice-loop-test";
    std::filesystem::remove_all(folder);
    for (const Keeping keeping : {Keeping::figures, Keeping::texts}) {
        History history(folder + "/history.sqlite");
        history.choose(keeping);
        Recorder recorder(std::move(history));
        PracticeSettings settings;
        settings.recorder = &recorder;
        play({"It could be worse.", "I misunderstood you. Can we try again?", "I want to kill myself"},
             settings);
        const auto attempts = recorder.history().attempts();
        REQUIRE(attempts.size() == (keeping == Keeping::figures ? 2 : 4));
        const Attempt& missed = attempts[attempts.size() - 2];
        CHECK(missed.scenario == attempts.back().scenario);
        CHECK(missed.landing == Landing::missed);
        CHECK(missed.patterns == std::vector<std::string>{"minimizing"});
        CHECK_FALSE(missed.rules.empty());
        CHECK(missed.draft == (keeping == Keeping::texts ? "It could be worse." : ""));
        CHECK(attempts.back().landing == Landing::repaired);
        CHECK(attempts.back().attempt == 2);
        CHECK(attempts.back().moves == std::vector<std::string>{"repair"});
    }
    std::filesystem::remove_all(folder);
}
