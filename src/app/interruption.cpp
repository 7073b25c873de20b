// SPDX-License-Identifier: MIT
#include "app/interruption.h"

#include <csignal>

namespace attune {
namespace {

std::atomic<bool> asked_to_end{false};
static_assert(std::atomic<bool>::is_always_lock_free, "it is set by a signal handler");

void note(int) {
    asked_to_end.store(true, std::memory_order_relaxed);
}

void handle(int signal, void (*handler)(int), int flags) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

}  // namespace

// Without SA_RESTART, so that a read which waits for a pipe comes back.
Interruption::Interruption() {
    asked_to_end.store(false);
    for (const int signal : {SIGINT, SIGTERM}) handle(signal, note, static_cast<int>(SA_RESETHAND));
}

Interruption::~Interruption() {
    for (const int signal : {SIGINT, SIGTERM}) handle(signal, SIG_DFL, 0);
}

const std::atomic<bool>& Interruption::asked() const {
    return asked_to_end;
}

}  // namespace attune
