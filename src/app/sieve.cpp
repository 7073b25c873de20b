// SPDX-License-Identifier: MIT
#include "app/sieve.h"

#include <algorithm>

#include "app/complaint.h"
#include "text/utf8.h"

namespace attune {
namespace {

std::string place_of(const Origin& origin, const IgnoreMark& mark) {
    return printable(origin.source) + ":" +
           std::to_string(std::max<std::uint64_t>(origin.line, 1) + mark.row) + ": warning: ";
}

}  // namespace

Sieve::Sieve(const Arguments& arguments, const Knowledge& knowledge, Console& console, float flagged_from)
    : knowledge_(knowledge),
      console_(console),
      flagged_from_(flagged_from),
      selection_(arguments, knowledge),
      marks_(knowledge),
      writing_(arguments.has("--write-baseline")) {
    if (const auto path = arguments.value("--baseline")) {
        baseline_.emplace(*path);
        if (!writing_) baseline_->read();
    } else if (writing_) {
        throw usage_complaint("`--write-baseline` needs to know where", "name a file with `--baseline FILE`");
    }
}

void Sieve::remark(const std::string& text) {
    console_.out.flush();
    console_.err.write(text);
    console_.err.flush();
}

std::string_view Sieve::open(const Origin& origin, std::string_view paragraph) {
    const std::string_view left = marks_.read(paragraph);
    for (const IgnoreMark& mark : marks_.all())
        for (const std::string& name : mark.unknown)
            remark(place_of(origin, mark) + "`attune:ignore` knows no pattern, kind or rule `" +
                   printable(name) + "`\n  help: " + finding_name_help(knowledge_, name) + "\n");
    return left;
}

void Sieve::pass_over(const Origin& origin) {
    for (const IgnoreMark& mark : marks_.all())
        remark(place_of(origin, mark) + "this `attune:ignore` stands alone and silences nothing\n" +
               "  help: put it into the paragraph that it speaks of, without a blank line between\n");
}

void Sieve::tell_unused(const Origin& origin) {
    for (const IgnoreMark& mark : marks_.all())
        if (!mark.used && (mark.of_all || !mark.names.empty()))
            remark(place_of(origin, mark) + "this `attune:ignore` silences nothing\n  help: take it out\n");
}

void Sieve::sift(const Origin& origin, const Exchange& exchange, bool marked, Reading& reading) {
    if (reading.risk) return;
    std::erase_if(reading.findings, [&](const Finding& finding) {
        if (marked && marks_.silence(finding)) return true;
        if (!selection_.keeps(finding)) return true;
        if (!baseline_ || finding.confidence < flagged_from_) return false;
        const auto pattern = knowledge_.text(knowledge_.patterns()[finding.pattern].name);
        const auto words = finding.span.of(exchange.reply);
        if (!writing_) return baseline_->take(origin, pattern, words);
        baseline_->add(origin, pattern, words);
        return true;
    });
    if (marked) tell_unused(origin);
}

void Sieve::end(bool all_read) {
    if (!baseline_) return;
    if (writing_ && !all_read) {
        remark("attune: " + printable(baseline_->path()) +
               " is as it was, as not everything could be read\n");
    } else if (writing_) {
        baseline_->write();
        const std::uint64_t size = baseline_->size();
        remark("attune: " + printable(baseline_->path()) + " holds " + std::to_string(size) +
               (size == 1 ? " finding" : " findings") + " that will be passed over\n");
    } else if (const std::uint64_t left = baseline_->left(); left > 0) {
        remark("attune: " + std::to_string(left) + (left == 1 ? " finding" : " findings") + " of " +
               printable(baseline_->path()) + " did not come again; --write-baseline lets go of " +
               (left == 1 ? "it" : "them") + "\n");
    }
}

}  // namespace attune
