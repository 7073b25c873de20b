// SPDX-License-Identifier: MIT
//
// Better replies for a draft: the same words without the miss (trim), with the miss replaced (swap), or said
// anew from the statement and the banks (rebuild).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coach/coach.h"
#include "coach/rewrite/bank.h"
#include "coach/rewrite/keep.h"
#include "coach/rewrite/situation.h"
#include "coach/statement.h"

namespace attune {

// A text after it was read in the same exchange; valid until the next one is read.
struct ReadAgain {
    const Passage& passage;
    const Reading& reading;
};

// What the rewriter is told about an exchange. All of it must outlive the call.
struct RewriteTask {
    const Exchange& exchange;
    const Passage* statement = nullptr;  // null when it is not known
    const RuleHits* statement_hits = nullptr;
    const Passage& draft;
    const Reading& reading;
    const RewriteOptions& options;
};

class Rewriter {
  public:
    Rewriter(const Knowledge& knowledge, const FeelingFinder& finder);

    // Best first. Every one was given to `read`: nothing is flagged in it and it carries a move.
    using Reader = std::function<ReadAgain(std::string_view)>;
    [[nodiscard]] std::vector<Rewrite> write(const RewriteTask& task, const Reader& read) const;

  private:
    const Knowledge& knowledge_;
    const FeelingFinder& finder_;
    Banks banks_;
};

}  // namespace attune
