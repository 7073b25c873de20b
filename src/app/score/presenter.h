// SPDX-License-Identifier: MIT
//
// How figures of sessions are shown: one presenter a format. Sessions come one at a time, in order, and are
// not kept; the corpus comes last.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/output.h"
#include "app/screen.h"
#include "score/corpus_figures.h"

namespace attune {

enum class ScoreFormat : std::uint8_t { text, json, jsonl, csv, html };

class ScorePresenter {
  public:
    virtual ~ScorePresenter() = default;
    virtual void begin() {}
    virtual void show(const SessionFigures& session) = 0;
    virtual void end(const CorpusFigures& corpus) = 0;
};

std::unique_ptr<ScorePresenter> make_score_text(Output& out, const Screen& screen);
// Format json or jsonl.
std::unique_ptr<ScorePresenter> make_score_json(ScoreFormat format, Output& out);
std::unique_ptr<ScorePresenter> make_score_csv(Output& out);
// Keeps the sessions in a nameless temporary file until the corpus is known. Throws IoError.
std::unique_ptr<ScorePresenter> make_score_html(Output& out);

// What every format for eyes says below its figures.
inline constexpr std::string_view not_a_miti_score =
    "Counted by rules from the words alone: not a MITI score, and no judgement of a person.";

}  // namespace attune
