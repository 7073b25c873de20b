// SPDX-License-Identifier: MIT
//
// The time of a practice session: to end it when its minutes are over, and to breathe by.
#pragma once

#include <chrono>
#include <memory>

namespace attune {

class SessionClock {
  public:
    using Time = std::chrono::milliseconds;

    virtual ~SessionClock() = default;
    // Since the session began.
    [[nodiscard]] virtual Time now() const = 0;
    // Lets that much time go by. True when the person cut it short.
    virtual bool rest(Time time) = 0;
};

// On the terminal: a rest takes its time, and any key cuts it short.
std::unique_ptr<SessionClock> make_terminal_clock();

// Behind a pipe nobody breathes: a rest takes no time.
std::unique_ptr<SessionClock> make_pipe_clock();

// For a script, the same on every run: time goes by only in rests and where the reader of the script says so.
class ScriptClock : public SessionClock {
  public:
    // How long it takes to write a line.
    static constexpr Time a_line = std::chrono::seconds(30);

    [[nodiscard]] Time now() const override { return now_; }
    bool rest(Time time) override {
        now_ += time;
        return false;
    }

  private:
    Time now_{0};
};

}  // namespace attune
