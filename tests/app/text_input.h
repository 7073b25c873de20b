// SPDX-License-Identifier: MIT
//
// A text as an Input, for tests.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <string_view>

#include "app/input.h"

namespace attune::testing {

class TextInput {
  public:
    explicit TextInput(std::string_view text)
        : descriptor_(::memfd_create("text", 0)), input(descriptor_, "text") {
        while (!text.empty()) {
            const ssize_t written = ::write(descriptor_, text.data(), text.size());
            if (written <= 0) break;
            text.remove_prefix(static_cast<std::size_t>(written));
        }
        ::lseek(descriptor_, 0, SEEK_SET);
    }
    ~TextInput() { ::close(descriptor_); }
    TextInput(const TextInput&) = delete;
    TextInput& operator=(const TextInput&) = delete;

  private:
    int descriptor_;

  public:
    Input input;
};

}  // namespace attune::testing
