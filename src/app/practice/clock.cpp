// SPDX-License-Identifier: MIT
#include "app/practice/clock.h"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace attune {
namespace {

class SteadyClock : public SessionClock {
  public:
    [[nodiscard]] Time now() const override {
        return std::chrono::duration_cast<Time>(std::chrono::steady_clock::now() - start_);
    }

  private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

class PipeClock : public SteadyClock {
  public:
    bool rest(Time) override { return false; }
};

// While it lives, each key arrives at once, is not shown, and sends no signal.
class SingleKeys {
  public:
    SingleKeys() : known_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (!known_) return;
        termios keys = before_;
        keys.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &keys);
    }
    ~SingleKeys() {
        if (known_) ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
    }
    SingleKeys(const SingleKeys&) = delete;
    SingleKeys& operator=(const SingleKeys&) = delete;

  private:
    termios before_{};
    bool known_;
};

class TerminalClock : public SteadyClock {
  public:
    bool rest(Time time) override {
        const SingleKeys keys;
        const Time end = now() + time;
        for (;;) {
            const auto left = std::max<Time::rep>((end - now()).count(), 0);
            pollfd input{STDIN_FILENO, POLLIN, 0};
            const int ready = ::poll(&input, 1, static_cast<int>(left));
            if (ready < 0 && errno == EINTR) continue;  // the window was resized
            if (ready == 0) return false;
            ::tcflush(STDIN_FILENO, TCIFLUSH);
            return true;
        }
    }
};

}  // namespace

std::unique_ptr<SessionClock> make_terminal_clock() {
    return std::make_unique<TerminalClock>();
}

std::unique_ptr<SessionClock> make_pipe_clock() {
    return std::make_unique<PipeClock>();
}

}  // namespace attune
