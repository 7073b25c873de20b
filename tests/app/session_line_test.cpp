// SPDX-License-Identifier: MIT
#include "app/score/session_line.h"

#include <doctest/doctest.h>

using namespace attune;

namespace {

std::string line_of(const SessionFigures& figures) {
    std::string line;
    JsonWriter writer(line);
    write_session(writer, figures);
    return line;
}

SessionFigures full() {
    SessionFigures figures;
    figures.session = "call \"7\"\n";
    figures.helper = "Zoë";
    figures.source = "a,b.vtt";
    figures.by = Column{"site", "north"};
    figures.score = 64;
    figures.turns = 12;
    figures.risk_turns = 1;
    figures.patterns = {{"fixing", 2}, {"self_focus", 0}};
    figures.kinds = {{"fixing.direct", 2}};
    figures.moves = {{"naming", 3}};
    figures.reflections = 4;
    figures.course = {{50, 1, 2}, {70, 0, 3}};
    figures.best = {{4, 80, {}, {"naming"}, "I lost it.", "That hurts."}};
    figures.hardest = {{6, 12, {"fixing"}, {}, "", ""}};
    return figures;
}

std::string problem_of(const std::string& line) {
    SessionLineReader reader;
    SessionFigures figures;
    return reader.read(line, figures);
}

std::string with(std::string line, std::string_view from, std::string_view to) {
    const auto at = line.find(from);
    REQUIRE(at != std::string::npos);
    return line.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a line that is read and written again is the same line") {
    SessionFigures bare;
    bare.session = "x";
    SessionLineReader reader;
    for (const SessionFigures& figures : {full(), bare}) {
        const std::string line = line_of(figures);
        SessionFigures again;
        CHECK(reader.read(line, again) == "");
        CHECK(line_of(again) == line);
    }
}

TEST_CASE("a line that is not of our making is refused with its reason") {
    const std::string line = line_of(full());
    CHECK(problem_of("[1]") == "not a JSON object");
    CHECK(problem_of("{\"session\":") == "not a JSON object");
    CHECK(problem_of("{}") == "no `session`");
    CHECK(problem_of(with(line, "\"version\":1", "\"version\":2")) == "written by another version of attune");
    CHECK(problem_of(with(line, "\"score\":64", "\"score\":101")) == "`score` is above 100");
    CHECK(problem_of(with(line, "\"score\":64", "\"score\":-1")) == "`score` is not what it should be");
    CHECK(problem_of(with(line, "\"risk\":1", "\"risk\":13")) == "more turns with risk than turns");
    CHECK(problem_of(with(line, "\"fixing\":2", "\"fix\\\"ing\":2")) == "`misses` counts what has no name");
    CHECK(problem_of(with(line, "[50,1,2]", "[50,1]")) == "a point of `course` is not three numbers");
}
