// SPDX-License-Identifier: MIT
//
// The same in C++, and how a pack with mistakes is told.
//
//   c++ -std=c++17 example.cpp $(pkg-config --cflags --libs attune) -o example
#include <attune/attune.hpp>
#include <iostream>

int main() {
    attune::Coach coach;
    const std::string reply = "You should just talk to your boss.";
    const attune::Reading reading = coach.read(reply, "I got demoted today.", 1);
    for (const attune::Finding& finding : reading.findings)
        std::cout << finding.rule << ": \"" << reply.substr(finding.begin, finding.end - finding.begin)
                  << "\": " << finding.why << "\n";
    for (const attune::Rewrite& rewrite : reading.rewrites) std::cout << "you could say: " << rewrite.text << "\n";

    const attune::Reading met = coach.read("It sounds like that hurt.");
    for (const attune::Move& move : met.moves) std::cout << "meets: " << move.name << "\n";
    const attune::Reading risk = coach.read("You should rest.", "I want to kill myself.", 3);

    bool told = false;
    try {
        attune::Coach broken({"no-such-pack"});
    } catch (const std::runtime_error& error) {
        std::cout << error.what() << "\n";
        told = true;
    }
    const bool as_expected = !reading.findings.empty() && !reading.rewrites.empty() && !met.moves.empty() &&
                             risk.risk && risk.rewrites.empty() && reading.score < met.score && told;
    return as_expected ? 0 : 1;
}
