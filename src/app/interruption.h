// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

namespace attune {

// While it lives, Ctrl-C and a polite request to end (SIGINT, SIGTERM) set a flag in place of ending the
// program; the second one ends it. One at a time.
class Interruption {
  public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    [[nodiscard]] const std::atomic<bool>& asked() const;
};

// What a shell gives for a command that SIGINT ended.
inline constexpr int interrupted_status = 130;

}  // namespace attune
