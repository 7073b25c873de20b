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
#include "coach/rewrite/recipes.h"
#include "coach/rewrite/wording.h"
#include "rules/evidence.h"

namespace attune {
namespace {

constexpr std::size_t tries_a_recipe = 3;
constexpr std::size_t tries_a_swap = 4;
constexpr std::size_t most_kept_words = 28;

// A text and the phrases that it was made with.
struct Proposal {
    std::string text;
    std::vector<std::string_view> phrases;
    std::uint8_t slots = 0;
};

// Adds one sentence to a proposal; false when it would stutter.
bool append(Proposal& proposal, const std::string& sentence) {
    if (sentence.empty()) return false;
    const auto opening = [](std::string_view text) {
        const auto words = split_words(text);
        return words.size() < 2 ? std::string(text) : folded(words[0].core) + ' ' + folded(words[1].core);
    };
    if (!proposal.text.empty()) {
        if (opening(proposal.text) == opening(sentence)) return false;
        proposal.text += ' ';
    }
    proposal.text += sentence;
    return true;
}

// Says three words twice: "It matters so much. I can see why this matters so much."
bool repeats_itself(std::string_view text) {
    std::vector<std::string> words;
    for (const auto& word : split_words(text)) words.push_back(folded(word.core));
    for (std::size_t i = 0; i + 3 < words.size(); ++i)
        for (std::size_t j = i + 1; j + 2 < words.size(); ++j)
            if (words[i] == words[j] && words[i + 1] == words[j + 1] && words[i + 2] == words[j + 2])
                return true;
    return false;
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
        if (task.exchange.statement) theirs_.add(*task.exchange.statement);
        if (situation_.feeling) {
            theirs_.add(situation_.feeling->word);
            theirs_.add(situation_.feeling->noun);
        }
        drafted_.add(task.exchange.reply);
    }

    std::vector<Rewrite> all() {
        const KeptDraft kept = keep_clean(knowledge_, task_.draft, task_.reading);
        rebuild(1);
        swap(kept);
        trim(kept);
        if (rewrites_.size() < task_.options.at_most) rebuild(task_.options.at_most - rewrites_.size());
        if (rewrites_.empty()) plain();
        // Scores close to one another say nothing; then the order in which they were made holds.
        constexpr int alike = 15;
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

    // Takes the proposal when it passes every guard and a second reading.
    bool accept(Rewrite::Kind kind, Proposal proposal) {
        std::string& text = proposal.text;
        if (std::any_of(rewrites_.begin(), rewrites_.end(),
                        [&](const Scored& s) { return s.rewrite.text == text; }))
            return false;
        if (!well_formed(text) || std::count(text.begin(), text.end(), '?') > 1) return false;
        if (kind != Rewrite::Kind::trim && repeats_itself(text)) return false;
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
        rewrites_.push_back({std::move(rewrite), again.reading.score});
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
        if (kept.empty() || !kept.carries_move) return;
        Proposal proposal;
        for (const auto* part : {&kept.before, &kept.after})
            for (const auto& sentence : *part)
                if (!append(proposal, sentence)) return;
        accept(Rewrite::Kind::trim, std::move(proposal));
    }

    void swap(const KeptDraft& kept) {
        if (kept.empty() || kept.words() > most_kept_words) return;
        const auto pattern = gravest();
        const bool received = kept.carries_move && kept.words() >= 3;  // "Aw." alone does not meet anyone
        const std::string_view bank = swap_bank_for(situation_, name_of(pattern), received);
        for (const FilledPhrase& phrase :
             banks_.choose(situation_, {bank, pattern, 0, situation_.seed ^ 0x5a}, tries_a_swap)) {
            Proposal proposal;
            bool flows = true;
            for (const auto& sentence : kept.before) flows = flows && append(proposal, sentence);
            flows = flows && append(proposal, phrase.text);
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
                compose(recipes[(start + r) % recipes.size()], pattern, seed);
            }
    }

    void plain() {
        const auto pattern = gravest();
        for (const FilledPhrase& phrase :
             banks_.choose(situation_, {"plain", pattern, 0, situation_.seed}, SIZE_MAX)) {
            Proposal proposal{phrase.text, {knowledge_.text(knowledge_.phrases()[phrase.phrase].text)}, 0};
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
            proposal.phrases.push_back(knowledge_.text(knowledge_.phrases()[chosen.front().phrase].text));
        }
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
    Situation situation =
        understand(knowledge_, task.reading, std::move(events), task.options.relation, seed);
    return Writing(knowledge_, finder_, banks_, task, read, std::move(situation)).all();
}

}  // namespace attune
