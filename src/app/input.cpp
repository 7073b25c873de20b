// SPDX-License-Identifier: MIT
#include "app/input.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/error.h"

namespace attune {

Input::Input(const std::string& path) : shown_(path) {
    if (path == "-") {
        descriptor_ = STDIN_FILENO;
        shown_ = standard_input;
        return;
    }
    descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0) throw InputError("cannot open " + path + ": " + std::strerror(errno));
    owned_ = true;
}

Input::~Input() {
    if (owned_) ::close(descriptor_);
}

bool Input::is_terminal() const {
    return ::isatty(descriptor_) == 1;
}

std::size_t Input::read(char* at, std::size_t room) {
    if (before_waiting) before_waiting();
    for (;;) {
        const ssize_t got = ::read(descriptor_, at, room);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) throw InputError("cannot read " + shown_ + ": " + std::strerror(errno));
    }
}

}  // namespace attune
