// SPDX-License-Identifier: MIT
//
// The idea: propose, then let the same reader that found the miss judge the proposal. What can be kept of the
// draft gives a trim or a swap; recipes of beats, each filled from a bank, give a rebuild. A proposal that is
// not well formed, brings in a word from nowhere, overstates the feeling, is flagged or carries no move is
// dropped and the next one tried; the plain bank, which needs no detail, comes last and always has one. At
// most a few dozen proposals are read.
#include "coach/rewrite/rewriter.h"

#include <algorithm>

#include "coach/rewrite/guards.h"
#include "coach/rewrite/manner.h"
#include "coach/rewrite/recipes.h"
#include "coach/rewrite/wording.h"
#include "rules/evidence.h"

namespace attune {
namespace {

constexpr std::size_t tries_a_recipe = 4;
constexpr std::size_t tries_a_swap = 5;
constexpr std::size_t most_kept_words = 24;
constexpr std::size_t fewest_kept_alone = 4;
constexpr std::size_t longest_brief = 14;    // words
constexpr std::uint8_t brief = 0, warm = 1;  // style_names
static_assert(style_names[brief] == "brief" && style_names[warm] == "warm");

// A text and the phrases that it was made with.
struct Proposal {
    std::string text;
    std::vector<std::string_view> phrases;
    std::uint8_t slots = 0;
    bool of_a_family = false;  // one of the phrases fits only what they feel
};

// The first two words, folded.
std::string opening_of(std::string_view text) {
    const auto words = split_words(text);
    return words.size() < 2 ? std::string(text) : folded(words[0].core) + ' ' + folded(words[1].core);
}

// Adds one sentence to a proposal; false when it would stutter.
bool append(Proposal& proposal, const std::string& sentence) {
    if (sentence.empty()) return false;
    if (!proposal.text.empty()) {
        if (opening_of(proposal.text) == opening_of(sentence)) return false;
        proposal.text += ' ';
    }
    proposal.text += sentence;
    return true;
}

bool says_little(std::string_view word) {
    return word.size() < 4 ||
           one_of(word, {"that", "what",  "with", "your", "this",   "about", "have", "you're",  "from",
                         "when", "would", "like", "it's", "that's", "been",  "they", "them",    "into",
                         "just", "were",  "more", "most", "some",   "than",  "then", "because", "much"});
}

// Says three words twice, or the same thing in two sentences: "It hurts. What hurts the most?" A word of
// `theirs` may come back.
bool repeats_itself(std::string_view text) {
    std::vector<std::string> words;
    std::vector<std::size_t> sentence;
    std::size_t at = 0;
    for (const auto& word : split_words(text)) {
        words.push_back(folded(word.core));
        sentence.push_back(at);
        at += has_end_mark(word.core + word.after);
    }
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t j = i + 1; j < words.size(); ++j) {
            if (words[i] != words[j]) continue;
            if (j + 2 < words.size() && words[i + 1] == words[j + 1] && words[i + 2] == words[j + 2])
                return true;
            if (sentence[i] != sentence[j] && !says_little(words[i])) return true;
        }
    return false;
}

std::size_t count_sentences(std::string_view text) {
    std::size_t count = 0;
    bool open = false;
    for (const auto& word : split_words(text)) {
        open = true;
        if (!has_end_mark(word.core + word.after)) continue;
        ++count;
        open = false;
    }
    return count + (open ? 1U : 0U);
}

std::string_view told(std::string_view move) {
    if (move == "naming") return "names the feeling";
    if (move == "reflecting") return "says back what you heard";
    if (move == "validating") return "shows that it makes sense";
    if (move == "asking") return "asks one open question";
    if (move == "presence") return "stays with them";
    if (move == "empathy") return "meets it with warmth";
    if (move == "permission") return "asks before helping";
    if (move == "repair") return "owns your part";
    if (move == "affirming") return "sees what it took";
    return move;
}

// "You" as one means the person in front of one: not in "don't you hate it when you …?".
bool speaks_to_the_listener(const Passage& statement) {
    for (const Clause& clause : statement.clauses) {
        const Sentence& sentence = statement.sentences[clause.sentence];
        if (sentence.features & (feature::question | feature::when_clause)) {
            const bool past =
                (clause.features & feature::past) != 0 && (clause.features & feature::about_you);
            if (!past || (sentence.features & feature::question)) continue;
        }
        if (clause.features & (feature::about_you | feature::mentions_you)) return true;
    }
    return false;
}

class Writing {
  public:
    Writing(const Knowledge& knowledge, const FeelingFinder& finder, const Banks& banks,
            const RewriteTask& task, const Rewriter::Reader& read, Situation situation)
        : knowledge_(knowledge),
          finder_(finder),
          banks_(banks),
          task_(task),
          read_(read),
          situation_(std::move(situation)) {
        for (const FeltFeeling& felt : task.reading.statement.feelings)
            strongest_ = std::max<int>(strongest_, felt.strength);
        situation_.style = task.options.style;
        situation_.spelling = spelling_of(task.exchange.reply);
        if (situation_.spelling == Spelling::unknown)
            situation_.spelling = spelling_of(task.exchange.statement.value_or(""));
        situation_.spelled_out = spells_out(task.exchange.reply);
        if (!situation_.relation)
            situation_.relation = guess_relation(task.exchange.statement.value_or(""), task.exchange.reply);
        situation_.short_words = situation_.relation && relation_names[*situation_.relation] == "child";
        if (task.exchange.statement) theirs_.add(*task.exchange.statement);
        if (situation_.feeling) {
            theirs_.add(situation_.feeling->word);
            theirs_.add(situation_.feeling->noun);
        }
        drafted_.add(task.exchange.reply);
    }

