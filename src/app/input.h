// SPDX-License-Identifier: MIT
//
// A file or standard input, read block by block and never as a whole.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "core/error.h"

namespace attune {

// This input cannot be read; others may be.
class InputError : public IoError {
  public:
    using IoError::IoError;
};

class Input {
  public:
    static constexpr const char* standard_input = "<stdin>";  // how messages name it

    // "-" is standard input. Throws InputError when the file cannot be opened.
    explicit Input(const std::string& path);
    // Takes over `descriptor` without closing it.
    Input(int descriptor, std::string shown) : descriptor_(descriptor), shown_(std::move(shown)) {}
    ~Input();
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    // How messages name it: the path, or `standard_input`.
    [[nodiscard]] const std::string& shown() const { return shown_; }
    [[nodiscard]] bool is_terminal() const;

    // Reads at most `room` bytes into `at`; 0 at the end. Throws InputError, for a folder too.
    std::size_t read(char* at, std::size_t room);

    // Called before each read that may have to wait: what is known so far can be shown.
    std::function<void()> before_waiting;

  private:
    int descriptor_ = -1;
    bool owned_ = false;
    std::string shown_;
};

}  // namespace attune
