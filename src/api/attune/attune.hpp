// SPDX-License-Identifier: MIT
//
// libattune for C++17 and later: plain values around the C interface (attune.h), which is all that a program
// is linked to, so that compilers and standards may differ.
//
//   attune::Coach coach;
//   const attune::Reading reading = coach.read("At least you have a job.", "I got demoted today.");
//   for (const attune::Finding& finding : reading.findings) std::puts(finding.why.c_str());
//
// A coach belongs to one thread at a time; readings are values.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "attune.h"

namespace attune {

// Where a reply misses the person. Bytes [begin, end) of the reply.
struct Finding {
    std::string pattern, kind, rule;  // "fixing", "fixing.direct", "fixing.direct.you-should"
    std::string why;                  // one line for the writer of the reply
    std::size_t begin = 0, end = 0;
    float confidence = 0;  // (0, 1]; it counts from 0.5 on
    int severity = 0;      // 1 slip, 2 misses the person, 3 denies or attacks
};

// Where it meets them.
struct Move {
    std::string name, rule;
    std::size_t begin = 0, end = 0;
    float confidence = 0;
};

// A better reply.
struct Rewrite {
    std::string text;
    std::string does;  // "names the feeling, asks one open question"
};

struct Reading {
    std::vector<Finding> findings;  // in the order of the text, weak ones too
    std::vector<Move> moves;        // the same
    std::vector<Rewrite> rewrites;  // the best first
    int score = 0;                  // 0..100
    int level = 0;                  // 1..5; 0 where risk is mentioned
    bool risk = false;              // suicide, self-harm, abuse or danger: no rewrite
};

class Coach {
  public:
    // Reads with the built-in rules and, over them, those of pack folders. Throws std::runtime_error that
    // tells every mistake in them.
    explicit Coach(const std::vector<std::string>& packs = {}) {
        std::vector<const char*> folders;
        for (const std::string& pack : packs) folders.push_back(pack.c_str());
        folders.push_back(nullptr);
        char* error = nullptr;
        coach_.reset(attune_coach_new(folders.data(), &error));
        const std::unique_ptr<char, Free> told(error);
        if (!coach_) throw std::runtime_error(told ? told.get() : "attune: out of memory");
    }

    // `at_most` better replies; 0 for none. A text ends at its first zero byte. Throws std::bad_alloc.
    [[nodiscard]] Reading read(const std::string& reply, const std::optional<std::string>& statement = {},
                               std::size_t at_most = 0) {
        const std::unique_ptr<attune_reading, Free> reading(attune_read_and_rewrite(
            coach_.get(), statement ? statement->c_str() : nullptr, reply.c_str(), at_most));
        if (!reading) throw std::bad_alloc();
        Reading out;
        for (std::size_t i = 0; i < attune_finding_count(reading.get()); ++i) {
            const attune_finding f = attune_finding_at(reading.get(), i);
            out.findings.push_back(
                {f.pattern, f.kind, f.rule, f.why, f.begin, f.end, f.confidence, f.severity});
        }
        for (std::size_t i = 0; i < attune_move_count(reading.get()); ++i) {
            const attune_move m = attune_move_at(reading.get(), i);
            out.moves.push_back({m.name, m.rule, m.begin, m.end, m.confidence});
        }
        for (std::size_t i = 0; i < attune_rewrite_count(reading.get()); ++i) {
            const attune_rewrite r = attune_rewrite_at(reading.get(), i);
            out.rewrites.push_back({r.text, r.does});
        }
        out.score = attune_score(reading.get());
        out.level = attune_level(reading.get());
        out.risk = attune_mentions_risk(reading.get()) != 0;
        return out;
    }

  private:
    struct Free {
        void operator()(attune_coach* coach) const { attune_coach_free(coach); }
        void operator()(attune_reading* reading) const { attune_reading_free(reading); }
        void operator()(char* text) const { attune_text_free(text); }
    };
    std::unique_ptr<attune_coach, Free> coach_;
};

}  // namespace attune