    std::vector<Rewrite> all() {
        const KeptDraft kept = keep_clean(knowledge_, task_.draft, task_.reading);
        swap(kept);
        trim(kept);
        rebuild(1);
        if (rewrites_.size() < task_.options.at_most) rebuild(task_.options.at_most - rewrites_.size());
        if (rewrites_.empty()) plain();
        // Scores close to one another say nothing; then the order in which they were made holds.
        constexpr int alike = 34;
        std::stable_sort(rewrites_.begin(), rewrites_.end(),
                         [](const Scored& x, const Scored& y) { return x.score / alike > y.score / alike; });
        std::vector<Rewrite> out;
        for (Scored& scored : rewrites_) {
            if (out.size() == task_.options.at_most) break;
            out.push_back(std::move(scored.rewrite));
        }
        return out;
    }

  private:
    struct Scored {
        Rewrite rewrite;
        int score = 0;
    };

    [[nodiscard]] std::optional<std::uint8_t> gravest() const {
        if (situation_.patterns.empty()) return std::nullopt;
        return situation_.patterns.front();
    }
    [[nodiscard]] std::string_view name_of(std::optional<std::uint8_t> pattern) const {
        return pattern ? knowledge_.text(knowledge_.patterns()[*pattern].name) : std::string_view{};
    }

    // A choice between rewrites that begin alike is none.
    [[nodiscard]] bool offers_the_like(std::string_view text) const {
        const std::string opening = opening_of(text);
        return std::any_of(rewrites_.begin(), rewrites_.end(),
                           [&](const Scored& s) { return opening_of(s.rewrite.text) == opening; });
    }

    // Begins as the last offer did, or leans on "it sounds" again.
    [[nodiscard]] bool wears_out(std::string_view text) const {
        constexpr std::size_t far_enough = 4;
        const std::string opening = opening_of(text);
        const auto& offered = task_.options.offered;
        const std::size_t near = std::min(offered.size(), far_enough);
        if (near == 0) return false;
        if (opening_of(offered.back()) == opening) return true;
        if (opening != "it sounds" && opening != "that sounds" && opening != "you sound") return false;
        const auto recent = offered.last(near);
        return std::any_of(recent.begin(), recent.end(),
                           [&](const std::string& earlier) { return opening_of(earlier) == opening; });
    }

    // Like the draft in length: a short word is answered by few.
    [[nodiscard]] bool fits_the_draft(std::string_view text) const {
        const std::size_t words = count_words(text);
        if (task_.options.style == brief && words > longest_brief) return false;
        const std::size_t drafted = count_words(task_.exchange.reply);
        if (drafted == 0) return true;
        if (count_sentences(text) > std::max<std::size_t>(count_sentences(task_.exchange.reply), 1) + 1)
            return false;
        return words <= std::max<std::size_t>(24, drafted * 3 / 2 + 8);
    }

