// SPDX-License-Identifier: MIT
//
// The bytes of a transcript, read block by block: from the file, out of gzip or zstd, to UTF-8. Each step is
// a ByteSource over the ByteStream of the step before it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace attune::transcript {

struct ReadOptions;

// The bytes cannot be had, or not to their end. The message is a problem's: lowercase, without the file's
// name.
class BytesError : public IoError {
  public:
    using IoError::IoError;
};

// Somebody asked to end (ReadOptions::stop). No error: it ends reading without a word.
struct Stopped {};

class ByteSource {
  public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;
    // At most `room` bytes to `at`; 0 at the end. Throws BytesError or Stopped.
    virtual std::size_t read(char* at, std::size_t room) = 0;
};

// A window on a source that grows as far as a reader wants to look ahead.
class ByteStream {
  public:
    static constexpr std::size_t padding =
        64;  // bytes behind the window that may be read, as simdjson likes to

    explicit ByteStream(std::unique_ptr<ByteSource> source);

    // What is read and not yet taken. Valid until the next call of more() or ahead().
    [[nodiscard]] std::string_view window() const { return {buffer_.data() + begin_, end_ - begin_}; }
    // The window, at least so long unless the source ends before.
    std::string_view ahead(std::size_t at_least);
    // Reads on behind the window; false at the end of the source.
    bool more();
    void take(std::size_t count) { begin_ += count; }

  private:
    std::unique_ptr<ByteSource> source_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0, end_ = 0;
    bool ended_ = false;
};

// The UTF-8 of a file, or of standard input for "-": decompressed, without byte order mark, and with line
// feeds at the ends of lines where there were bare carriage returns. Throws BytesError.
std::unique_ptr<ByteStream> open_bytes(const std::string& path, const ReadOptions& options);

}  // namespace attune::transcript
