// SPDX-License-Identifier: MIT
#include "practice/recorder.h"

namespace attune {

std::string Recorder::record(const Attempt& attempt) {
    waiting_.push_back(attempt);
    try {
        for (; !waiting_.empty(); waiting_.pop_front()) history_.record(waiting_.front());
        told_.clear();
        return {};
    } catch (const HistoryError& error) {
        if (told_ == error.what()) return {};
        told_ = error.what();
        return told_;
    }
}

}  // namespace attune