    // Takes the proposal when it passes every guard and a second reading.
    bool accept(Rewrite::Kind kind, Proposal proposal) {
        std::string& text = proposal.text;
        if (std::any_of(rewrites_.begin(), rewrites_.end(),
                        [&](const Scored& s) { return s.rewrite.text == text; }))
            return false;
        if (kind == Rewrite::Kind::rebuild && offers_the_like(text)) return false;
        if (!well_formed(text) || std::count(text.begin(), text.end(), '?') > 1) return false;
        if (kind != Rewrite::Kind::trim && repeats_itself(text)) return false;
        if (!fits_the_draft(text) || (kind == Rewrite::Kind::rebuild && wears_out(text))) return false;
        std::vector<const WordStock*> stocks = {&theirs_};
        if (kind != Rewrite::Kind::rebuild) stocks.push_back(&drafted_);
        if (!invents_nothing(text, stocks, proposal.phrases)) return false;
        const ReadAgain again = read_(text);
        if (again.reading.risk || again.reading.flagged(flagged_from)) return false;
        std::vector<std::uint8_t> moves;
        for (const FoundMove& move : again.reading.moves)
            if (move.confidence >= flagged_from &&
                std::find(moves.begin(), moves.end(), move.move) == moves.end())
                moves.push_back(move.move);
        if (moves.empty()) return false;
        std::vector<std::string_view> said = {task_.exchange.reply};
        if (task_.exchange.statement) said.push_back(*task_.exchange.statement);
        if (situation_.feeling) said.push_back(situation_.feeling->word);
        if (!no_stronger(finder_, again.passage, std::max(strongest_, 2), said)) return false;
        Rewrite rewrite;
        rewrite.kind = kind;
        rewrite.does = does(kind, moves);
        rewrite.moves = std::move(moves);
        rewrite.text = std::move(text);
        // Their own words, mended, before words of ours.
        constexpr int theirs = 25;
        rewrites_.push_back(
            {std::move(rewrite), again.reading.score + (kind == Rewrite::Kind::rebuild ? 0 : theirs)});
        return true;
    }

    [[nodiscard]] std::string does(Rewrite::Kind kind, const std::vector<std::uint8_t>& moves) const {
        std::string said = kind == Rewrite::Kind::trim   ? "keeps your words without the miss"
                           : kind == Rewrite::Kind::swap ? "keeps your words around the miss"
                                                         : "";
        constexpr std::size_t worth_saying = 3;
        for (std::size_t i = 0; i < std::min(moves.size(), worth_saying); ++i) {
            if (!said.empty()) said += ", ";
            said += told(knowledge_.text(knowledge_.moves()[moves[i]].name));
        }
        return said;
    }

    void trim(const KeptDraft& kept) {
        if (!kept.meets || kept.words() < fewest_kept_alone) return;
        Proposal proposal;
        for (const auto* part : {&kept.before, &kept.after})
            for (const auto& sentence : *part)
                if (!append(proposal, sentence)) return;
        accept(Rewrite::Kind::trim, std::move(proposal));
    }

    void swap(const KeptDraft& kept) {
        if (kept.empty() || kept.words() > most_kept_words || situation_.style == brief) return;
        const auto pattern = gravest();
        const std::string_view bank = swap_bank_for(situation_, name_of(pattern), kept.meets);
        for (const FilledPhrase& phrase :
             banks_.choose(situation_, {bank, pattern, 0, situation_.seed ^ 0x5a}, tries_a_swap)) {
            Proposal proposal;
            bool flows = true;
            for (const auto& sentence : kept.before) flows = flows && append(proposal, sentence);
            if (kept.meets)  // a question or an offer comes last
                for (const auto& sentence : kept.after) flows = flows && append(proposal, sentence);
            flows = flows && append(proposal, phrase.text);
            if (!kept.meets)
                for (const auto& sentence : kept.after) flows = flows && append(proposal, sentence);
            proposal.phrases.push_back(knowledge_.text(knowledge_.phrases()[phrase.phrase].text));
            if (flows && accept(Rewrite::Kind::swap, std::move(proposal))) return;
        }
    }

