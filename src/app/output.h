// SPDX-License-Identifier: MIT
//
// Where a run's words go: a buffer over a file descriptor. What cannot be written is an IoError that names
// the reason; a reader that has gone away is ClosedPipe, which ends the run quietly.
#pragma once

#include <string>
#include <string_view>

namespace attune {

struct ClosedPipe {};

class Output {
  public:
    // `name` is how errors call it: "standard output". Descriptor -1 keeps everything in the buffer (for
    // tests).
    Output(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::string_view text) {
        buffer_.append(text);
        if (buffer_.size() >= enough) drain();
    }
    // The buffer itself, for writers that append piece by piece; call settle() after a record.
    [[nodiscard]] std::string& buffer() { return buffer_; }
    void settle() {
        if (buffer_.size() >= enough) drain();
    }
    void flush() { drain(); }

  private:
    static constexpr std::size_t enough = 1U << 16;
    void drain();

    int descriptor_;
    std::string name_;
    std::string buffer_;
};

}  // namespace attune
