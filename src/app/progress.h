// SPDX-License-Identifier: MIT
//
// How far a long run is, on a line of stderr that is written over; only where stderr is a terminal.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

#include "app/output.h"

namespace attune {

// "1.2 GB", "340 kB".
std::string size_words(std::uint64_t bytes);
// "2 h 05 min", "40 s".
std::string time_words(std::uint64_t seconds);

class Progress {
  public:
    // `total` bytes in all; 0: not known.
    Progress(Output& err, std::uint64_t total);
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // Readers count here what they have read.
    std::atomic<std::uint64_t> bytes{0};

    // Told after each session, from one thread at a time; writes five times a second at most.
    void show(std::uint64_t sessions);
    // Makes room for other words.
    void clear();

    // The line, for so many bytes in so many seconds.
    static std::string line(std::uint64_t sessions, std::uint64_t bytes, std::uint64_t total, double seconds);

  private:
    Output& err_;
    std::uint64_t total_;
    bool visible_, shown_ = false;
    std::chrono::steady_clock::time_point started_, last_;
};

}  // namespace attune
