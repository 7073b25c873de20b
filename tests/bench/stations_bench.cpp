// SPDX-License-Identifier: MIT
//
// What each station of a reading costs, over the labelled pairs of tests/corpus. Rates are by the bytes of
// the statements and replies that are read; "JSON in" counts those of the whole lines, "JSON out" those
// written.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "app/json_writer.h"
#include "app/presenter.h"
#include "app/reading_json.h"
#include "app/records.h"
#include "app/text_input.h"
#include "coach/shipped.h"
#include "rules/judge.h"
#include "text/tokens.h"

namespace attune {
namespace {

struct Pair {
    std::string statement, reply;
};

struct Corpus {
    std::string lines;  // JSONL
    std::vector<Pair> pairs;
    std::vector<std::string> texts;  // statements and replies
    std::int64_t text_bytes = 0;
};

const Corpus& corpus() {
    static const Corpus all = [] {
        Corpus read;
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(ATTUNE_SOURCE_DIR "/tests/corpus"))
            if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const auto& file : files) {
            std::ifstream in(file, std::ios::binary);
            read.lines.append(std::istreambuf_iterator<char>(in), {});
        }
        testing::TextInput source(read.lines);
        Records records(source.input);
        for (Record record; records.next(record);)
            read.pairs.push_back({std::string(record.statement.value_or("")), std::string(record.reply)});
        for (const Pair& pair : read.pairs)
            for (const std::string* text : {&pair.statement, &pair.reply}) {
                read.texts.push_back(*text);
                read.text_bytes += static_cast<std::int64_t>(text->size());
            }
        return read;
    }();
    return all;
}

void tell_rate(benchmark::State& state, std::int64_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes);
}

void tokens(benchmark::State& state) {
    std::vector<Token> out;
    for (auto _ : state)
        for (const std::string& text : corpus().texts) {
            tokenize(text, testing::shipped().vocabulary(), out);
            benchmark::DoNotOptimize(out.data());
        }
    tell_rate(state, corpus().text_bytes);
}

void lookup(benchmark::State& state) {
    std::vector<std::string> words;
    std::int64_t bytes = 0;
    for (const std::string& text : corpus().texts) {
        std::vector<Token> out;
        tokenize(text, testing::shipped().vocabulary(), out);
        for (const Token& token : out)
            if (token.is_word() && token.word != unknown_word) {
                words.emplace_back(testing::shipped().vocabulary().spelling(token.word));
                bytes += static_cast<std::int64_t>(words.back().size());
            }
    }
    for (auto _ : state)
        for (const std::string& word : words)
            benchmark::DoNotOptimize(testing::shipped().vocabulary().find(word));
    tell_rate(state, bytes);
}

void features(benchmark::State& state) {
    Passage passage;
    for (auto _ : state)
        for (const std::string& text : corpus().texts) {
            read_passage(text, testing::shipped().vocabulary(), passage);
            benchmark::DoNotOptimize(passage.features);
        }
    tell_rate(state, corpus().text_bytes);
}

std::vector<Passage> passages() {
    std::vector<Passage> read(corpus().texts.size());
    for (std::size_t i = 0; i < read.size(); ++i)
        read_passage(corpus().texts[i], testing::shipped().vocabulary(), read[i]);
    return read;
}

void matching(benchmark::State& state) {
    const std::vector<Passage> all = passages();
    MatchScratch scratch;
    std::vector<CueHit> hits;
    for (auto _ : state)
        for (const Passage& passage : all) {
            testing::shipped().automaton().match(passage, {}, scratch, hits);
            benchmark::DoNotOptimize(hits.data());
        }
    tell_rate(state, corpus().text_bytes);
}

void judging(benchmark::State& state) {
    const std::vector<Passage> all = passages();
    Judge judge(testing::shipped());
    RuleHits hits;
    for (auto _ : state)
        for (const Passage& passage : all) {
            judge.judge(passage, Role::reply, {}, hits);
            benchmark::DoNotOptimize(hits.patterns.data());
        }
    tell_rate(state, corpus().text_bytes);
}

void reading(benchmark::State& state) {
    Coach coach(testing::shipped());
    Reading out;
    for (auto _ : state)
        for (const Pair& pair : corpus().pairs) {
            coach.read({pair.statement, pair.reply}, out);
            benchmark::DoNotOptimize(out.score);
        }
    tell_rate(state, corpus().text_bytes);
}

void rewriting(benchmark::State& state) {
    Coach coach(testing::shipped());
    Reading out;
    for (auto _ : state)
        for (const Pair& pair : corpus().pairs) {
            const Exchange exchange{pair.statement, pair.reply};
            coach.read(exchange, out);
            benchmark::DoNotOptimize(coach.rewrite(exchange, out));
        }
    tell_rate(state, corpus().text_bytes);
}

void json_in(benchmark::State& state) {
    for (auto _ : state) {
        testing::TextInput source(corpus().lines);
        Records records(source.input);
        for (Record record; records.next(record);) benchmark::DoNotOptimize(record.reply.data());
    }
    tell_rate(state, static_cast<std::int64_t>(corpus().lines.size()));
}

void json_out(benchmark::State& state) {
    std::vector<Reading> readings(corpus().pairs.size());
    Coach coach(testing::shipped());
    for (std::size_t i = 0; i < readings.size(); ++i)
        coach.read({corpus().pairs[i].statement, corpus().pairs[i].reply}, readings[i]);
    std::int64_t bytes = 0;
    std::string buffer;
    for (auto _ : state) {
        bytes = 0;
        for (std::size_t i = 0; i < readings.size(); ++i) {
            buffer.clear();
            JsonWriter json(buffer);
            const Exchange exchange{corpus().pairs[i].statement, corpus().pairs[i].reply};
            write_reading(testing::shipped(), {{}, exchange, readings[i], {}}, 0, json);
            bytes += static_cast<std::int64_t>(buffer.size());
        }
        benchmark::DoNotOptimize(buffer.data());
    }
    tell_rate(state, bytes);
}

BENCHMARK(tokens);
BENCHMARK(lookup);
BENCHMARK(features);
BENCHMARK(matching);
BENCHMARK(judging);
BENCHMARK(reading);
BENCHMARK(rewriting);
BENCHMARK(json_in);
BENCHMARK(json_out);

}  // namespace
}  // namespace attune

BENCHMARK_MAIN();