    void rebuild(std::size_t wanted) {
        const auto pattern = gravest();
        const auto recipes = recipes_for(situation_, name_of(pattern));
        const std::size_t before = rewrites_.size();
        const std::size_t start = mixed(situation_.seed) % recipes.size();
        for (std::size_t round = 0; round < tries_a_recipe; ++round)
            for (std::size_t r = 0; r < recipes.size(); ++r) {
                if (rewrites_.size() - before >= wanted) return;
                const std::uint64_t seed = mixed(situation_.seed + 31 * round + 7 * r + 1);
                compose(in_style(recipes[(start + r) % recipes.size()]), pattern, seed);
            }
    }

    // One sentence where few words are wanted; company at the end where warmth is.
    [[nodiscard]] Recipe in_style(Recipe recipe) const {
        if (situation_.style == brief) return {recipe[0]};
        if (situation_.style == warm && situation_.tenor == Tenor::pain && recipe[0] != "plain")
            recipe[1] = "stay";
        return recipe;
    }

    void plain() {
        const auto pattern = gravest();
        for (const FilledPhrase& phrase :
             banks_.choose(situation_, {"plain", pattern, 0, situation_.seed}, SIZE_MAX)) {
            Proposal proposal{
                phrase.text, {knowledge_.text(knowledge_.phrases()[phrase.phrase].text)}, 0, false};
            if (accept(Rewrite::Kind::rebuild, std::move(proposal))) return;
        }
    }

    bool compose(const Recipe& recipe, std::optional<std::uint8_t> pattern, std::uint64_t seed) {
        Proposal proposal;
        for (std::size_t beat = 0; beat < recipe.size() && !recipe[beat].empty(); ++beat) {
            const PhraseWish wish{recipe[beat], pattern, proposal.slots, mixed(seed + beat)};
            const auto chosen = banks_.choose(situation_, wish, 1);
            if (chosen.empty() || !append(proposal, chosen.front().text)) return false;
            proposal.slots = static_cast<std::uint8_t>(proposal.slots | chosen.front().slots);
            const Phrase& phrase = knowledge_.phrases()[chosen.front().phrase];
            proposal.phrases.push_back(knowledge_.text(phrase.text));
            proposal.of_a_family = proposal.of_a_family || phrase.families != 0;
        }
        // One sentence alone must say something of theirs.
        if (recipe[1].empty() && proposal.slots == 0 && recipe[0] != "plain" && situation_.style != brief &&
            !proposal.of_a_family)
            return false;
        return accept(Rewrite::Kind::rebuild, std::move(proposal));
    }

    const Knowledge& knowledge_;
    const FeelingFinder& finder_;
    const Banks& banks_;
    const RewriteTask& task_;
    const Rewriter::Reader& read_;
    Situation situation_;
    int strongest_ = 0;
    WordStock theirs_;  // their words, and the one for their feeling
    WordStock drafted_;
    std::vector<Scored> rewrites_;
};

}  // namespace

Rewriter::Rewriter(const Knowledge& knowledge, const FeelingFinder& finder)
    : knowledge_(knowledge), finder_(finder), banks_(knowledge) {}

std::vector<Rewrite> Rewriter::write(const RewriteTask& task, const Reader& read) const {
    const std::uint64_t seed = hash_of(task.exchange.reply, hash_of(task.exchange.statement.value_or("")));
    std::vector<Event> events;
    if (task.statement)
        events =
            find_events(knowledge_, finder_, *task.statement, *task.statement_hits, task.reading.statement);
    std::optional<ToldTopic> topic;
    if (task.statement) topic = told_topic(knowledge_, *task.statement, task.statement_hits->topics);
    Situation situation = understand(knowledge_, task.statement, task.reading, std::move(events),
                                     std::move(topic), task.options.relation, seed);
    if (situation.tenor == Tenor::reproach && task.statement && !speaks_to_the_listener(*task.statement))
        situation.tenor = Tenor::pain;
    return Writing(knowledge_, finder_, banks_, task, read, std::move(situation)).all();
}

}  // namespace attune
