// SPDX-License-Identifier: MIT
#include "practice/recorder.h"

namespace attune {

void Recorder::write_waiting() {
    for (; !waiting_.empty(); waiting_.pop_front()) history_.record(waiting_.front());
}

std::string Recorder::record(const Attempt& attempt) {
    waiting_.push_back(attempt);
    try {
        write_waiting();
        told_.clear();
        return {};
    } catch (const HistoryError& error) {
        if (told_ == error.what()) return {};
        told_ = error.what();
        return told_ + ". Practice goes on; what is not kept yet is tried again.";
    }
}

std::string Recorder::finish() {
    try {
        write_waiting();
        return {};
    } catch (const HistoryError& error) {
        const std::string drafts =
            waiting_.size() == 1 ? "1 draft" : std::to_string(waiting_.size()) + " drafts";
        return "How " + drafts + " landed could not be kept: " + error.what() + ".";
    }
}

}  // namespace attune
