// SPDX-License-Identifier: MIT
#include "app/practice_loop.h"

#include <doctest/doctest.h>

#include <deque>

#include "packs/builtin.h"

using namespace attune;

namespace {

// What a person types, line by line; "^C" abandons one.
class Script : public LineReader {
  public:
    explicit Script(std::initializer_list<std::string> lines) : lines_(lines) {}

    LineState read(const std::string&, std::string& line) override {
        if (lines_.empty()) return LineState::ended;
        line = lines_.front();
        lines_.pop_front();
        if (line != "^C") return LineState::typed;
        line.clear();
        return LineState::abandoned;
    }
    [[nodiscard]] std::size_t left() const { return lines_.size(); }

  private:
    std::deque<std::string> lines_;
};

struct Played {
    std::string screen;
    std::size_t lines_left;
};

Played play(std::initializer_list<std::string> lines) {
    static const Knowledge knowledge(builtin_blob());
    Coach coach(knowledge);
    Choice choice;
    choice.seed = 1;
    Session session(coach, choice);
    Script script(lines);
    Output out(-1, "test"), err(-1, "test");
    Console console{out, err, {}};
    run_practice(session, knowledge, script, console, "");
    return {out.buffer(), script.left()};
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
    CHECK(has(screen, "2 drafts written, 1 landed."));
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
    CHECK(has(screen, "You can try the same moment again."));
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
