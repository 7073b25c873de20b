// SPDX-License-Identifier: MIT
#include "packs/inflect.h"

#include <doctest/doctest.h>

using namespace attune;

namespace {

std::string joined(const std::vector<std::string>& forms) {
    std::string out;
    for (const std::string& form : forms) out += (out.empty() ? "" : "/") + form;
    return out;
}

std::string table(const VerbForms& forms) {
    return forms.base + ": " + joined(forms.s) + ", " + joined(forms.ing) + ", " + joined(forms.past) + ", " +
           joined(forms.participle);
}

std::string regular(std::string_view verb) {
    return table(Inflector().forms(verb));
}

std::string shown(std::string_view entry) {
    Inflector inflector;
    inflector.learn(entry);
    return table(inflector.forms(entry));
}

}  // namespace

TEST_CASE("regular verbs are spelled as English spells them") {
    CHECK(regular("talk") == "talk: talks, talking, talked, talked");
    CHECK(regular("try") == "try: tries, trying, tried, tried");
    CHECK(regular("play") == "play: plays, playing, played, played");
    CHECK(regular("move") == "move: moves, moving, moved, moved");
    CHECK(regular("agree") == "agree: agrees, agreeing, agreed, agreed");
    CHECK(regular("lie") == "lie: lies, lying, lied, lied");
    CHECK(regular("watch") == "watch: watches, watching, watched, watched");
    CHECK(regular("push") == "push: pushes, pushing, pushed, pushed");
    CHECK(regular("fix") == "fix: fixes, fixing, fixed, fixed");
    CHECK(regular("panic") == "panic: panics, panicking, panicked, panicked");
}

TEST_CASE("a final consonant doubles after a short stressed vowel") {
    CHECK(regular("stop") == "stop: stops, stopping, stopped, stopped");
    CHECK(regular("hug") == "hug: hugs, hugging, hugged, hugged");
    CHECK(regular("admit") == "admit: admits, admitting, admitted, admitted");
    CHECK(regular("equip") == "equip: equips, equipping, equipped, equipped");
}

TEST_CASE("a final consonant does not double elsewhere") {
    CHECK(regular("help") == "help: helps, helping, helped, helped");
    CHECK(regular("wait") == "wait: waits, waiting, waited, waited");
    CHECK(regular("listen") == "listen: listens, listening, listened, listened");
    CHECK(regular("visit") == "visit: visits, visiting, visited, visited");
    CHECK(regular("show") == "show: shows, showing, showed, showed");
    CHECK(regular("relax") == "relax: relaxes, relaxing, relaxed, relaxed");
}

TEST_CASE("verbs in -el and the like are spelled as British and as American writers do") {
    CHECK(regular("travel") ==
          "travel: travels, traveling/travelling, traveled/travelled, traveled/travelled");
}

TEST_CASE("irregular forms are taken as given") {
    CHECK(shown("go went gone") == "go: goes, going, went, gone");
    CHECK(shown("have had had") == "have: has, having, had, had");
    CHECK(shown("get got got") == "get: gets, getting, got, got");
    CHECK(shown("babysit babysat babysat") == "babysit: babysits, babysitting, babysat, babysat");
    CHECK(shown("be was been being is") == "be: is, being, was, been");
    CHECK(shown("eat ate eaten") == "eat: eats, eating, ate, eaten");
}

TEST_CASE("a verb may be shown with more than one set of forms") {
    Inflector inflector;
    inflector.learn("get got got");
    inflector.learn("get got gotten");
    CHECK(table(inflector.forms("get")) == "get: gets, getting, got, got/gotten");
}

TEST_CASE("a phrase inflects its first word") {
    Inflector inflector;
    inflector.learn("get got gotten");
    CHECK(table(inflector.forms("calm down")) ==
          "calm down: calms down, calming down, calmed down, calmed down");
    CHECK(table(inflector.forms("get over")) == "get over: gets over, getting over, got over, gotten over");
    CHECK(table(inflector.forms("get rid of")) ==
          "get rid of: gets rid of, getting rid of, got rid of, gotten rid of");
}
