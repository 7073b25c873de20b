// SPDX-License-Identifier: MIT
//
// What every rewrite must be, over thousands of pairs: each statement of the decks with drafts of each
// pattern, taken from the rules' own examples. With $ATTUNE_REWRITE_SETS, a folder of labelled replies
// (gold.jsonl, contrast.jsonl), the same over those.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/records.h"
#include "coach/coach.h"
#include "coach/rewrite/guards.h"
#include "coach/rewrite/wording.h"
#include "coach/shipped.h"
#include "coach/statement.h"

using namespace attune;
using namespace attune::testing;

namespace {

constexpr std::size_t drafts_a_pattern = 6;  // for each statement, other ones for the next

std::size_t sentences_in(std::string_view text) {
    const auto words = split_words(text);
    std::size_t count = 0;
    bool open = false;
    for (const auto& word : words) {
        open = !has_end_mark(word.core + word.after);
        count += open ? 0U : 1U;
    }
    return count + (open ? 1U : 0U);
}

// All words of the banks and of the lexicon of feelings.
const WordStock& known_words() {
    static const WordStock stock = [] {
        std::string all;
        for (const Phrase& phrase : shipped().phrases()) all.append(shipped().text(phrase.text)).append(" ");
        for (const FeelingWord& word : shipped().feeling_words())
            all.append(shipped().text(word.text)).append(" ");
        WordStock words;
        words.add(all);
        return words;
    }();
    return stock;
}

class Properties {
  public:
    void check(const std::optional<std::string_view>& statement, std::string_view draft,
               RewriteOptions options) {
        const Exchange exchange{statement, draft};
        coach_.read(exchange, reading_);
        const auto better = coach_.rewrite(exchange, reading_, options);
        if (reading_.risk || !reading_.flagged()) {
            if (!better.empty()) fail("rewritten without need", exchange, better.front());
            return;
        }
        ++pairs;
        if (better.empty()) fail("no rewrite", exchange, {});
        for (const Rewrite& rewrite : better) look_at(exchange, rewrite);
    }

    std::size_t pairs = 0, rewrites = 0;

  private:
    void fail(std::string_view what, const Exchange& exchange, const Rewrite& rewrite) const {
        CAPTURE(exchange.statement.value_or(""));
        CAPTURE(exchange.reply);
        CAPTURE(rewrite.text);
        FAIL_CHECK(what);
    }

    void look_at(const Exchange& exchange, const Rewrite& rewrite) {
        ++rewrites;
        const std::string_view text = rewrite.text;
        if (!well_formed(text)) fail("not well formed", exchange, rewrite);
        if (rewrite.moves.empty() || rewrite.does.empty()) fail("carries no move", exchange, rewrite);
        if (std::count(text.begin(), text.end(), '?') > 1) fail("asks twice", exchange, rewrite);
        reader_.read({exchange.statement, text}, again_);
        if (again_.risk || again_.flagged()) fail("flagged again", exchange, rewrite);
        if (count_words(exchange.reply) > 0 &&
            sentences_in(text) > std::max<std::size_t>(sentences_in(exchange.reply), 1) + 1)
            fail("too many sentences", exchange, rewrite);
        WordStock said;
        said.add(exchange.statement.value_or(""));
        said.add(exchange.reply);
        if (!invents_nothing(text, {&said, &known_words()}, {})) fail("brings in a word", exchange, rewrite);
        if (exceeds_what_was_said(exchange, text)) fail("overstates the feeling", exchange, rewrite);
    }

    bool exceeds_what_was_said(const Exchange& exchange, std::string_view text) {
        int strongest = 2;
        for (const FeltFeeling& felt : again_.statement.feelings)
            strongest = std::max<int>(strongest, felt.strength);
        read_passage(text, shipped().vocabulary(), passage_);
        return !no_stronger(feelings_, passage_, strongest,
                            {exchange.statement.value_or(""), exchange.reply});
    }

    Coach coach_{shipped()}, reader_{shipped()};
    FeelingFinder feelings_{shipped()};
    Reading reading_, again_;
    Passage passage_;
};

// The replies that the rules of a pattern give as their hits.
std::vector<std::string_view> drafts_of(std::size_t pattern) {
    std::vector<std::string_view> drafts;
    for (const Rule& rule : shipped().rules()) {
        if (rule.kind != RuleKind::pattern || rule.target != pattern) continue;
        for (const Example& example :
             shipped().examples().subspan(rule.first_example, rule.last_example - rule.first_example))
            if (example.is_hit) drafts.push_back(shipped().text(example.reply));
    }
    return drafts;
}

}  // namespace

TEST_CASE("every rewrite of the decks with the rules' own misses is what a rewrite must be") {
    Properties properties;
    std::size_t turn = 0;
    for (std::size_t pattern = 0; pattern < shipped().patterns().size(); ++pattern) {
        const auto drafts = drafts_of(pattern);
        REQUIRE_FALSE(drafts.empty());
        for (const Scenario& scenario : shipped().scenarios())
            for (std::size_t i = 0; i < drafts_a_pattern; ++i)
                properties.check(shipped().text(scenario.says), drafts[turn++ % drafts.size()],
                                 {3, scenario.relation});
    }
    CHECK(properties.pairs > 2000);
}

TEST_CASE("the same holds in every style and for everybody, and for a statement that nobody knows") {
    Properties properties;
    std::size_t turn = 0;
    for (std::size_t pattern = 0; pattern < shipped().patterns().size(); ++pattern) {
        const auto drafts = drafts_of(pattern);
        for (std::size_t s = 0; s < shipped().scenarios().size(); s += 5)
            for (std::uint8_t style = 0; style < std::size(style_names); ++style)
                properties.check(shipped().text(shipped().scenarios()[s].says),
                                 drafts[turn++ % drafts.size()],
                                 {2, static_cast<std::uint8_t>(turn % std::size(relation_names)), style});
        for (std::size_t i = 0; i < 20; ++i)
            properties.check(std::nullopt, drafts[turn++ % drafts.size()], {});
    }
    CHECK(properties.pairs > 300);
}

TEST_CASE("the same holds over labelled replies, where a folder of them is named") {
    const char* folder = std::getenv("ATTUNE_REWRITE_SETS");
    if (folder == nullptr) return;
    Properties properties;
    for (const std::string_view name : {"gold.jsonl", "contrast.jsonl"}) {
        const auto path = std::filesystem::path(folder) / name;
        if (!std::filesystem::exists(path)) continue;
        Input input(path.string());
        Records records(input);
        Record record;
        while (records.next(record))
            if (record.error.empty()) properties.check(record.statement, record.reply, {});
    }
    MESSAGE("rewritten " << properties.pairs << ", rewrites " << properties.rewrites);
}
