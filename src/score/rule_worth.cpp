// SPDX-License-Identifier: MIT
//
// Leaving out a rule changes nothing in cases where it was silent. So it is enough to go once through the
// evidence, and for each rule that spoke there to weigh the rest without it: the cost grows with what was
// said, not with rules times cases.
#include "score/rule_worth.h"

#include <algorithm>
#include <tuple>

#include "rules/evidence.h"

namespace attune {
namespace {

// What is known of a rule while cases come in.
struct Account {
    RuleWorth worth;
    Counts without;  // its label's counts, had it been left out
};

class Ledger {
  public:
    Ledger(const Knowledge& knowledge, const Evaluation& evaluation) : k_(knowledge) {
        accounts_.resize(k_.rules().size());
        spoke_.resize(k_.rules().size());
        for (std::uint32_t rule = 0; rule < accounts_.size(); ++rule) {
            const auto label = label_of(k_, k_.rules()[rule]);
            if (!label) continue;
            accounts_[rule].worth.rule = rule;
            accounts_[rule].worth.label = *label;
            accounts_[rule].without = evaluation.labels[*label].counts;
        }
    }

    void add(std::size_t at, const LabelledCase& labelled, const CaseReading& reading) {
        std::vector<std::uint32_t> here;  // each rule once, in the order of the evidence
        for (const Evidenced& sentence : reading.evidence)
            for (const std::uint32_t rule : sentence.rules)
                if (std::find(here.begin(), here.end(), rule) == here.end()) here.push_back(rule);
        for (const std::uint32_t rule : here) {
            spoke_[rule] = true;
            const Gold gold = labelled.labels[accounts_[rule].worth.label];
            if (gold != Gold::unknown) settle(accounts_[rule], at, gold == Gold::yes, reading);
        }
    }

    RuleWorths finish(const Evaluation& evaluation) {
        RuleWorths out;
        for (std::uint32_t rule = 0; rule < accounts_.size(); ++rule) {
            if (!label_of(k_, k_.rules()[rule])) continue;
            if (!spoke_[rule]) {
                out.silent.push_back(rule);
                continue;
            }
            RuleWorth& worth = accounts_[rule].worth;
            worth.f1_change = evaluation.labels[worth.label].counts.f1() - accounts_[rule].without.f1();
            const bool for_it = k_.rules()[rule].weight >= 0;
            std::stable_sort(worth.astray.begin(), worth.astray.end(), [&](const Astray& a, const Astray& b) {
                return for_it ? a.confidence > b.confidence : a.confidence < b.confidence;
            });
            out.spoke.push_back(std::move(worth));
        }
        std::stable_sort(out.spoke.begin(), out.spoke.end(), [](const RuleWorth& a, const RuleWorth& b) {
            return std::tuple(a.label, -a.f1_change, b.right, a.wrong) <
                   std::tuple(b.label, -b.f1_change, a.right, b.wrong);
        });
        return out;
    }

  private:
    void settle(Account& account, std::size_t at, bool stands, const CaseReading& reading) {
        RuleWorth& worth = account.worth;
        const bool for_it = k_.rules()[worth.rule].weight >= 0;
        ++(stands == for_it ? worth.right : worth.wrong);

        const bool said = reading.says(worth.label);
        const bool said_without = reading.says_without(k_, worth.label, worth.rule);
        if (said != said_without) {
            ++(said == stands ? worth.earns : worth.costs);
            if (stands) {
                --(said ? account.without.right : account.without.missed);
                ++(said ? account.without.missed : account.without.right);
            } else {
                --(said ? account.without.wrong : account.without.quiet);
                ++(said ? account.without.quiet : account.without.wrong);
            }
        }
        if (said == stands || stands == for_it) return;
        // Where it spoke the surest.
        const Evidenced* surest = nullptr;
        for (const Evidenced& sentence : reading.evidence) {
            const auto& rules = sentence.rules;
            if (std::find(rules.begin(), rules.end(), worth.rule) == rules.end()) continue;
            if (surest == nullptr || sentence.confidence > surest->confidence) surest = &sentence;
        }
        // A hint that was too weak to flag did no harm, whatever was flagged elsewhere in the reply.
        if (surest == nullptr || (for_it && surest->confidence < flagged_from)) return;
        worth.astray.push_back({at, surest->span, surest->confidence});
    }

    const Knowledge& k_;
    std::vector<Account> accounts_;  // by rule
    std::vector<bool> spoke_;
};

}  // namespace

RuleWorths weigh_rules(const Knowledge& knowledge, const Judged& judged, const Evaluation& evaluation) {
    Ledger ledger(knowledge, evaluation);
    for (std::size_t i = 0; i < judged.cases.size(); ++i) ledger.add(i, judged.cases[i], judged.readings[i]);
    return ledger.finish(evaluation);
}

}  // namespace attune
