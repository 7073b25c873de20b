// SPDX-License-Identifier: MIT
#include "app/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/error.h"

namespace attune {

void Output::drain() {
    if (descriptor_ < 0) return;
    std::string_view left = buffer_;
    while (!left.empty()) {
        const ssize_t written = ::write(descriptor_, left.data(), left.size());
        if (written >= 0) {
            left.remove_prefix(static_cast<std::size_t>(written));
            continue;
        }
        if (errno == EINTR) continue;
        const int reason = errno;
        buffer_.clear();  // nothing more can be said there
        if (reason == EPIPE) throw ClosedPipe{};
        throw IoError("cannot write to " + name_ + ": " + std::strerror(reason));
    }
    buffer_.clear();
}

}  // namespace attune
