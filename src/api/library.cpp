// SPDX-License-Identifier: MIT
//
// Behind attune/attune.h. A reading keeps every text it hands out, ended with a zero byte; no exception
// leaves a function.
#include <cstdlib>
#include <cstring>
#include <deque>
#include <exception>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <vector>

#include "attune/attune.h"
#include "coach/coach.h"
#include "packs/builtin.h"
#include "packs/compile.h"
#include "packs/files.h"

struct attune_coach {
    std::vector<std::byte> blob;  // of packs laid over the built-in ones; empty without such
    std::unique_ptr<attune::Knowledge> knowledge;
    attune::Coach coach;
};

struct attune_reading {
    std::deque<std::string> texts;  // a deque: what was handed out stays where it is
    std::vector<attune_finding> findings;
    std::vector<attune_move> moves;
    std::vector<attune_rewrite> rewrites;
    int score = 0, level = 0;
    bool risk = false;

    const char* keep(std::string_view text) { return texts.emplace_back(text).c_str(); }
};

namespace {

char* copy_of(const std::string& text) {
    auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (copy != nullptr) std::memcpy(copy, text.c_str(), text.size() + 1);
    return copy;
}

// Without the cache of attune::Library: a library leaves no files behind.
std::unique_ptr<attune_coach> open_coach(const char* const* packs, std::string& error) {
    std::vector<std::byte> blob;
    if (packs != nullptr && *packs != nullptr) {
        attune::PackFiles files = attune::builtin_files();
        for (; *packs != nullptr; ++packs)
            files = attune::layer(std::move(files), attune::read_pack_folder(*packs));
        attune::Diagnostics problems;
        blob = attune::compile_pack(files, problems);
        if (problems.failed()) {
            error = problems.render();
            return nullptr;
        }
    }
    auto knowledge = std::make_unique<attune::Knowledge>(blob.empty() ? attune::builtin_blob()
                                                                      : std::span<const std::byte>(blob));
    attune::Coach coach(*knowledge);
    return std::unique_ptr<attune_coach>(
        new attune_coach{std::move(blob), std::move(knowledge), std::move(coach)});
}

std::unique_ptr<attune_reading> reading_of(attune::Coach& coach, const attune::Exchange& exchange,
                                           std::size_t at_most) {
    const attune::Knowledge& k = coach.knowledge();
    attune::Reading found;
    coach.read(exchange, found);
    auto out = std::make_unique<attune_reading>();
    for (const attune::Finding& finding : found.findings) {
        const attune::Rule& rule = k.rules()[finding.rule];
        out->findings.push_back({out->keep(k.text(k.patterns()[finding.pattern].name)),
                                 out->keep(k.text(k.kinds()[rule.subkind].id)), out->keep(k.text(rule.id)),
                                 out->keep(finding.why), finding.span.begin, finding.span.end,
                                 finding.confidence, finding.severity});
    }
    for (const attune::FoundMove& move : found.moves)
        out->moves.push_back({out->keep(k.text(k.moves()[move.move].name)),
                              out->keep(k.text(k.rules()[move.rule].id)), move.span.begin, move.span.end,
                              move.confidence});
    if (at_most > 0) {
        attune::RewriteOptions options;
        options.at_most = at_most;
        for (const attune::Rewrite& rewrite : coach.rewrite(exchange, found, options))
            out->rewrites.push_back({out->keep(rewrite.text), out->keep(rewrite.does)});
    }
    out->score = found.score;
    out->level = found.level;
    out->risk = found.risk;
    return out;
}

}  // namespace

const char* attune_version(void) {
    return ATTUNE_VERSION;
}

attune_coach* attune_coach_new(const char* const* packs, char** error) {
    std::string told;
    try {
        if (auto coach = open_coach(packs, told)) return coach.release();
    } catch (const std::exception& problem) {
        told = problem.what();
    }
    if (error != nullptr) *error = copy_of(told);
    return nullptr;
}

void attune_coach_free(attune_coach* coach) {
    delete coach;
}

void attune_text_free(char* text) {
    std::free(text);
}

attune_reading* attune_read_and_rewrite(attune_coach* coach, const char* statement, const char* reply,
                                        size_t at_most) {
    try {
        attune::Exchange exchange{std::nullopt, reply};
        if (statement != nullptr) exchange.statement = statement;
        return reading_of(coach->coach, exchange, at_most).release();
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

attune_reading* attune_read(attune_coach* coach, const char* statement, const char* reply) {
    return attune_read_and_rewrite(coach, statement, reply, 0);
}

void attune_reading_free(attune_reading* reading) {
    delete reading;
}

int attune_score(const attune_reading* reading) {
    return reading->score;
}

int attune_level(const attune_reading* reading) {
    return reading->level;
}

int attune_mentions_risk(const attune_reading* reading) {
    return reading->risk ? 1 : 0;
}

size_t attune_finding_count(const attune_reading* reading) {
    return reading->findings.size();
}

attune_finding attune_finding_at(const attune_reading* reading, size_t index) {
    if (index >= reading->findings.size()) return {"", "", "", "", 0, 0, 0, 0};
    return reading->findings[index];
}

size_t attune_move_count(const attune_reading* reading) {
    return reading->moves.size();
}

attune_move attune_move_at(const attune_reading* reading, size_t index) {
    if (index >= reading->moves.size()) return {"", "", 0, 0, 0};
    return reading->moves[index];
}

size_t attune_rewrite_count(const attune_reading* reading) {
    return reading->rewrites.size();
}

attune_rewrite attune_rewrite_at(const attune_reading* reading, size_t index) {
    if (index >= reading->rewrites.size()) return {"", ""};
    return reading->rewrites[index];
}
